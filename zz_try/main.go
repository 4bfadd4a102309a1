package main

import (
	"fmt"
	"os"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/sahel2024"
)

func main() {
	d, err := dispute.Compile(sahel2024.Record())
	if err != nil { panic(err) }
	view := func(k, r string) *dispute.View {
		var l dispute.Lens
		if k != "" { l.KnownBy = edtf.MustParseDay(k) }
		if r != "" { l.RecordedBy = edtf.MustParseDay(r) }
		v, err := d.View(l)
		if err != nil { panic(err) }
		return v
	}
	show := func(a, b *dispute.View, full bool) {
		df := dispute.Diff(a, b)
		for _, c := range df.Changes {
			if c.Before.Text == c.After.Text { fmt.Println("   (same)", c.Kind, c.Key, c.Because); continue }
			fmt.Println(c.Kind, c.Key, c.Because)
			for _, f := range c.Fields { fmt.Println("      ", f.Kind, f.Path, f.Before, "->", f.After) }
			if full && len(c.Fields)==0 { fmt.Println("     -", c.Before.Text); fmt.Println("     +", c.After.Text) }
		}
	}
	switch os.Args[1] {
	case "rec": show(view("", "2024-08-21"), view("", "2024-08-22"), len(os.Args)>2)
	case "known": show(view("2024-08-01", ""), view("2024-08-21", ""), len(os.Args)>2)
	case "account":
		a := view("", "").Account(dispute.ActorID(os.Args[2]))
		for _, l := range []struct{n string; l []dispute.AccountLine}{{"asserts",a.Asserts},{"denies",a.Denies},{"uncommitted",a.Uncommitted},{"demands",a.Demands},{"accusations",a.Accusations}} {
			for _, x := range l.l { fmt.Println(l.n, x.Stance, x.Event, x.Claim, x.Text, x.Speakers, x.Attributions, x.Sources, x.Label, x.Standing) }
		}
		for _, q := range a.Unanswered { fmt.Println("unanswered", q.Text) }
	case "compare":
		var ids []dispute.ActorID
		for _, s := range os.Args[2:] { ids = append(ids, dispute.ActorID(s)) }
		c := view("", "").Compare(ids...)
		for _, l := range []struct{n string; l []dispute.ComparedLine}{{"agreed",c.Agreed},{"rejected",c.Rejected},{"disputed",c.Disputed},{"one-sided",c.OneSided}} {
			for _, x := range l.l { fmt.Println(l.n, x.Event, x.Claim, x.Text, "FOR", x.For, "AGAINST", x.Against) }
		}
	case "snap":
		for _, f := range view("", "").Snapshot().Facts { fmt.Println(f.Key, f.Text) }
	}
}
