// Command edtf explains dates in the Extended Date/Time Format, one a line, and
// with -on also English wordings such as "late July":
//
//	edtf 2024-07 "[2024-07-21..2024-07-31]"
//	edtf -on 2024-08-21 "late July" "three days ago"
//
// It reads its arguments, or standard input when there are none, and prints for
// each text one line of eleven columns, separated by tabs: the text; "valid",
// "phrase" or "invalid"; the earliest start and the latest end; the qualifiers;
// the conformance level; the canonical text; the latest start and the earliest
// end; the date in English; and for a phrase the convention it was read by. For
// an invalid text the seventh column holds the error and the others are empty.
//
// With -on a text that is no EDTF is read as an English wording on that day.
// The exit status is 0 when every text is read and 1 otherwise.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"

	"github.com/dispute-go/dispute/edtf"
)

func main() {
	allRead, err := run(os.Args[1:], os.Stdin, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "edtf:", err)
	}
	if err != nil || !allRead {
		os.Exit(1)
	}
}

// run explains the texts, or the lines of in when there are none, and reports
// whether all were read.
func run(args []string, in io.Reader, out io.Writer) (allRead bool, err error) {
	var on edtf.Day
	texts := args
	if len(args) > 0 && args[0] == "-on" { // no package flag: "-0043" is a year
		if len(args) == 1 {
			return false, errors.New("-on: expected a day such as 2024-08-21")
		}
		if on, err = edtf.ParseDay(args[1]); err != nil {
			return false, fmt.Errorf("-on: %w", err)
		}
		texts = args[2:]
	}
	w := bufio.NewWriter(out)
	allRead = true
	for _, text := range texts {
		allRead = explain(w, text, on) && allRead
	}
	if len(texts) > 0 {
		return allRead, w.Flush()
	}
	for r := bufio.NewReader(in); ; {
		line, err := r.ReadString('\n')
		if line != "" {
			line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
			allRead = explain(w, line, on) && allRead
		}
		if errors.Is(err, io.EOF) {
			return allRead, w.Flush()
		}
		if err != nil {
			return allRead, errors.Join(err, w.Flush())
		}
	}
}

// explain prints the line of one text and reports whether it was read.
func explain(w io.Writer, text string, on edtf.Day) bool {
	d, err := edtf.Parse(text)
	status, pattern := "valid", ""
	if err != nil && !on.IsZero() {
		var phrase edtf.Phrase
		phrase, err = edtf.ParsePhrase(text, on)
		d, status, pattern = phrase.Date, "phrase", phrase.Pattern
	}
	if err != nil {
		fmt.Fprintf(w, "%s\tinvalid\t\t\t\t\t%v\t\t\t\t\n", printable(text), err)
		return false
	}
	b := d.Bounds()
	fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%d\t%s\t%s\t%s\t%s\t%s\n", printable(text), status, b.EarliestStart, b.LatestEnd,
		strings.Join(qualifiers(d), " "), d.Level(), d, b.LatestStart, b.EarliestEnd, d.English(), pattern)
	return true
}

// qualifiers lists the qualified components of all parts of d.
func qualifiers(d edtf.Date) []string {
	if start, end, ok := d.Ends(); ok {
		return append(qualified("start.", start.Date), qualified("end.", end.Date)...)
	}
	all := qualified("", d)
	number := 0
	for m := range d.Members() {
		number++
		all = append(all, qualified("member"+strconv.Itoa(number)+".", m.First, m.Last)...)
	}
	return all
}

// qualified lists the components that are qualified in any of the dates.
func qualified(prefix string, dates ...edtf.Date) []string {
	var uncertain, approximate edtf.Components
	for _, d := range dates {
		f, _ := d.Fields()
		uncertain |= f.Uncertain
		approximate |= f.Approximate
	}
	var all []string
	if uncertain != 0 {
		all = append(all, prefix+"uncertain:"+uncertain.String())
	}
	if approximate != 0 {
		all = append(all, prefix+"approximate:"+approximate.String())
	}
	return all
}

// printable escapes a text that would break the line or its columns.
func printable(text string) string {
	if strings.IndexFunc(text, unicode.IsControl) < 0 {
		return text
	}
	quoted := strconv.Quote(text)
	return quoted[1 : len(quoted)-1]
}
