package dispute

import (
	"math"

	"github.com/dispute-go/dispute/internal/ints"
	"github.com/dispute-go/dispute/internal/ties"
)

// replies are the first-hand answers of one actor, or of those who speak for
// it, to one claim or statement.
type replies struct {
	standing []int32 // by attribution
	denials  []int32 // those of them that deny
	// void are those that no longer count or have no known lineage, together
	// with the retractions and undercuts that did it.
	void []int32
	last int64 // the latest day on which one of the standing can have been given
}

func (r *replies) none() bool { return r == nil || len(r.standing) == 0 }

// A replyFinder finds who answered a claim or a statement, each once.
type replyFinder struct {
	questions
	to map[int32]map[int32]*replies // by claim or attribution, then by actor
}

// by returns actor's answers to a claim or a statement; nil for none at all.
func (v *replyFinder) by(actor, target int32) *replies {
	byActor, ok := v.to[target]
	if !ok {
		byActor = v.find(target)
		v.to[target] = byActor
	}
	return byActor[actor]
}

// find returns the answers to a claim or a statement, by actor.
func (v *replyFinder) find(target int32) map[int32]*replies {
	claim, list := target, v.on.statements[target]
	if v.ref(target).Kind == ItemAttribution {
		claim, list = v.claimOf(target), v.on.answers[target]
	}
	x := replySheet{v.ties, map[int32]*replies{}}
	var given []voice
	for _, n := range list {
		if !v.d.attribution(n).Stance.responds() {
			continue
		}
		if said, ok := v.voiceOf(n); ok {
			given = append(given, said)
			continue
		}
		speakers, _ := v.speakersOf(n)
		x.void(speakers, v.saidWindow(n), n)
	}
	var h hearing
	v.sift(&h, v.about(claim), given)
	for _, said := range h.voices {
		x.stands(said)
	}
	for _, w := range h.withdrawn {
		x.void(w.voice.speakers, w.voice.when, w.voice.attribution)
		x.void(w.voice.speakers, w.voice.when, w.undoing(v.mentions)...)
	}
	for _, r := range x.by {
		r.standing, r.denials, r.void = ints.Merge(r.standing), ints.Merge(r.denials), ints.Merge(r.void)
	}
	return x.by
}

// responds reports whether a stance is an answer of any sort.
func (s Stance) responds() bool {
	switch s {
	case StanceAsserts, StanceImplies, StanceDenies, StanceNeitherConfirmsNorDenies, StanceDeclinesComment:
		return true
	}
	return false
}

// A replySheet notes the answers to one claim or statement under everybody for
// whom they were given.
type replySheet struct {
	ties *ties.Graph
	by   map[int32]*replies // by actor
}

// of returns the answers of everybody for whom somebody speaks in a window.
func (x replySheet) of(speaker int32, w ties.Window) []*replies {
	var list []*replies
	for _, a := range x.ties.LeadUp(speaker, w) {
		if x.by[a] == nil {
			x.by[a] = &replies{last: math.MinInt64}
		}
		list = append(list, x.by[a])
	}
	return list
}

// stands notes an answer that counts.
func (x replySheet) stands(said voice) {
	for _, s := range said.speakers {
		for _, r := range x.of(s, said.when) {
			r.standing = append(r.standing, said.attribution)
			if said.against {
				r.denials = append(r.denials, said.attribution)
			}
			r.last = max(r.last, said.when.Last)
		}
	}
}

// void notes an answer that does not count, and what took it away.
func (x replySheet) void(speakers []int32, when ties.Window, items ...int32) {
	for _, s := range speakers {
		for _, r := range x.of(s, when) {
			r.void = append(r.void, items...)
		}
	}
}
