package dispute

func (r Record) Canonical() Record { return r }
