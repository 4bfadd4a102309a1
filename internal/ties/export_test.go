package ties

// Keeping is [New] where lists are kept of those alone who depend on at most so many.
func Keeping(short int, kinds []Kind, from [][]Tie) *Graph { return newGraph(kinds, from, short) }
