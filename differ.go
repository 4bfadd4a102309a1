package dispute

type differ struct {
	a, b *reading
	// items are the changed items by key, in and out those that stand in
	// either view by reference.
	items   map[string]*itemChange
	in, out map[Ref]*itemChange
	// newVersions and goneVersions are the changed versions that do not stand
	// where they are, by the item that stands for them.
	newVersions, goneVersions map[Ref][]*itemChange
	// withdrawing are the changed retractions and undercuts by what they are
	// aimed at, under its first version; nil until needed.
	withdrawing map[Ref][]*itemChange
	// further are the causes of facts that other facts refer to, by key.
	further map[string][]*itemChange
}

// itemChange is an item that is new, revised or gone.
type itemChange struct {
	ref           Ref // of the version in the later view that has it
	kind          ChangeKind
	fields        []FieldChange
	revised, gone bool
	number        int32 // in the view that has it
}
