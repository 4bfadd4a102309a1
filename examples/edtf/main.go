// Command edtf explains dates in the Extended Date/Time Format, one a line.
//
// It reads its arguments, or standard input when there are none, and prints for
// each text one line of seven columns, separated by tabs: the text, "valid" or
// "invalid", the earliest and the latest day, the qualifiers, the conformance
// level, and the canonical text. For an invalid text the last column holds the
// error and those between are empty. The exit status is 0 when every text is
// valid and 1 otherwise.
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
	allValid, err := run(os.Args[1:], os.Stdin, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "edtf:", err)
	}
	if err != nil || !allValid {
		os.Exit(1)
	}
}

// run explains the texts, or the lines of in when there are none, and reports
// whether all are valid.
func run(texts []string, in io.Reader, out io.Writer) (allValid bool, err error) {
	w := bufio.NewWriter(out)
	allValid = true
	for _, text := range texts {
		allValid = explain(w, text) && allValid
	}
	if len(texts) > 0 {
		return allValid, w.Flush()
	}
	for r := bufio.NewReader(in); ; {
		line, err := r.ReadString('\n')
		if line != "" {
			line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
			allValid = explain(w, line) && allValid
		}
		if errors.Is(err, io.EOF) {
			return allValid, w.Flush()
		}
		if err != nil {
			return allValid, errors.Join(err, w.Flush())
		}
	}
}

// explain prints the line of one text and reports whether it is valid.
func explain(w io.Writer, text string) bool {
	d, err := edtf.Parse(text)
	if err != nil {
		fmt.Fprintf(w, "%s\tinvalid\t\t\t\t\t%v\n", printable(text), err)
		return false
	}
	b := d.Bounds()
	fmt.Fprintf(w, "%s\tvalid\t%s\t%s\t%s\t%d\t%s\n", text, b.EarliestStart, b.LatestEnd,
		strings.Join(qualifiers(d), " "), d.Level(), d)
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
