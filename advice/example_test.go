package advice_test

import (
	"fmt"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/advice"
	"github.com/dispute-go/dispute/edtf"
)

func ExampleOn() {
	record := dispute.Record{
		Actors: []dispute.Actor{{ID: "mali", Kind: dispute.ActorState, Name: "Mali"}, {ID: "ukraine", Kind: dispute.ActorState, Name: "Ukraine"}},
		Events: []dispute.Event{{ID: "break", Kind: "sever-relation", When: edtf.MustParse("2024-08-04"), Participants: []dispute.Participant{
			{Role: dispute.RoleActor, Actor: "mali"}, {Role: "Target", Actor: "ukraine"}}}},
	}
	for _, piece := range advice.On(record) {
		fmt.Println(piece.Path, piece.Code)
		fmt.Println("  ", piece.Follows)
		fmt.Println("   write", piece.Write)
	}
	// Output:
	// /events/0/kind unknown-kind
	//    no rule knows the kind "sever-relation", so that it changes no relation
	//    write "sever-relations", if that is meant
	// /events/0/participants/1/role unknown-role
	//    no rule knows the role "Target": who has it is a party to the event, and neither does nor suffers it
	//    write "target", if that is meant
}
