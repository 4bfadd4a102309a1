package dispute

// supersessions finds items that supersede each other in a circle, and items
// several of which supersede one.
func (v conflictFinder) supersessions() []*clash {
	list := v.clashes(v.circles)
	for _, fork := range v.forks {
		old := v.d.nodes[fork[0]].supersedes
		c := v.clash([]int32{old}, fork...)
		c.about, c.latest = old, fork[0]
		for _, n := range fork {
			if v.enteredLater(n, c.latest) {
				c.latest = n
			}
		}
		list = append(list, c)
	}
	return list
}
