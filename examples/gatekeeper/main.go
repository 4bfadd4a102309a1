// Command gatekeeper stands between whatever extracts statements from text and
// whatever keeps them. It reads statements from standard input, one JSON object
// to a line, refuses those without a speaker, a source or a date that can be
// told, and passes the rest on as one canonical record on standard output or,
// with -sentences, as attributed sentences, one to a line.
//
//	gatekeeper [-sentences] [-title TITLE] < STATEMENTS.jsonl
//
// For every refused line, standard error has one line for each thing wrong with
// it: the number of the line, a JSON Pointer (RFC 6901) into it, and the reason.
// Where lines are refused, a count follows.
//
// The exit status is 0 if every line passed, 1 if some were refused or the
// stream could not be read or written, 2 for wrong arguments. What passes is
// passed on although other lines are refused; a stream that breaks off gives no
// record.
//
// What a line holds, and what record comes of it, says package
// [github.com/dispute-go/dispute/ingest/statements].
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/ingest/statements"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is main with its surroundings passed in. It returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("gatekeeper", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: gatekeeper [flags] < STATEMENTS.jsonl")
		flags.PrintDefaults()
	}
	asSentences := flags.Bool("sentences", false, "write attributed sentences instead of a record")
	title := flags.String("title", "", "the `title` of the record")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "gatekeeper: argument %q, want none and the statements on standard input\n", flags.Arg(0))
		return 2
	}

	out := bufio.NewWriter(stdout)
	collection := statements.NewCollection(dispute.Record{Title: *title})
	passed, refused := 0, 0
	failure := statements.ReadLines(stdin, func(number int, s *statements.Statement, err error) {
		switch wrong, ok := errors.AsType[*dispute.RecordError](err); {
		case ok:
			refused++
			for _, p := range wrong.Problems {
				fmt.Fprintf(stderr, "line %d: %s\n", number, describe(p))
			}
		case *asSentences:
			passed++
			fmt.Fprintf(out, "%s.\n", s.Sentence())
		default:
			passed++
			collection.Add(s)
		}
	})
	if refused > 0 {
		fmt.Fprintf(stderr, "gatekeeper: %d of %d lines refused\n", refused, passed+refused)
	}
	if failure == nil && !*asSentences {
		failure = dispute.Encode(out, collection.Record())
	}
	if err := errors.Join(failure, out.Flush()); err != nil {
		fmt.Fprintln(stderr, "gatekeeper:", err)
		return 1
	}
	if refused > 0 {
		return 1
	}
	return 0
}

// describe says what is wrong and where in the line.
func describe(p *dispute.FieldError) string {
	if p.Path == "" {
		return p.Err.Error()
	}
	return (&dispute.FieldError{Path: p.Path, Err: p.Err}).Error()
}
