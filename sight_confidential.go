package dispute

// confidential reports whether an attribution or a source is marked so. Whoever
// speaks in it, or brought it about, is not told; where it is on file is.
func (d *Dossier) confidential(n int32) bool {
	switch d.nodes[n].ref.Kind {
	case ItemSource:
		return d.source(n).Confidential
	case ItemAttribution:
		return d.attribution(n).Confidential
	}
	return false
}

// confidential reports what [Dossier.confidential] does.
func (v *sight) confidential(n int32) bool { return v.d.confidential(n) }

// openly returns the actors whom item n names, or nobody if it is confidential.
func (v *sight) openly(n int32, named []int32) []int32 {
	if v.confidential(n) {
		return nil
	}
	return named
}

// inConfidence reports whether a statement is confidential, or a listed source or
// what that reprints.
func (v *court) inConfidence(r *voice) bool {
	if r.attribution != none {
		return v.confidential(r.attribution)
	}
	return v.confidential(r.source) || v.confidential(v.originalOf(r.source))
}

// conceal finds the actors that are known from confidential items alone: these
// name them, or an actor that is known so is affiliated with them, and nothing else
// on file leads to them, on whatever day. Versions of an actor are known together.
func (d *Dossier) conceal() {
	secret := d.actorsIn(true)
	if secret == nil {
		return
	}
	d.concealed = d.affiliated(secret)
	for n, known := range d.affiliated(d.actorsIn(false)) {
		d.concealed[n] = d.concealed[n] && !known
	}
}

// actorsIn returns the actors whom the items name that are confidential, or those
// that are not; an actor can be there several times.
func (d *Dossier) actorsIn(confidential bool) []int32 {
	_, actors := d.span(ItemActor) // which come first of all items
	var named []int32
	for n := actors; n < int32(len(d.nodes)); n++ {
		if d.confidential(n) != confidential {
			continue
		}
		for _, u := range d.usesOf(n).to {
			if u < actors {
				named = append(named, u)
			}
		}
	}
	return named
}

// affiliated returns which actors are among some or lead on from them over
// affiliations, in any version.
func (d *Dossier) affiliated(from []int32) []bool {
	_, actors := d.span(ItemActor)
	later := make([][]int32, actors) // versions
	for n := range actors {
		if old := d.nodes[n].supersedes; old != none {
			later[old] = append(later[old], n)
		}
	}
	reached := make([]bool, actors)
	var pending []int32
	reach := func(list []int32) {
		for _, n := range list {
			if !reached[n] {
				reached[n] = true
				pending = append(pending, n)
			}
		}
	}
	for reach(from); len(pending) > 0; {
		last := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		reach(d.usesOf(last).to) // affiliations, and the version before
		reach(later[last])
	}
	return reached
}

// isConcealed reports whether item n is an actor that is known from confidential
// items alone. No answer names it.
func (v *sight) isConcealed(n int32) bool {
	return n != none && int(n) < len(v.d.concealed) && v.d.concealed[n]
}

// exposed returns those of some items that may be named.
func (v *sight) exposed(list []int32) []int32 {
	if v.d.concealed == nil {
		return list
	}
	var named []int32
	for _, n := range list {
		if !v.isConcealed(n) {
			named = append(named, n)
		}
	}
	return named
}
