// Command dispute checks, formats and merges records of disputes, and asks them.
//
//	dispute COMMAND [flags] [arguments]
//
// "dispute help" lists the commands, "dispute help COMMAND" tells of one, with an
// example. Records are JSON files, files of JSON Lines, directories of either, or "-"
// for the standard input; what is in several files is merged. Without one, the
// commands that ask look at the embedded dossier of the Sahel dispute of 2024.
//
// The exit status is 0 for an answer, also for one that finds nothing; 1 for a record
// that cannot be used, or something asked for that is not there; 2 for wrong arguments.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/dispute-go/dispute/internal/program"
	"github.com/dispute-go/dispute/internal/spelling"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// A command is one of those after "dispute". Its flags are set on a call, which then
// has the arguments and answers.
type command struct {
	name, args, does, example string
	// flags adds those of the command alone; nil adds none.
	flags func(*call)
	// asks says that it takes a lens, and -in for files; others take files as
	// their arguments and no lens.
	asks   bool
	answer func(*call) error
}

// files are the arguments of commands that ask nothing but what to look at.
const files = "[FILE…]"

// commands are in the order of help.
var commands = []command{
	{"check", files, "reports what is wrong with records, and what they probably forgot", "dispute check dossier.json", nil, false, (*call).check},
	{"fmt", files, "writes records in canonical form", "dispute fmt -w records/", (*call).fmtFlags, false, (*call).format},
	{"merge", "FILE…", "merges records into one", "dispute merge mine.json yours.json > both.json", nil, false, (*call).merge},
	{"brief", files, "prints a briefing: what is contested first", "dispute brief -in dossier.json -full", (*call).briefFlags, true, (*call).brief},
	{"status", "[ID…]", "tells how claims and events stand; without an ID, all claims", "dispute status ukraine-supported-rebels", nil, true, (*call).status},
	{"relation", "FROM TO [TRACK]", "follows the relation between two actors", "dispute relation -on 2024-08-07 Mali Ukraine diplomatic-relations", (*call).onFlag, true, (*call).relation},
	{"timeline", files, "lists the events in order", "dispute timeline -known-by 2024-08-05", (*call).timelineFlags, true, (*call).timeline},
	{"questions", files, "lists what is open", "dispute questions -recorded-by 2024-08-29", nil, true, (*call).questions},
	{"conflicts", files, "lists what does not go together", "dispute conflicts", nil, true, (*call).conflicts},
	{"account", "PARTY", "tells the dispute as one party does", "dispute account Mali", nil, true, (*call).account},
	{"compare", "PARTY PARTY…", "sets the words of parties against each other", "dispute compare Mali Ukraine", nil, true, (*call).compare},
	{"diff", "FROM TO", "tells what changed between two days, or two files", "dispute diff 2024-08-05 2024-08-21", (*call).diffFlags, true, (*call).diff},
	{"origins", "CLAIM", "shows where a claim comes from, also as a graph for Graphviz", "dispute origins ukraine-supported-rebels", (*call).originsFlags, true, (*call).origins},
	{"why", "WHAT [ID…]", "gives the reasons of an answer: of a status, relation, question or conflict", "dispute why status ukraine-supported-rebels", nil, true, (*call).why},
	{"tables", "FOLDER", "writes CSV tables with a datapackage.json into a folder", "dispute tables -in dossier.json FOLDER", nil, true, (*call).tables},
	{"say", "ID…", "says items as sentences", "dispute say ukraine-denies-involvement", nil, true, (*call).say},
	{"schema", "", "prints the JSON Schema of records", "dispute schema > schema.json", (*call).schemaFlags, false, (*call).schema},
	{"version", "", "prints the version of the program and of the format", "dispute version", nil, false, (*call).version},
}

// run is main with its surroundings passed in. It returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		help(stderr)
		return 2
	}
	name, args := args[0], args[1:]
	if slices.Contains([]string{"help", "-h", "-help", "--help"}, name) {
		if len(args) == 0 {
			help(stdout)
			return 0
		}
		name, args = args[0], []string{"-help"}
		stderr = stdout
	}
	i := slices.IndexFunc(commands, func(c command) bool { return c.name == name })
	if i < 0 {
		return program.Finish("", unknown("command", name, names(), "dispute help lists all"), stdout, stderr)
	}
	c := &call{command: &commands[i], stdin: stdin, stderr: stderr}
	err := c.parse(args)
	if err == nil {
		err = c.command.answer(c)
	}
	if text := c.out.String(); text != "" { // also beside an error
		if _, failed := io.WriteString(stdout, text); failed != nil && err == nil {
			err = failed
		}
	}
	return program.Finish("", err, stdout, stderr)
}

func names() []string {
	var list []string
	for _, c := range commands {
		list = append(list, c.name)
	}
	return list
}

// unknown says that a word is none of those known, with the nearest one.
func unknown(what, word string, known []string, hint string) error {
	if near, ok := spelling.Nearest(word, known); ok {
		hint = fmt.Sprintf("is %q meant?", near)
	}
	return program.Wrongf("dispute: no %s %q: %s", what, word, hint)
}

func help(w io.Writer) {
	fmt.Fprintln(w, "dispute checks, formats and merges records of disputes, and asks them.")
	fmt.Fprintln(w, "\nusage: dispute COMMAND [flags] [arguments]")
	fmt.Fprintln(w)
	for _, c := range commands {
		fmt.Fprintf(w, "  %-10s %s\n", c.name, c.does)
	}
	fmt.Fprintln(w, "\n\"dispute help COMMAND\" tells of one, with an example. Records are JSON files, files of")
	fmt.Fprintln(w, "JSON Lines, directories of either, or \"-\" for the standard input. Without one, the")
	fmt.Fprintln(w, "commands that ask look at the embedded dossier of the Sahel dispute of 2024.")
}

// paths are the files of a flag that can be given several times.
type paths []string

func (p *paths) String() string { return strings.Join(*p, ", ") }

func (p *paths) Set(path string) error {
	*p = append(*p, path)
	return nil
}

// parse reads the flags, which may stand among the arguments.
func (c *call) parse(args []string) error {
	f := flag.NewFlagSet(c.command.name, flag.ContinueOnError)
	f.SetOutput(c.stderr)
	f.Usage = func() {
		fmt.Fprintf(f.Output(), "dispute %s %s\n\nusage: dispute %s [flags] %s\n", c.command.name, c.command.does, c.command.name, c.command.args)
		f.PrintDefaults()
		fmt.Fprintf(f.Output(), "\nfor example: %s\n", c.command.example)
	}
	c.fs = f
	if c.command.asks {
		program.DayFlags(f, &c.lens)
		f.StringVar(&c.as, "as", "", "take the word of this `actor`, by ID, name or code")
		f.BoolVar(&c.json, "json", false, "print the answer as JSON")
		f.BoolVar(&c.bare, "no-reasons", false, "leave the reasons out of the JSON")
		f.Var(&c.in, "in", "look at this `file` or directory, or at - for the standard input; can be given again")
	}
	if c.command.flags != nil {
		c.command.flags(c)
	}
	for {
		if err := program.Parse(f, args); err != nil {
			return err
		}
		if f.NArg() == 0 {
			if c.command.asks && c.command.args == files {
				c.in, c.args = append(c.in, c.args...), nil
			}
			return nil
		}
		c.args, args = append(c.args, f.Arg(0)), f.Args()[1:]
	}
}
