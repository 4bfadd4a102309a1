package dispute

type relationIndex struct{}

func (v *View) indexRelations() {}
