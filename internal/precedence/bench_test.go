package precedence

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/dispute-go/dispute/internal/span"
)

// shapes are worlds that a careless algorithm would find hard.
var shapes = []struct {
	name string
	make func(n int) ([]Node, []Link)
}{
	{"undated chain, last first", func(n int) ([]Node, []Link) {
		links := make([]Link, 0, n)
		for v := int32(1); v < int32(n); v++ {
			links = append(links, Link{v, v - 1})
		}
		return make([]Node, n), links
	}},
	{"vague, 1.5 links to a node", func(n int) ([]Node, []Link) {
		return randomNodes(rand.New(rand.NewPCG(1, 1)), n, n*3/2, 50)
	}},
	{"diamonds on one day", func(n int) ([]Node, []Link) {
		nodes := make([]Node, n)
		for v := range nodes {
			nodes[v].Start = at(span.Range{First: 1, Last: 1})
		}
		var links []Link
		for v := int32(0); v+3 < int32(n); v += 3 {
			links = append(links, Link{v, v + 1}, Link{v, v + 2}, Link{v + 1, v + 3}, Link{v + 2, v + 3})
		}
		return nodes, links
	}},
	{"an undated chain with a clash at each step", func(n int) ([]Node, []Link) {
		nodes := make([]Node, n)
		nodes[0].Start = at(span.Range{First: 2, Last: 2})
		var links []Link
		for v := int32(1); v < int32(n); v++ {
			if v%2 == 1 {
				nodes[v].Start = at(span.Range{First: 1, Last: 1})
				links = append(links, Link{v - 1, v})
			} else {
				links = append(links, Link{v - 2, v})
			}
		}
		return nodes, links
	}},
	{"one cycle", func(n int) ([]Node, []Link) {
		links := make([]Link, n)
		for v := range links {
			links[v] = Link{int32(v), int32((v + 1) % n)}
		}
		return make([]Node, n), links
	}},
	{"components of the greatest exact size", func(n int) ([]Node, []Link) {
		var links []Link
		for v := int32(1); v < int32(n); v++ {
			if v%ExactRanks != 0 {
				links = append(links, Link{v - 1, v})
			}
		}
		return make([]Node, n), links
	}},
}

func BenchmarkTighten(b *testing.B) {
	benchmarkShapes(b, func(n []Node, l []Link, _ *Result) { Tighten(n, l) })
}

func BenchmarkOrder(b *testing.B) {
	benchmarkShapes(b, func(_ []Node, _ []Link, r *Result) { r.Order() })
}

func BenchmarkFollowedBy(b *testing.B) {
	benchmarkShapes(b, func(nodes []Node, _ []Link, r *Result) {
		points := make([]Point, len(nodes))
		for v := range points {
			points[v].Node = int32(v)
		}
		r.FollowedBy(points)
	})
}

func benchmarkShapes(b *testing.B, run func([]Node, []Link, *Result)) {
	for _, shape := range shapes {
		for _, n := range []int{1_000, 10_000, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", shape.name, n), func(b *testing.B) {
				nodes, links := shape.make(n)
				r := Tighten(nodes, links)
				for b.Loop() {
					run(nodes, links, r)
				}
			})
		}
	}
}
