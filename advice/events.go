package advice

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/internal/spelling"
)

// kinds are the kinds of event that the library knows, and roles those of
// participants.
var (
	kinds = func() map[dispute.EventKind]dispute.EventKindInfo {
		all := map[dispute.EventKind]dispute.EventKindInfo{}
		for _, k := range dispute.KnownKinds() {
			all[k.Kind] = k
		}
		return all
	}()
	roles = []dispute.ParticipantRole{dispute.RoleActor, dispute.RoleTarget, dispute.RoleAddressee, dispute.RoleParty,
		dispute.RoleOrganisation, dispute.RoleRecipient, dispute.RoleVictim, dispute.RoleObserver}
	rules = func() map[dispute.EventKind][]dispute.Rule {
		byKind := map[dispute.EventKind][]dispute.Rule{}
		for _, r := range dispute.DefaultRules() {
			byKind[r.Event] = append(byKind[r.Event], r)
		}
		return byKind
	}()
)

func nearest[T ~string](text T, words []T) (T, bool) {
	var list []string
	for _, w := range words {
		list = append(list, string(w))
	}
	best, ok := spelling.Nearest(string(text), list)
	return T(best), ok
}

func (a *adviser) events() {
	var names []dispute.EventKind
	for _, k := range dispute.KnownKinds() {
		names = append(names, k.Kind)
	}
	unknown := func(of dispute.Ref, i int, under string, kind dispute.EventKind) {
		if kind == "" || kinds[kind].Kind != "" {
			return
		}
		write := "one of the known kinds, or a rule of the policy for this one"
		if near, ok := nearest(kind, names); ok {
			write = strconv.Quote(string(near)) + ", if that is meant"
		}
		a.advise(UnknownKind, of, i, under, fmt.Sprintf("no rule knows the kind %q, so that it changes no relation", kind), write)
	}
	for i, x := range a.r.Events {
		of := x.ID.Ref()
		a.enter(of, i)
		unknown(of, i, "kind", x.Kind)
		unknown(of, i, "asks", x.Asks)
		for k, p := range x.Participants {
			if slices.Contains(roles, p.Role) {
				continue
			}
			write := "one of " + quoted(roles)
			if near, ok := nearest(p.Role, roles); ok {
				write = strconv.Quote(string(near)) + ", if that is meant"
			}
			a.advise(UnknownRole, of, i, "participants/"+strconv.Itoa(k)+"/role", fmt.Sprintf("no rule knows the role %q: who has it is a party to the event, and neither does nor suffers it", p.Role), write)
		}
		a.roles(i, &x)
	}
}

// roles finds what the roles of an event's participants lack for its kind to change
// anything.
func (a *adviser) roles(i int, x *dispute.Event) {
	of := map[dispute.ParticipantRole]int{}
	sided := 0
	for _, p := range x.Participants {
		of[p.Role]++
		if p.Side != "" {
			sided++
		}
	}
	var wanted []string
	fits, fight := false, false
	for _, r := range rules[x.Kind] {
		enough := 1
		if r.From == r.To {
			enough = 2
		}
		fits = fits || of[r.From] >= enough && of[r.To] >= enough
		fight = fight || r.From == r.To && r.Track == dispute.TrackHostility && of[r.From] > 2
		between := fmt.Sprintf("%q and %q", r.From, r.To)
		if r.From == r.To {
			between = fmt.Sprintf("two of %q", r.From)
		}
		if !slices.Contains(wanted, between) {
			wanted = append(wanted, between)
		}
	}
	if len(wanted) > 0 && !fits {
		a.advise(IdleRoles, x.ID.Ref(), i, "participants", fmt.Sprintf("it changes no relation: a rule for %q needs %s", x.Kind, strings.Join(wanted, ", or ")),
			"participants in these roles")
	}
	if fight && sided < of[dispute.RoleParty] {
		a.advise(NoSides, x.ID.Ref(), i, "participants", fmt.Sprintf("it tells nothing of any two of its %d parties, as it does not say who is with whom", of[dispute.RoleParty]),
			"the side of each party; those on one side share a label")
	}
}

// doers are who does an event: its actors and its parties.
func doers(x *dispute.Event) []dispute.ActorID {
	var list []dispute.ActorID
	for _, p := range x.Participants {
		if p.Role == dispute.RoleActor || p.Role == dispute.RoleParty {
			list = append(list, p.Actor)
		}
	}
	return list
}

// took reports whether an event is on file as one that took place.
func took(x *dispute.Event) bool {
	return x.Phase != dispute.PhaseExpected && x.Phase != dispute.PhaseCancelled
}

// answers looks at what the view of the whole record answers.
func (a *adviser) answers(v *dispute.View) {
	type act struct {
		kind dispute.EventKind
		by   dispute.ActorID
	}
	done := map[act]dispute.EventID{} // the first one on file
	for e := range v.Events(dispute.EventQuery{}) {
		if !took(&e) {
			continue
		}
		for _, by := range doers(&e) {
			if _, ok := done[act{e.Kind, by}]; !ok {
				done[act{e.Kind, by}] = e.ID
			}
		}
		i, ok := a.order[e.ID.Ref().String()]
		if !ok || !kinds[e.Kind].Performative || len(doers(&e)) == 0 {
			continue
		}
		if s := v.EventStatus(e.ID); s.Standing == dispute.StandingOpen && len(s.For.Roots()) == 0 {
			a.advise(NoOwnWord, e.ID.Ref(), i, "sources", "it stands open: saying so on the record is doing it, and no word of its doer is on file",
				fmt.Sprintf("the communique of %s among its sources, or an on-record attribution by it to a claim that the event occurred", quoted(doers(&e))))
		}
	}
	for _, q := range v.OpenQuestions() {
		if q.Kind != dispute.QuestionAgeing && q.Kind != dispute.QuestionOverdue {
			continue
		}
		e, ok := v.Event(q.Event)
		i, listed := a.order[e.ID.Ref().String()]
		if !ok || !listed {
			continue
		}
		for _, by := range doers(&e) {
			if other, ok := done[act{e.Kind, by}]; ok {
				a.advise(PerhapsSettled, e.ID.Ref(), i, "phase", fmt.Sprintf("it is still listed as expected, though event %q is of the same kind and by the same doer", other),
					fmt.Sprintf("%q as what %q supersedes if that is it, or the phase \"cancelled\" in a newer version if it was called off", e.ID, other))
				break
			}
		}
	}
}
