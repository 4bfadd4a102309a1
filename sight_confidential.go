package dispute

import "github.com/dispute-go/dispute/internal/ints"

// confidential reports whether an attribution or a source is marked so. Whoever
// speaks in it, or brought it about, is not told; where it is on file is.
func (v *sight) confidential(n int32) bool {
	switch v.ref(n).Kind {
	case ItemSource:
		return v.d.source(n).Confidential
	case ItemAttribution:
		return v.d.attribution(n).Confidential
	}
	return false
}

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
// leads to them. Versions of an actor are known together.
func (v *sight) conceal() {
	open, secret := v.namedBy()
	if secret == nil {
		return
	}
	_, actors := v.d.span(ItemActor) // which come first of all items
	v.concealed = make([]bool, actors)
	known, hinted := v.affiliated(open), v.affiliated(secret)
	for n := range v.concealed {
		if v.alive[n] {
			v.concealed[n] = hinted[v.first[n]] && !known[v.first[n]]
		}
	}
}

// namedBy returns the actors that items name which are not confidential, and those
// that confidential items name.
func (v *sight) namedBy() (open, secret []int32) {
	_, actors := v.d.span(ItemActor)
	for n := actors; n < int32(len(v.d.nodes)); n++ {
		if !v.alive[n] {
			continue
		}
		list := &open
		if v.confidential(n) {
			list = &secret
		}
		for _, u := range v.d.usesOf(n).to {
			if u < actors {
				*list = append(*list, u)
			}
		}
	}
	return ints.Merge(open), ints.Merge(secret)
}

// affiliated returns which actors are among some or lead on from them over
// affiliations, by first version.
func (v *sight) affiliated(actors []int32) []bool {
	_, all := v.d.span(ItemActor)
	versions := make([][]int32, all) // by the first
	for n := range all {
		if v.alive[n] {
			versions[v.first[n]] = append(versions[v.first[n]], n)
		}
	}
	reached := make([]bool, all)
	var pending []int32
	reach := func(list []int32) {
		for _, n := range list {
			if first := v.first[n]; !reached[first] {
				reached[first] = true
				pending = append(pending, first)
			}
		}
	}
	for reach(actors); len(pending) > 0; {
		last := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		for _, n := range versions[last] {
			reach(v.d.usesOf(n).to)
		}
	}
	return reached
}

// isConcealed reports whether item n is an actor that is known from confidential
// items alone. No answer names it.
func (v *sight) isConcealed(n int32) bool {
	return n != none && int(n) < len(v.concealed) && v.concealed[n]
}

// exposed returns those of some items that may be named.
func (v *sight) exposed(list []int32) []int32 {
	if v.concealed == nil {
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
