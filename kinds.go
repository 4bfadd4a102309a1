package dispute

// EventKind says what sort of event an event is. The vocabulary is open: a
// kind that is not listed here is kept, and changes no relation unless a
// [Rule] of the policy says so.
type EventKind string

// Kinds of event that the library knows. Their CAMEO and PLOVER codes are
// those of [KindCodes].
const (
	// Verbal acts.
	KindStatement EventKind = "statement"
	KindPublish   EventKind = "publish"
	KindAccuse    EventKind = "accuse"
	KindDemand    EventKind = "demand"
	KindAppeal    EventKind = "appeal"
	KindCondemn   EventKind = "condemn"
	KindDeny      EventKind = "deny"
	KindReject    EventKind = "reject"
	KindPraise    EventKind = "praise"
	KindThreaten  EventKind = "threaten"
	KindAnnounce  EventKind = "announce"

	// Diplomatic relations and representation.
	KindEstablishRelations EventKind = "establish-relations"
	KindRestoreRelations   EventKind = "restore-relations"
	KindSuspendRelations   EventKind = "suspend-relations"
	KindSeverRelations     EventKind = "sever-relations"
	KindReduceRelations    EventKind = "reduce-or-break-relations"
	KindAccreditAmbassador EventKind = "accredit-ambassador"
	KindRecallAmbassador   EventKind = "recall-ambassador"
	KindExpelDiplomats     EventKind = "expel-diplomats"

	// Force.
	KindAttack EventKind = "attack"
	KindBattle EventKind = "battle"
	KindCoup   EventKind = "coup"

	// Bodies and observation.
	KindFoundAlliance EventKind = "found-alliance"
	KindDeliberate    EventKind = "deliberate"
	KindMonitor       EventKind = "monitor"
)

// kindTraits says how the engine treats an event kind.
type kindTraits struct {
	// performative: saying so on the record is doing it, so that the actor's
	// own word establishes the event.
	performative bool
	// answerable: its addressee or the accused is expected to answer.
	answerable bool
}

var traitsOf = map[EventKind]kindTraits{
	KindStatement:          {performative: true},
	KindPublish:            {performative: true},
	KindAccuse:             {performative: true, answerable: true},
	KindDemand:             {performative: true, answerable: true},
	KindAppeal:             {performative: true, answerable: true},
	KindCondemn:            {performative: true},
	KindDeny:               {performative: true},
	KindReject:             {performative: true},
	KindPraise:             {performative: true},
	KindThreaten:           {performative: true},
	KindAnnounce:           {performative: true},
	KindEstablishRelations: {performative: true},
	KindRestoreRelations:   {performative: true},
	KindSuspendRelations:   {performative: true},
	KindSeverRelations:     {performative: true},
	KindReduceRelations:    {performative: true},
	KindAccreditAmbassador: {performative: true},
	KindRecallAmbassador:   {performative: true},
	KindExpelDiplomats:     {performative: true},
}
