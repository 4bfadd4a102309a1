package surface

import (
	"reflect"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/advice"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/export/briefing"
	"github.com/dispute-go/dispute/export/mermaid"
	"github.com/dispute-go/dispute/export/origins"
	"github.com/dispute-go/dispute/export/tables"
	"github.com/dispute-go/dispute/fold"
	"github.com/dispute-go/dispute/ingest/reports"
	"github.com/dispute-go/dispute/ingest/statements"
	"github.com/dispute-go/dispute/sahel2024"
)

// exported is everything exported, by package: the types, whose methods are found
// by reflection, and the functions.
var exported = []struct {
	dir   string
	types []reflect.Type
	funcs map[string]any
}{
	{
		dir: "../../..",
		types: []reflect.Type{
			reflect.TypeFor[dispute.Account](), reflect.TypeFor[dispute.AccountLine](), reflect.TypeFor[dispute.Actor](),
			reflect.TypeFor[dispute.ActorID](), reflect.TypeFor[dispute.ActorIdentity](), reflect.TypeFor[dispute.ActorKind](),
			reflect.TypeFor[dispute.Affiliation](), reflect.TypeFor[dispute.AffiliationKind](), reflect.TypeFor[dispute.Agency](),
			reflect.TypeFor[dispute.Answer](), reflect.TypeFor[dispute.Attribution](), reflect.TypeFor[dispute.AttributionID](), reflect.TypeFor[dispute.AttributionQuery](),
			reflect.TypeFor[dispute.Author](), reflect.TypeFor[dispute.Certainty](), reflect.TypeFor[dispute.Change](),
			reflect.TypeFor[dispute.ChangeKind](), reflect.TypeFor[dispute.Claim](), reflect.TypeFor[dispute.ClaimID](),
			reflect.TypeFor[dispute.ClaimQuery](), reflect.TypeFor[dispute.ClaimStanding](), reflect.TypeFor[dispute.Code](),
			reflect.TypeFor[dispute.CodeScheme](), reflect.TypeFor[dispute.Comparison](), reflect.TypeFor[dispute.ComparisonLine](),
			reflect.TypeFor[dispute.Conflict](), reflect.TypeFor[dispute.ConflictKind](), reflect.TypeFor[dispute.Content](),
			reflect.TypeFor[dispute.Contradiction](), reflect.TypeFor[dispute.ContradictionKind](), reflect.TypeFor[dispute.Credibility](),
			reflect.TypeFor[dispute.Custody](), reflect.TypeFor[dispute.DateRow](), reflect.TypeFor[dispute.DateSet](),
			reflect.TypeFor[dispute.Dating](), reflect.TypeFor[dispute.DayCount](), reflect.TypeFor[dispute.DayRange](),
			reflect.TypeFor[dispute.Difference](), reflect.TypeFor[dispute.Disagreement](), reflect.TypeFor[dispute.Dossier](),
			reflect.TypeFor[dispute.DropReason](), reflect.TypeFor[dispute.DoerStanding](), reflect.TypeFor[dispute.Dropped](), reflect.TypeFor[dispute.Event](),
			reflect.TypeFor[dispute.EventAgent](), reflect.TypeFor[dispute.EventID](), reflect.TypeFor[dispute.EventKind](),
			reflect.TypeFor[dispute.EventKindInfo](), reflect.TypeFor[dispute.EventQuery](), reflect.TypeFor[dispute.Fact](),
			reflect.TypeFor[dispute.FieldChange](), reflect.TypeFor[dispute.FieldError](), reflect.TypeFor[dispute.Figure](),
			reflect.TypeFor[dispute.FigureRow](), reflect.TypeFor[dispute.FigureSet](), reflect.TypeFor[dispute.Gap](),
			reflect.TypeFor[dispute.History](), reflect.TypeFor[dispute.Identity](), reflect.TypeFor[dispute.ItemKind](),
			reflect.TypeFor[dispute.Label](), reflect.TypeFor[dispute.Lens](), reflect.TypeFor[dispute.Limits](),
			reflect.TypeFor[dispute.Lineage](), reflect.TypeFor[dispute.Link](), reflect.TypeFor[dispute.LinkKind](),
			reflect.TypeFor[dispute.Meaning](), reflect.TypeFor[dispute.MergeConflict](), reflect.TypeFor[dispute.MergeError](),
			reflect.TypeFor[dispute.MergePlace](), reflect.TypeFor[dispute.OfficeRole](), reflect.TypeFor[dispute.Pair](),
			reflect.TypeFor[dispute.Participant](), reflect.TypeFor[dispute.ParticipantRole](), reflect.TypeFor[dispute.PartyPosition](),
			reflect.TypeFor[dispute.Phase](), reflect.TypeFor[dispute.Policy](), reflect.TypeFor[dispute.PossibleState](),
			reflect.TypeFor[dispute.Question](), reflect.TypeFor[dispute.QuestionKind](), reflect.TypeFor[dispute.Reason](),
			reflect.TypeFor[dispute.ReasonLine](), reflect.TypeFor[dispute.Reasons](), reflect.TypeFor[dispute.Record](),
			reflect.TypeFor[dispute.RecordError](), reflect.TypeFor[dispute.RecordLevel](), reflect.TypeFor[dispute.Ref](),
			reflect.TypeFor[dispute.Relation](), reflect.TypeFor[dispute.RelationChange](), reflect.TypeFor[dispute.RelationClaim](),
			reflect.TypeFor[dispute.RelationState](), reflect.TypeFor[dispute.RelationYear](), reflect.TypeFor[dispute.Reliability](),
			reflect.TypeFor[dispute.Repetition](), reflect.TypeFor[dispute.ReportedState](), reflect.TypeFor[dispute.Response](), reflect.TypeFor[dispute.Root](),
			reflect.TypeFor[dispute.Rule](), reflect.TypeFor[dispute.Ruling](), reflect.TypeFor[dispute.Side](),
			reflect.TypeFor[dispute.Series](), reflect.TypeFor[dispute.SeriesStep](),
			reflect.TypeFor[dispute.Snapshot](), reflect.TypeFor[dispute.SolidarityStep](), reflect.TypeFor[dispute.Source](),
			reflect.TypeFor[dispute.SourceID](), reflect.TypeFor[dispute.SourceKind](), reflect.TypeFor[dispute.Span](),
			reflect.TypeFor[dispute.Spell](), reflect.TypeFor[dispute.Stance](), reflect.TypeFor[dispute.Standing](),
			reflect.TypeFor[dispute.StandingRule](), reflect.TypeFor[dispute.State](), reflect.TypeFor[dispute.Status](),
			reflect.TypeFor[dispute.Strength](), reflect.TypeFor[dispute.Timeline](), reflect.TypeFor[dispute.TimelineEntry](),
			reflect.TypeFor[dispute.Track](), reflect.TypeFor[dispute.Trend](), reflect.TypeFor[dispute.View](),
		},
		funcs: map[string]any{
			"CheckRules": dispute.CheckRules, "Encode": dispute.Encode, "EncodeWith": dispute.EncodeWith, "Schema": dispute.Schema, "AnswersSchema": dispute.AnswersSchema, "WithoutReasons": dispute.WithoutReasons,
			"Diff": dispute.Diff, "Compile": dispute.Compile, "CompileWith": dispute.CompileWith,
			"KindOfCAMEO": dispute.KindOfCAMEO, "KnownKinds": dispute.KnownKinds, "LabelOf": dispute.LabelOf,
			"Decode": dispute.Decode, "DecodeWith": dispute.DecodeWith, "Merge": dispute.Merge,
			"DefaultRules": dispute.DefaultRules,
		},
	},
	{
		dir: "../../../edtf",
		types: []reflect.Type{
			reflect.TypeFor[edtf.AmbiguousError](), reflect.TypeFor[edtf.PhraseOptions](), reflect.TypeFor[edtf.Side](), reflect.TypeFor[edtf.DateOrder](),
			reflect.TypeFor[edtf.Bound](), reflect.TypeFor[edtf.BoundKind](), reflect.TypeFor[edtf.Bounds](),
			reflect.TypeFor[edtf.Components](), reflect.TypeFor[edtf.Convention](), reflect.TypeFor[edtf.Date](),
			reflect.TypeFor[edtf.Day](), reflect.TypeFor[edtf.Duration](), reflect.TypeFor[edtf.End](), reflect.TypeFor[edtf.EndKind](),
			reflect.TypeFor[edtf.Fields](), reflect.TypeFor[edtf.Hemisphere](), reflect.TypeFor[edtf.Kind](), reflect.TypeFor[edtf.Length](),
			reflect.TypeFor[edtf.Member](), reflect.TypeFor[edtf.MemberKind](), reflect.TypeFor[edtf.Options](),
			reflect.TypeFor[edtf.Padding](), reflect.TypeFor[edtf.ParseError](), reflect.TypeFor[edtf.Phrase](),
			reflect.TypeFor[edtf.Precision](), reflect.TypeFor[edtf.Range](), reflect.TypeFor[edtf.Reading](),
			reflect.TypeFor[edtf.Relation](), reflect.TypeFor[edtf.Relations](), reflect.TypeFor[edtf.SeasonRule](),
			reflect.TypeFor[edtf.Truth](),
		},
		funcs: map[string]any{
			"FromYear": edtf.FromYear, "FromMonth": edtf.FromMonth, "Interval": edtf.Interval, "OneOf": edtf.OneOf, "AllOf": edtf.AllOf,
			"ParsePhraseWith": edtf.ParsePhraseWith, "DayBound": edtf.DayBound, "InstantBound": edtf.InstantBound, "OpenFuture": edtf.OpenFuture, "OpenPast": edtf.OpenPast,
			"Conventions": edtf.Conventions, "FromDay": edtf.FromDay, "FromTime": edtf.FromTime, "MustParse": edtf.MustParse,
			"OneOfDays": edtf.OneOfDays, "Parse": edtf.Parse, "Span": edtf.Span, "DayFromNumber": edtf.DayFromNumber,
			"DayFromTime": edtf.DayFromTime, "MustParseDay": edtf.MustParseDay, "NewDay": edtf.NewDay, "ParseDay": edtf.ParseDay,
			"MustParsePhrase": edtf.MustParsePhrase, "ParsePhrase": edtf.ParsePhrase, "RelationsOf": edtf.RelationsOf,
		},
	},
	{
		dir: "../../../fold",
		types: []reflect.Type{
			reflect.TypeFor[fold.Code](), reflect.TypeFor[fold.Coded](), reflect.TypeFor[fold.CodedEvent](),
			reflect.TypeFor[fold.CodedSpell](), reflect.TypeFor[fold.Event](), reflect.TypeFor[fold.Named](),
			reflect.TypeFor[fold.Options](), reflect.TypeFor[fold.Rules](), reflect.TypeFor[fold.Spell](),
			reflect.TypeFor[fold.Unruled](),
		},
		funcs: map[string]any{
			"NewCoded": fold.NewCoded, "NewNamed": fold.NewNamed, "NewRules": fold.NewRules,
		},
	},
	{
		dir: "../../../sahel2024",
		funcs: map[string]any{
			"JSON": sahel2024.JSON, "Record": sahel2024.Record,
		},
	},
	{
		dir: "../../../export/briefing",
		types: []reflect.Type{
			reflect.TypeFor[briefing.Briefing](), reflect.TypeFor[briefing.Line](), reflect.TypeFor[briefing.Mark](),
			reflect.TypeFor[briefing.Options](), reflect.TypeFor[briefing.Section](),
		},
		funcs: map[string]any{
			"Changes": briefing.Changes, "LastDay": briefing.LastDay, "New": briefing.New,
		},
	},
	{
		dir:   "../../../export/origins",
		funcs: map[string]any{"DOT": origins.DOT, "Mermaid": origins.Mermaid, "Text": origins.Text},
	},
	{
		dir:   "../../../export/mermaid",
		funcs: map[string]any{"Timeline": mermaid.Timeline},
	},
	{
		dir:   "../../../export/tables",
		funcs: map[string]any{"Names": tables.Names, "Write": tables.Write, "WritePackage": tables.WritePackage},
	},
	{
		dir:   "../../../advice",
		types: []reflect.Type{reflect.TypeFor[advice.Code](), reflect.TypeFor[advice.Piece]()},
		funcs: map[string]any{"Codes": advice.Codes, "On": advice.On},
	},
	{
		dir:   "../../../ingest/statements",
		types: []reflect.Type{reflect.TypeFor[statements.Collection](), reflect.TypeFor[statements.Statement]()},
		funcs: map[string]any{"NewCollection": statements.NewCollection, "Parse": statements.Parse, "ReadLines": statements.ReadLines},
	},
	{
		dir: "../../../ingest/reports",
		types: []reflect.Type{
			reflect.TypeFor[reports.CellError](), reflect.TypeFor[reports.FigureColumns](), reflect.TypeFor[reports.Table](),
			reflect.TypeFor[reports.TableError](),
		},
		funcs: map[string]any{
			"AgentID": reports.AgentID, "EventID": reports.EventID, "PublisherID": reports.PublisherID, "Read": reports.Read,
			"ReadWith": reports.ReadWith, "SourceID": reports.SourceID, "Maverick": reports.Maverick,
		},
	},
}
