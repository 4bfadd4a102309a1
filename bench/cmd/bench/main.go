// Command bench runs the dyad fold on the library's public API beside
// databases and Go programs, each run in a process of its own, compares their
// checksums, and prints a table in Markdown. It fails if two peers disagree.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"github.com/dispute-go/dispute/bench/measure"
	"github.com/dispute-go/dispute/bench/peer"
)

const late = "late" // the peer that inserts single events

func main() {
	sizes := flag.String("n", "100000,1000000,10000000", "numbers of events, separated by commas")
	rounds := flag.Int("rounds", 3, "runs of each peer; the median is shown")
	queries := flag.Int("queries", 1_000_000, "as-of queries")
	only := flag.String("peers", "", "peers to run, separated by commas; all if empty")
	one := flag.String("one", "", "run this peer once in this process and print the result as JSON")
	flag.Parse()
	if err := run(*sizes, *rounds, *queries, *only, *one); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(sizes string, rounds, queries int, only, one string) error {
	var ns []int
	for _, s := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return fmt.Errorf("number of events %q, expected one from 1", s)
		}
		ns = append(ns, n)
	}
	if one != "" {
		return runOne(one, ns[0], queries)
	}
	names := strings.Split(only, ",")
	if only == "" {
		names = []string{late}
		for _, m := range peer.All() {
			names = append(names, m.Name)
		}
	}
	var results []measure.Result
	for _, n := range ns {
		for round := range rounds {
			for _, name := range names {
				r, ran, err := runChild(name, n, queries)
				if err != nil {
					return fmt.Errorf("%s with %d events: %w", name, n, err)
				}
				if ran {
					fmt.Fprintf(os.Stderr, "%d events, round %d: %s, %.0f ms\n", n, round+1, name, r.Total())
					results = append(results, r)
				}
			}
		}
	}
	return report(os.Stdout, results)
}

// runOne runs a peer in this process.
func runOne(name string, n, queries int) error {
	var r measure.Result
	var err error
	if name == late {
		r, err = measure.LateEvents(n, min(n, 100_000))
	} else if m, ok := peer.Find(name); ok {
		r, err = measure.Peer(m, n, queries)
	} else {
		err = fmt.Errorf("unknown peer %q", name)
	}
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(r)
}

// runChild runs a peer in a process of its own, which has as many threads for
// Go code as the peer is meant to use.
func runChild(name string, n, queries int) (r measure.Result, ran bool, err error) {
	threads := 1
	if name != late {
		m, ok := peer.Find(name)
		if !ok {
			return r, false, fmt.Errorf("unknown peer, expected %q or one in the table", late)
		}
		if m.MaxEvents > 0 && n > m.MaxEvents {
			return r, false, nil
		}
		if m.MaxQueries > 0 {
			queries = min(queries, m.MaxQueries)
		}
		threads = m.Threads
	}
	program, err := os.Executable()
	if err != nil {
		return r, false, err
	}
	child := exec.Command(program, "-one", name, "-n", strconv.Itoa(n), "-queries", strconv.Itoa(queries))
	child.Env = append(os.Environ(), "GOMAXPROCS="+strconv.Itoa(threads))
	child.Stderr = os.Stderr
	out, err := child.Output()
	if err != nil {
		return r, false, err
	}
	return r, true, json.Unmarshal(out, &r)
}
