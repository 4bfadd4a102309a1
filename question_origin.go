package dispute

// originless finds claims that somebody passes on and nobody is known to have
// made, and claims without any attribution; a statement on a claim that bears
// on it, as by entailing it, is an origin too.
func (v questions) originless() []*openMatter {
	x := v.support()
	var list []*openMatter
	for _, c := range v.currents(ItemClaim) {
		if x.none(c) {
			m := v.matter(QuestionNoOrigin)
			m.claim = c
			list = append(list, m)
		}
	}
	return list
}
