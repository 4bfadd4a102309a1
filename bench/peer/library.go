package peer

import (
	"fmt"
	"slices"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/bench/workload"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/fold"
)

// The tracks and states that stand for those of the workload: tracks on which
// the last change wins, each with four states.
var (
	tracks = [workload.Tracks]dispute.Track{dispute.TrackDiplomaticRelations, dispute.TrackHostility,
		dispute.TrackMembership, dispute.TrackStance}
	firstStates = [workload.Tracks]dispute.State{dispute.StateEstablished, dispute.StateThreat,
		dispute.StateApplicant, dispute.StateSupportive}
)

func kindName(kind int) dispute.EventKind {
	return dispute.EventKind(fmt.Sprintf("kind-%02d", kind))
}

// Rules returns the workload's kinds of event as rules of the library.
func Rules() (*fold.Rules, error) {
	var rules []dispute.Rule
	for kind := range workload.Kinds {
		if state := workload.State(uint8(kind)); state > 0 {
			track := workload.Track(uint8(kind))
			rules = append(rules, dispute.Rule{
				Name: fmt.Sprintf("rule-%02d", kind), Event: kindName(kind), From: dispute.RoleActor, To: dispute.RoleTarget,
				Track: tracks[track], State: firstStates[track] + dispute.State(state-1),
			})
		}
	}
	return fold.NewRules(rules)
}

// Coded returns the events as the library takes them.
func Coded(rules *fold.Rules, events []event) ([]fold.CodedEvent, error) {
	var codes [workload.Kinds]fold.Code
	for kind := range codes {
		var err error
		if codes[kind], err = rules.Code(kindName(kind), "", ""); err != nil {
			return nil, err
		}
	}
	list := make([]fold.CodedEvent, len(events))
	for i, e := range events {
		list[i] = fold.CodedEvent{Day: e.Day, From: uint32(e.A), To: uint32(e.B), Code: codes[e.Kind]}
	}
	return list, nil
}

// coded is the library fed with coded events.
type coded struct {
	nothing
	events []fold.CodedEvent
	fold   *fold.Coded
	stream bool
	days   int64
}

func newCoded(workers int) func([]event) (Peer, error) {
	return func(events []event) (Peer, error) {
		rules, err := Rules()
		if err != nil {
			return nil, err
		}
		list, err := Coded(rules, events)
		return &coded{events: list, fold: fold.NewCoded(rules, fold.Options{Workers: workers})}, err
	}
}

func newStream(events []event) (Peer, error) {
	p, err := newCoded(1)(events)
	if err == nil {
		p.(*coded).stream = true
	}
	return p, err
}

func (p *coded) Fold() error {
	if p.stream {
		return p.fold.Add(slices.Values(p.events))
	}
	return p.fold.AddSlice(p.events)
}

func (p *coded) Fetch() error {
	for s := range p.fold.Spells() {
		p.days += int64(s.Last - s.First)
	}
	return nil
}

func (p *coded) Intervals() []interval { return Intervals(p.fold) }

// Intervals returns the spells of a fold as the workload has them.
func Intervals(f *fold.Coded) []interval {
	var list []interval
	for s := range f.Spells() {
		track := trackIndex(s.Track)
		end := s.Last + 1
		if s.Last == fold.OpenEnd {
			end = workload.Days
		}
		list = append(list, interval{
			Group: workload.Group(uint16(s.From), uint16(s.To), track), State: uint8(s.State-firstStates[track]) + 1,
			Start: s.First, End: end, Cause: s.Position,
		})
	}
	return list
}

func trackIndex(t dispute.Track) int { return slices.Index(tracks[:], t) }

func (p *coded) AsOf(queries []query) ([]answer, error) {
	answers := make([]answer, len(queries))
	for i, q := range queries {
		answers[i] = noAnswer
		if s, ok := p.fold.On(uint32(q.A), uint32(q.B), tracks[q.Track], q.Day); ok {
			answers[i] = answer{State: uint8(s.State-firstStates[q.Track]) + 1, Start: s.First}
		}
	}
	return answers, nil
}

// named is the library fed with names and dates. Its days count from the
// epoch of the workload.
type named struct {
	nothing
	events []fold.Event
	fold   *fold.Named
	years  int64
}

var epoch, _ = edtf.NewDay(1985, 1, 1)

// Named returns the events with names and dates.
func Named(events []event) []fold.Event {
	names, kinds := actorNames(), kindNames()
	days := make([]edtf.Day, workload.Days)
	for i := range days {
		days[i] = epoch.AddDays(int64(i))
	}
	list := make([]fold.Event, len(events))
	for i, e := range events {
		list[i] = fold.Event{From: names[e.A], To: names[e.B], Kind: kinds[e.Kind], Day: days[e.Day]}
	}
	return list
}

func actorNames() []dispute.ActorID {
	names := make([]dispute.ActorID, workload.Actors)
	for i := range names {
		names[i] = dispute.ActorID(fmt.Sprintf("actor-%03d", i))
	}
	return names
}

func kindNames() []dispute.EventKind {
	kinds := make([]dispute.EventKind, workload.Kinds)
	for i := range kinds {
		kinds[i] = kindName(i)
	}
	return kinds
}

func newNamed(events []event) (Peer, error) {
	rules, err := Rules()
	return &named{events: Named(events), fold: fold.NewNamed(rules, fold.Options{})}, err
}

func (p *named) Fold() error { return p.fold.AddSlice(p.events) }

func (p *named) Fetch() error {
	for s := range p.fold.Spells() {
		p.years += s.Last.Year() - s.First.Year()
	}
	return nil
}

func (p *named) Intervals() []interval {
	index := actorIndex()
	first := epoch.Number()
	var list []interval
	for s := range p.fold.Spells() {
		track := trackIndex(s.Track)
		end := int32(workload.Days)
		if !s.Last.IsZero() {
			end = int32(s.Last.Number()-first) + 1
		}
		list = append(list, interval{
			Group: workload.Group(index[s.From], index[s.To], track), State: uint8(s.State-firstStates[track]) + 1,
			Start: int32(s.First.Number() - first), End: end, Cause: s.Position,
		})
	}
	return list
}

func actorIndex() map[dispute.ActorID]uint16 {
	index := map[dispute.ActorID]uint16{}
	for i, name := range actorNames() {
		index[name] = uint16(i)
	}
	return index
}

func (p *named) AsOf(queries []query) ([]answer, error) {
	names, first := actorNames(), epoch.Number()
	answers := make([]answer, len(queries))
	for i, q := range queries {
		answers[i] = noAnswer
		day := epoch.AddDays(int64(q.Day))
		if s, ok := p.fold.On(names[q.A], names[q.B], tracks[q.Track], day); ok {
			answers[i] = answer{State: uint8(s.State-firstStates[q.Track]) + 1, Start: int32(s.First.Number() - first)}
		}
	}
	return answers, nil
}
