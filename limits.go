package dispute

// The defaults of [Limits].
const (
	defaultBytes            = 16 << 20
	defaultNesting          = 32
	defaultItems            = 100_000
	defaultStringBytes      = 64 << 10
	defaultIDBytes          = 128
	defaultReferences       = 256
	defaultAttributionDepth = 256
	defaultHierarchyDepth   = 32
	defaultFigure           = 1_000_000_000_000
	defaultProblems         = 100
)

// Limits bounds what is read, written and compiled, so that hostile input costs
// no more than its size. A field that is zero or negative stands for its
// default: the zero Limits is the documented one. Every bound is inclusive.
//
// All of them bind decoding and encoding. Compiling, whose input may come from
// a program rather than from text, heeds Items, IDBytes and Problems.
type Limits struct {
	// Bytes is the length of the text, by default 16 MiB (16,777,216).
	Bytes int64
	// Nesting is how deep arrays and objects may lie in each other, the record
	// itself being 1; by default 32.
	Nesting int
	// Items is the number of actors, and likewise of sources, of events, of
	// claims and of attributions; by default 100,000 of each.
	Items int
	// StringBytes is the length of one string in bytes of UTF-8, by default
	// 64 KiB (65,536).
	StringBytes int
	// IDBytes is the length of one ID in bytes, by default 128.
	IDBytes int
	// References is the length of each list inside one item, and how many IDs
	// one item may refer to in all its lists and fields; by default 256.
	References int
	// AttributionDepth is how many attributions may be nested in one chain
	// (who said that who said that …), by default 256. The members of a circle
	// count as one.
	AttributionDepth int
	// HierarchyDepth is how many actors may lie in one chain of part-of,
	// speaks-for and holds-office, by default 32. The members of a circle count
	// as one.
	HierarchyDepth int
	// Figure is the greatest figure a claim may state, by default 10¹²;
	// the least is 0.
	Figure int64
	// Problems is how many problems are reported before the rest is left out,
	// by default 100.
	Problems int
}

// withDefaults returns l with every unset field at its default.
func (l Limits) withDefaults() Limits {
	orDefault(&l.Bytes, defaultBytes)
	orDefault(&l.Nesting, defaultNesting)
	orDefault(&l.Items, defaultItems)
	orDefault(&l.StringBytes, defaultStringBytes)
	orDefault(&l.IDBytes, defaultIDBytes)
	orDefault(&l.References, defaultReferences)
	orDefault(&l.AttributionDepth, defaultAttributionDepth)
	orDefault(&l.HierarchyDepth, defaultHierarchyDepth)
	orDefault(&l.Figure, defaultFigure)
	orDefault(&l.Problems, defaultProblems)
	return l
}

func orDefault[T int | int64](field *T, value T) {
	if *field <= 0 {
		*field = value
	}
}
