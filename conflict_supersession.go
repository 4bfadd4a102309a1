package dispute

// supersessions finds items that supersede each other in a circle, and items
// several of which supersede one.
func (v conflictFinder) supersessions() []*clash {
	list := v.clashes(v.circles)
	for _, fork := range v.forks {
		c := v.clash([]int32{fork.Old}, fork.Branches...)
		c.about, c.latest = fork.Old, fork.Rules
		list = append(list, c)
	}
	return list
}
