package dispute

// A cursor reads the numbers of an item field by field.
type cursor []int32

func (c *cursor) one() int32 { return c.many(1)[0] }

func (c *cursor) many(n int) []int32 {
	list := (*c)[:n:n]
	*c = (*c)[n:]
	return list
}

// publisherOf returns the number of a source's publisher, or none.
func (d *Dossier) publisherOf(n int32) int32 {
	r := cursor(d.refs(n)[1:]) // it supersedes the first
	for _, a := range d.source(n).Authors {
		r.many(1 + len(a.OnBehalfOf))
	}
	return r.one()
}

// eventRefs are the items that an event refers to.
type eventRefs struct {
	participants, links, claims []int32
	carrier                     int32
	sources                     []int32
}

func (d *Dossier) eventRefs(n int32) eventRefs {
	e, r := d.event(n), cursor(d.refs(n)[1:])
	return eventRefs{participants: r.many(len(e.Participants)), links: r.many(len(e.Links)), claims: r.many(len(e.Claims)),
		carrier: r.one(), sources: r.many(len(e.Sources))}
}

// claimRefs are the items that a claim refers to. Those of its content are the
// event that occurred, and then those of its structured content.
type claimRefs struct {
	occurred                                int32
	content                                 []int32
	adverse, favours, contradicts, entailed []int32
}

func (d *Dossier) claimRefs(n int32) claimRefs {
	c, r := d.claim(n), d.refs(n)
	adverse := len(r) - len(c.Adverse) - len(c.Favours) - len(c.Contradicts) - len(c.Entails)
	last := cursor(r[adverse:])
	return claimRefs{occurred: r[1], content: r[2:adverse:adverse],
		adverse: last.many(len(c.Adverse)), favours: last.many(len(c.Favours)),
		contradicts: last.many(len(c.Contradicts)), entailed: last.many(len(c.Entails))}
}

// attributionRefs are the items that an attribution refers to.
type attributionRefs struct {
	speaker                                  int32
	jointly, onBehalfOf                      []int32
	claim, attribution, targetSource, source int32
	relays, relaysSources                    []int32
}

func (d *Dossier) attributionRefs(n int32) attributionRefs {
	a, r := d.attribution(n), cursor(d.refs(n)[1:])
	return attributionRefs{speaker: r.one(), jointly: r.many(len(a.Jointly)), onBehalfOf: r.many(len(a.OnBehalfOf)),
		claim: r.one(), attribution: r.one(), targetSource: r.one(), source: r.one(),
		relays: r.many(len(a.Relays)), relaysSources: r.many(len(a.RelaysSources))}
}

func (v *sight) actorID(n int32) ActorID {
	if n == none {
		return ""
	}
	return ActorID(v.ref(n).ID)
}

func (v *sight) actorIDs(list []int32) []ActorID {
	ids := make([]ActorID, len(list))
	for i, n := range list {
		ids[i] = v.actorID(n)
	}
	return ids
}

func (v *sight) attributionID(n int32) AttributionID {
	if n == none {
		return ""
	}
	return AttributionID(v.ref(n).ID)
}

func (v *sight) attributionIDs(list []int32) []AttributionID {
	ids := make([]AttributionID, len(list))
	for i, n := range list {
		ids[i] = v.attributionID(n)
	}
	return ids
}

func (v *sight) sourceID(n int32) SourceID {
	if n == none {
		return ""
	}
	return SourceID(v.ref(n).ID)
}

// sourcesOf returns the sources listed on event n, ascending.
func (v *sight) sourcesOf(n int32) []int32 { return v.latestOf(v.d.eventRefs(n).sources) }
