package briefing

import (
	"strings"

	"github.com/dispute-go/dispute"
)

// A topic is a change's key taken apart; see [dispute.Fact].
type topic struct {
	name string // such as "event", "dates", "status"
	ref  dispute.Ref
	rest []string
}

func topicOf(key string) topic {
	parts := strings.Split(key, "/")
	var kind dispute.ItemKind
	switch name := parts[0]; {
	case (name == "status" || name == "claimed-dates" || name == "figures") && len(parts) >= 3 && kind.UnmarshalText([]byte(parts[1])) == nil:
		return topic{name: name, ref: dispute.Ref{Kind: kind, ID: parts[2]}}
	case len(parts) == 3 && parts[2] == "dates":
		return topic{name: "dates", ref: dispute.Ref{Kind: dispute.ItemEvent, ID: parts[1]}}
	case len(parts) == 2 && kind.UnmarshalText([]byte(name)) == nil:
		return topic{name: name, ref: dispute.Ref{Kind: kind, ID: parts[1]}}
	}
	return topic{name: parts[0], rest: parts[1:]}
}

// subject returns what an item is part of the story of: statements belong to the
// claim they are on, claims that an event occurred to the event.
func (c *changes) subject(ref dispute.Ref) subject {
	switch ref.Kind {
	case dispute.ItemEvent:
		id := later(c, dispute.EventID(ref.ID), (*dispute.View).Event).ID
		return subject{rankEvent, c.b.place[id], string(id)}
	case dispute.ItemClaim:
		claim := later(c, dispute.ClaimID(ref.ID), (*dispute.View).Claim)
		if e := claim.Content.Occurred; e != "" {
			return c.subject(e.Ref())
		}
		return subject{rankClaim, 0, string(claim.ID)}
	case dispute.ItemAttribution:
		seen := map[dispute.AttributionID]bool{}
		for id := dispute.AttributionID(ref.ID); !seen[id]; {
			seen[id] = true
			a := later(c, id, (*dispute.View).Attribution)
			switch {
			case a.Claim != "":
				return c.subject(a.Claim.Ref())
			case a.Attribution == "":
				return c.subject(a.TargetSource.Ref())
			}
			id = a.Attribution
		}
		return subject{rankClaim, 1, ref.ID} // statements about each other in a circle
	case dispute.ItemSource:
		return subject{rankSource, 0, string(later(c, dispute.SourceID(ref.ID), (*dispute.View).Source).ID)}
	}
	return subject{rankActor, 0, ref.ID}
}

// later finds an item in the later view, else in the earlier one.
func later[ID ~string, T any](c *changes, id ID, find func(*dispute.View, ID) (T, bool)) T {
	if x, ok := find(c.b.v, id); ok {
		return x
	}
	x, _ := find(c.a.v, id)
	return x
}

// name says what a subject is, without saying that it is so.
func (c *changes) name(key subject) string {
	switch key.rank {
	case rankEvent:
		return c.b.eventName(later(c, dispute.EventID(key.id), (*dispute.View).Event))
	case rankClaim:
		if claim := later(c, dispute.ClaimID(key.id), (*dispute.View).Claim); claim.ID != "" {
			return claim.Text
		}
		return "statements about each other in a circle"
	case rankRelation:
		return key.id
	case rankSource:
		t := c.b
		if _, ok := t.v.Source(dispute.SourceID(key.id)); !ok {
			t = c.a
		}
		return "the source “" + t.sourceName(dispute.SourceID(key.id)) + "”"
	case rankActor:
		if _, ok := c.b.v.Actor(dispute.ActorID(key.id)); ok {
			return c.b.name(dispute.ActorID(key.id))
		}
		return c.a.name(dispute.ActorID(key.id))
	}
	return ""
}
