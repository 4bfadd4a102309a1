// Package program holds what the programs of this module have in common: where they
// take a record from, how they look at it, and how they put text into Markdown.
package program

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/dispute-go/dispute"
	"github.com/dispute-go/dispute/edtf"
	"github.com/dispute-go/dispute/export/briefing"
	"github.com/dispute-go/dispute/internal/markup"
	"github.com/dispute-go/dispute/sahel2024"
)

// Load reads a record from a file, or from stdin where the name is "-", or
// returns the embedded one without a name.
func Load(name string, stdin io.Reader) (dispute.Record, error) {
	switch name {
	case "":
		return sahel2024.Record(), nil
	case "-":
		return dispute.Decode(stdin)
	}
	file, err := os.Open(name)
	if err != nil {
		return dispute.Record{}, err
	}
	defer file.Close()
	return dispute.Decode(file)
}

// Open reads a record as [Load] does and compiles it. It returns the record's
// title too.
func Open(name string, stdin io.Reader) (*dispute.Dossier, string, error) {
	record, err := Load(name, stdin)
	if err != nil {
		return nil, "", err
	}
	dossier, err := dispute.Compile(record)
	return dossier, record.Title, err
}

// A Wrong error says what is wrong with the arguments of a program.
type Wrong struct{ error }

// Wrongf returns a [Wrong] error.
func Wrongf(format string, args ...any) error { return Wrong{fmt.Errorf(format, args...)} }

// errFlags says that the flags are wrong, which a flag set has told.
var errFlags = errors.New("wrong flags")

// Parse reads the flags. Where they are wrong, or help is asked for, the flag
// set writes so itself, and [Finish] only gives the exit status.
func Parse(flags *flag.FlagSet, args []string) error {
	err := flags.Parse(args)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		return errFlags
	}
	return err
}

// Finish writes the answer of a program, or else what kept it from one, and
// returns its exit status: 0 for an answer or for help, 1 where there is none,
// 2 for wrong arguments.
func Finish(answer string, err error, stdout, stderr io.Writer) int {
	if err == nil {
		_, err = io.WriteString(stdout, answer)
	}
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errFlags):
		return 2
	}
	fmt.Fprintln(stderr, err)
	if errors.As(err, new(Wrong)) {
		return 2
	}
	return 1
}

// DayFlags adds the flags -known-by and -recorded-by, which set the days of a
// lens.
func DayFlags(flags *flag.FlagSet, lens *dispute.Lens) {
	flags.TextVar(&lens.KnownBy, "known-by", edtf.Day{}, "only what was public by this `day`, such as 2024-08-05")
	flags.TextVar(&lens.RecordedBy, "recorded-by", edtf.Day{}, "only what was on file by this `day`")
}

// FormatFlag adds the flag -format, which says how [Printed] prints a briefing.
func FormatFlag(flags *flag.FlagSet) *string {
	return flags.String("format", "text", "print as this `form`: text, markdown, html or json")
}

// Printed prints a briefing in one of the forms of [FormatFlag].
func Printed(b briefing.Briefing, form string) (string, error) {
	switch form {
	case "text":
		return b.Text(), nil
	case "markdown":
		return b.Markdown(), nil
	case "html":
		return b.HTML(), nil
	case "json":
		data, err := json.MarshalIndent(b, "", "  ")
		return string(data) + "\n", err
	}
	return "", Wrongf("-format %q, want \"text\", \"markdown\", \"html\" or \"json\"", form)
}

// Scope says what a lens lets see, such as "What was public by 5 August 2024".
func Scope(lens dispute.Lens) string {
	switch {
	case !lens.KnownBy.IsZero() && !lens.RecordedBy.IsZero():
		return fmt.Sprintf("What was public by %s and on file by %s", lens.KnownBy.English(), lens.RecordedBy.English())
	case !lens.KnownBy.IsZero():
		return "What was public by " + lens.KnownBy.English()
	case !lens.RecordedBy.IsZero():
		return "What was on file by " + lens.RecordedBy.English()
	}
	return "Everything on file"
}

// Markdown is [markup.Markdown].
func Markdown(s string) string { return markup.Markdown(s) }
