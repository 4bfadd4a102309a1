package dispute

// An Answer is what is on file as an answer of one respondent to an accusation, a
// demand or an appeal. It says nothing of whether what it says is so.
type Answer struct {
	// Event is what is answered, Respondent who was to answer it.
	Event      EventID `json:"event"`
	Respondent ActorID `json:"respondent"`
	// Attribution is the statement that answers, or Reply the event.
	Attribution AttributionID `json:"attribution,omitzero"`
	Reply       EventID       `json:"reply,omitzero"`
	// Stance is what the statement does, such as denying, or declining to comment;
	// an event that denies or rejects denies, and any other one has no stance.
	Stance Stance `json:"stance,omitzero"`
	// Claim is the claim that it is on where it answers through that: one that
	// follows from what the event puts forward and is denied, or one declared to
	// contradict that and is asserted. It is empty otherwise.
	Claim ClaimID `json:"claim,omitzero"`
	// AuthorityNotEstablished says that it was given on the respondent's behalf by
	// somebody not known to speak for it on that day.
	AuthorityNotEstablished bool `json:"authority_not_established,omitzero"`

	from *givenAnswer // which words are made of
	read *said        // the words that came with it
}

// A givenAnswer is an answer, in numbers.
type givenAnswer struct {
	*chronology
	event, respondent int32
	given             foundReply
}

// Answers returns the answers to an accusation, a demand or an appeal, by
// respondent, then events before statements, each by ID. An event that is none
// of these, is not on file or not there yet, or that the view does not accept,
// has none: nobody is expected to answer it.
//
// What answers is a statement by the respondent, or by somebody whose word is its
// on the day of the statement, or given on its behalf: on a claim that the event
// puts forward, on a statement of that in its document or by its doers, a denial
// of what such a claim entails, or an assertion of what is declared to contradict
// it. So does an event by one of these that the view accepts: one in response to
// it, and a denial, a rejection or a statement that names such a claim or is about
// the event. An answer counts unless it was surely given before the event.
//
// The cost is near-linear in the size of the record.
func (v *View) Answers(id EventID) []Answer {
	v = v.orEmpty()
	n := v.replacing(id.Ref())
	if n == none {
		return nil
	}
	return questions{v.chronology}.answersTo(n)
}

func (v questions) answersTo(n int32) []Answer {
	if !v.asksForAnswer(n) {
		return nil
	}
	find, g := v.newReplyFinder(), v.groundOf(n)
	since := v.startDays(v.events.at(n)).First
	var list []Answer
	for _, respondent := range v.respondents(v.d.event(n)) {
		for _, given := range find.all(respondent, g, func(x reply) bool { return x.when.Last >= since }) {
			list = append(list, v.newAnswer(&givenAnswer{v.chronology, n, respondent, given}))
		}
	}
	return list
}

func (v questions) newAnswer(x *givenAnswer) Answer {
	a := Answer{Event: EventID(v.ref(x.event).ID), Respondent: v.actorID(x.respondent), Stance: x.given.stance,
		AuthorityNotEstablished: x.given.unproven, from: x}
	if v.ref(x.given.item).Kind == ItemEvent {
		a.Reply = EventID(v.ref(x.given.item).ID)
	} else {
		a.Attribution = v.attributionID(x.given.item)
	}
	if x.given.on != none {
		a.Claim = ClaimID(v.ref(x.given.on).ID)
	}
	return a
}
