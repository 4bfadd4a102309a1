package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dispute-go/dispute"
)

var update = flag.Bool("update", false, "write what the commands print to the files it is compared with")

// ask runs the command and returns all that it prints, and its exit status.
func ask(stdin string, args ...string) (stdout, stderr string, status int) {
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &errs)
	return out.String(), errs.String(), status
}

// compare compares what is printed with a file.
func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

const small = `{"format": "dispute/1", "actors": [{"id": "a", "kind": "state", "name": "Aland"}, {"id": "b", "kind": "state", "name": "Beland"}],
 "claims": [{"id": "c", "text": "Aland raided Beland", "adverse": ["a"]}],
 "attributions": [{"id": "s", "speaker": "b", "stance": "asserts", "claim": "c", "lineage": "first-hand", "said": "2024-08-05"}]}`

// TestWrongInputs has what people get wrong, and what they are told.
func TestWrongInputs(t *testing.T) {
	with := func(old, changed string) string {
		if !strings.Contains(small, old) {
			t.Fatalf("no %s to change", old)
		}
		return strings.Replace(small, old, changed, 1)
	}
	var b strings.Builder
	n := 0
	for _, c := range []struct {
		what, input string
		args        []string
	}{
		{"an empty file", "", []string{"check", "-"}},
		{"white space only", "\n \n", []string{"check", "-"}},
		{"a byte order mark", "\xef\xbb\xbf" + small, []string{"check", "-"}},
		{"UTF-16", "\xff\xfe{\x00}\x00", []string{"check", "-"}},
		{"another encoding", with("Aland\"}", "\xc5land\"}"), []string{"check", "-"}},
		{"a binary file", "\x7fELF\x02\x01\x01\x00", []string{"check", "-"}},
		{"text that is no JSON", "Mali severs ties.", []string{"check", "-"}},
		{"a list at the top", "[" + small + "]", []string{"check", "-"}},
		{"a trailing comma", with(`"Beland"}]`, `"Beland"},]`), []string{"check", "-"}},
		{"a missing comma", with(`"kind": "state", "name": "Aland"`, `"kind": "state" "name": "Aland"`), []string{"check", "-"}},
		{"single quotes", "{'format': 'dispute/1'}", []string{"check", "-"}},
		{"a comment", "// mine\n" + small, []string{"check", "-"}},
		{"a file cut off", small[:200], []string{"check", "-"}},
		{"no format", with(`"format": "dispute/1", `, ""), []string{"check", "-"}},
		{"a newer format", with("dispute/1", "dispute/7"), []string{"check", "-"}},
		{"another format", with("dispute/1", "stix/2.1"), []string{"check", "-"}},
		{"a key in another case", with(`"speaker"`, `"Speaker"`), []string{"check", "-"}},
		{"an unknown key", with(`"adverse"`, `"about"`), []string{"check", "-"}},
		{"a key twice", with(`"stance": "asserts"`, `"stance": "asserts", "stance": "denies"`), []string{"check", "-"}},
		{"an unknown stance", with(`"asserts"`, `"claims"`), []string{"check", "-"}},
		{"a kind in another case", with(`"kind": "state"`, `"kind": "State"`), []string{"check", "-"}},
		{"null", with(`"said": "2024-08-05"`, `"said": null`), []string{"check", "-"}},
		{"an empty string", with(`"text": "Aland raided Beland"`, `"text": ""`), []string{"check", "-"}},
		{"a missing name", with(`, "name": "Aland"`, ""), []string{"check", "-"}},
		{"an ID with a space", with(`"id": "a"`, `"id": "a b"`), []string{"check", "-"}},
		{"an ID twice", with(`"id": "b", "kind"`, `"id": "a", "kind"`), []string{"check", "-"}},
		{"an ID that is not there", with(`"claim": "c"`, `"claim": "d"`), []string{"check", "-"}},
		{"a day that does not exist", with("2024-08-05", "2024-02-30"), []string{"check", "-"}},
		{"a date in words", with("2024-08-05", "5 August 2024"), []string{"check", "-"}},
		{"reversed dates", with("2024-08-05", "2024-08-05/2024-08-01"), []string{"check", "-"}},
		{"a number past its limit", with(`"adverse": ["a"]`, `"content": {"figure": {"event": "e", "category": "killed", "best": 10000000000000}}`), []string{"check", "-"}},
		{"a number with a fraction", with(`"adverse": ["a"]`, `"content": {"figure": {"event": "e", "category": "killed", "best": 1.5}}`), []string{"check", "-"}},
		{"not a number", with(`"adverse": ["a"]`, `"content": {"figure": {"event": "e", "category": "killed", "best": NaN}}`), []string{"check", "-"}},
		{"two records in one text, not in lines", strings.ReplaceAll(small+small, "}{", "} {"), []string{"check", "-"}},
		{"a bad line of several", "{\"format\": \"dispute/1\"}\n{\"format\": \"dispute/1\", \"title\": 3}\n", []string{"check", "-"}},
		{"the same item with other contents", strings.ReplaceAll(small, "\n", "") + "\n" + strings.ReplaceAll(with("Aland raided", "Aland did not raid"), "\n", ""), []string{"merge", "-"}},
		{"a file that is not there", "", []string{"check", "no-such-file.json"}},
		{"a directory without records", "", []string{"check", "testdata/empty"}},
		{"no command", "", nil},
		{"an unknown command", "", []string{"state", "c"}},
		{"a command misspelled", "", []string{"statsu", "c"}},
		{"an unknown flag", "", []string{"questions", "-since", "2024"}},
		{"a bad day", "", []string{"conflicts", "-known-by", "5.8.2024"}},
		{"too few arguments", "", []string{"relation", "mali"}},
		{"an unknown actor", small, []string{"account", "-in", "-", "Alnad"}},
		{"an unknown track", small, []string{"relation", "-in", "-", "a", "b", "diplomatic"}},
		{"an unknown claim", small, []string{"status", "-in", "-", "d"}},
		{"a claim misspelled", "", []string{"status", "ukraine-suported-rebels"}},
		{"an unknown answer", small, []string{"why", "-in", "-", "stauts", "c"}},
		{"an unknown question", small, []string{"why", "-in", "-", "question", "x"}},
		{"days in the wrong form", "", []string{"diff", "yesterday", "today"}},
		{"the input in place", small, []string{"fmt", "-w", "-"}},
	} {
		n++
		stdout, stderr, status := ask(c.input, c.args...)
		if status == 0 || stderr == "" || stdout != "" {
			t.Errorf("%s: status %d, %q, %q, want an error and nothing else", c.what, status, stdout, stderr)
		}
		if lines := strings.SplitAfter(stderr, "\n"); len(lines) > 8 { // help after a wrong flag
			stderr = strings.Join(lines[:3], "") + "…\n"
		}
		fmt.Fprintf(&b, "# %s: dispute %s (status %d)\n%s\n", c.what, strings.Join(c.args, " "), status, stderr)
	}
	if n < 30 {
		t.Errorf("only %d wrong inputs", n)
	}
	compare(t, "testdata/wrong.txt", b.String())
}

// records are all records in the tree, by file.
func records(t testing.TB) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".json" {
			return err
		}
		data, err := os.ReadFile(path)
		if _, wrong := dispute.Decode(bytes.NewReader(data)); wrong == nil {
			found[path] = data
		}
		return err
	})
	if err != nil || len(found) < 5 {
		t.Fatalf("%d records in the tree, %v", len(found), err)
	}
	return found
}

func TestFmtIsIdempotent(t *testing.T) {
	for path, data := range records(t) {
		once, stderr, status := ask(string(data), "fmt", "-")
		if status != 0 {
			t.Errorf("%s: %s", path, stderr)
		}
		if twice, _, _ := ask(once, "fmt"); twice != once {
			t.Errorf("%s: formatting it again changes it", path)
		}
	}
}

func TestFmtInPlace(t *testing.T) {
	dir := t.TempDir()
	lines := strings.ReplaceAll(small, "\n", "") + "\n\n" + `{"format": "dispute/1", "title": "T"}` + "\n"
	for name, text := range map[string]string{"one.json": small, "many.jsonl": lines, "note.txt": "no record"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	both := filepath.Join(dir, "many.jsonl") + "\n" + filepath.Join(dir, "one.json") + "\n"
	if out, stderr, status := ask("", "fmt", "-l", dir); out != both || status != 0 {
		t.Errorf("listed %q, %q, want %q", out, stderr, both)
	}
	if out, stderr, status := ask("", "fmt", "-w", dir); out != "" || status != 0 {
		t.Errorf("written: %q, %q", out, stderr)
	}
	if out, _, _ := ask("", "fmt", "-l", dir); out != "" {
		t.Errorf("still listed: %q", out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "many.jsonl"))
	if err != nil || strings.Count(string(text), "\n") != 2 || !strings.Contains(string(text), `"title":"T"`) {
		t.Errorf("the lines became %q, %v", text, err)
	}
	if out, stderr, _ := ask("", "status", "-in", dir); !strings.HasPrefix(out, "c: reported (2,0)") {
		t.Errorf("status of the directory: %q, %q", out, stderr)
	}
}

// What is wrong with a record made of several files is told where it stands in them.
func TestProblemsOfSeveralFiles(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.json":  "{\n  \"format\": \"dispute/1\",\n  \"claims\": [\n    {\"id\": \"c\", \"text\": \"x\"}\n  ]\n}",
		"b.jsonl": "{\"format\": \"dispute/1\", \"attributions\": [{\"id\": \"z\", \"stance\": \"asserts\", \"claim\": \"c\"}]}\n\n{\"format\": \"dispute/1\", \"attributions\": [{\"id\": \"s\", \"stance\": \"asserts\", \"claim\": \"d\"}]}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	_, stderr, status := ask("", "check", dir)
	want := filepath.Join(dir, "b.jsonl") + ":3:84: /attributions/0/claim: dangling reference: no claim has the ID \"d\"\n"
	if stderr != want || status != 1 {
		t.Errorf("got  %q\nwant %q", stderr, want)
	}
}

// Every command has an example that works, and help that shows it.
func TestExamples(t *testing.T) {
	for _, c := range commands {
		help, _, status := ask("", "help", c.name)
		if status != 0 || !strings.Contains(help, "for example: "+c.example) {
			t.Errorf("help %s: status %d, %s", c.name, status, help)
		}
		words, _, _ := strings.Cut(c.example, " > ")
		args := strings.Fields(words)[1:]
		dir := t.TempDir()
		for i, a := range args {
			switch {
			case strings.HasSuffix(a, ".json"), strings.HasSuffix(a, "/"):
				args[i] = filepath.Join(dir, "record.json")
			case a == "FOLDER":
				args[i] = filepath.Join(dir, "new", "folder")
			}
		}
		if err := os.WriteFile(filepath.Join(dir, "record.json"), []byte(small), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, stderr, status := ask("", args...); status != 0 || out == "" && c.name != "fmt" && c.name != "check" {
			t.Errorf("%s: status %d, %q, %q", c.example, status, out, stderr)
		}
	}
}

func TestDiagrams(t *testing.T) {
	for begins, args := range map[string][]string{
		"timeline\n    title Ukraine and three Sahel states, 2024\n":                       {"timeline", "-mermaid"},
		"flowchart RL\n    claim[\"Ukraine supported rebels in the Sahel — contested\"]\n": {"origins", "-mermaid", "ukraine-supported-rebels"},
		"digraph origins {\n": {"origins", "-dot", "ukraine-supported-rebels"},
	} {
		if out, stderr, status := ask("", args...); status != 0 || !strings.HasPrefix(out, begins) {
			t.Errorf("%v: status %d, %q, %.200q", args, status, stderr, out)
		}
	}
}

func TestTablesCommand(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "folder")
	out, stderr, status := ask("", "tables", dir)
	if status != 0 || strings.Count(out, "\n") != 7 {
		t.Fatalf("status %d, %q, %q", status, out, stderr)
	}
	text, err := os.ReadFile(filepath.Join(dir, "claims.csv"))
	if err != nil || !strings.Contains(string(text), "\nukraine-supported-rebels,Ukraine supported rebels in the Sahel,contested,1,1,2,2,open,") {
		t.Errorf("claims.csv: %v, %.300s", err, text)
	}
	if _, stderr, status := ask("", "tables", filepath.Join(dir, "claims.csv")); status != 1 || stderr == "" {
		t.Errorf("into a file: status %d, %q", status, stderr)
	}
}

// What is printed as JSON reads back as the answers of the library.
func TestJSON(t *testing.T) {
	for _, args := range [][]string{{"status"}, {"status", "mali-cuts-ties"}, {"relation", "mali", "ukraine"}, {"relation", "-on", "2024-08-07", "mali", "ukraine", "diplomatic-relations"},
		{"timeline"}, {"questions"}, {"conflicts"}, {"account", "mali"}, {"compare", "mali", "ukraine"}, {"diff", "2024-08-05", "2024-08-21"}, {"why", "status", "ukraine-supported-rebels"}, {"say", "ukraine-denies-involvement"}, {"brief"}} {
		out, stderr, status := ask("", append(args, "-json")...)
		if status != 0 || !json.Valid([]byte(out)) {
			t.Errorf("%v: status %d, %q, %.80q", args, status, stderr, out)
		}
	}
	for _, command := range []string{"questions", "conflicts", "status"} {
		if out, _, status := ask(`{"format":"dispute/1"}`, command, "-json", "-in", "-"); status != 0 || out != "[]\n" {
			t.Errorf("%s of an empty record: status %d, %q", command, status, out)
		}
	}
	if out, _, status := ask("", "account", "-json", "-no-reasons", "mali"); status != 0 || strings.Contains(out, `"reasons"`) || !strings.Contains(out, `"asserts"`) {
		t.Errorf("without reasons: status %d, %.200s", status, out)
	}
	out, _, _ := ask("", "status", "-json", "ukraine-supported-rebels")
	var got []dispute.Status
	if err := json.Unmarshal([]byte(out), &got); err != nil || len(got) != 1 || got[0].Label != dispute.LabelContested || len(got[0].For.Roots()) == 0 {
		t.Errorf("read back %v, %v", got, err)
	}
}

// The page of the documentation shows what the commands print.
func TestDocumentation(t *testing.T) {
	const page = "../../docs/command.md"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Skipf("the documentation is not part of the module: %v", err)
	}
	shown := map[string]bool{}
	blocks := strings.Split(string(text), "```\n")
	for i := 1; i < len(blocks); i += 2 {
		command, want, ok := strings.Cut(blocks[i], "\n")
		args, isCommand := strings.CutPrefix(command, "$ dispute ")
		if !ok || !isCommand {
			continue
		}
		shown[strings.Fields(args)[0]] = true
		out, _, _ := ask("", strings.Fields(args)...)
		if first, more := strings.CutSuffix(want, "…\n"); more {
			if *update {
				lines := strings.SplitAfter(out, "\n")
				first = strings.Join(lines[:min(len(lines), max(3, strings.Count(first, "\n")))], "")
				blocks[i] = command + "\n" + first + "…\n"
			}
			if !strings.HasPrefix(out, first) || len(out) <= len(first) {
				t.Errorf("%s prints\n%s\nshown is\n%s", command, out, want)
			}
			continue
		}
		if *update {
			blocks[i], want = command+"\n"+out, out
		}
		if out != want {
			t.Errorf("%s prints\n%s\nshown is\n%s", command, out, want)
		}
	}
	for _, c := range commands {
		if !shown[c.name] && !strings.Contains(string(text), "`dispute "+c.name+" ") && !strings.Contains(string(text), "`dispute "+c.name+"`") {
			t.Errorf("%s is not shown", c.name)
		}
	}
	if *update {
		if err := os.WriteFile(page, []byte(strings.Join(blocks, "```\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Two branches of a repository that each add items merge without conflict: items in
// files of their own, and items in lines where git is told to keep both.
func TestBranchesMerge(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir := t.TempDir()
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"}, args...)...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	add := func(name, text string) {
		t.Helper()
		file, err := os.OpenFile(filepath.Join(dir, name), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.WriteString(text); err != nil {
			t.Fatal(err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
	claim := func(id string) string {
		return fmt.Sprintf(`{"format":"dispute/1","claims":[{"id":%q,"text":"x","adverse":["a"]}]}`, id) + "\n"
	}
	git("init", "-q")
	add(".gitattributes", "*.jsonl merge=union\n")
	add("actors.jsonl", `{"format":"dispute/1","actors":[{"id":"a","kind":"state","name":"Aland"}]}`+"\n"+claim("c0"))
	git("add", ".")
	git("commit", "-qm", "begin")
	for _, branch := range []string{"left", "right"} {
		git("checkout", "-q", "-b", branch, "main")
		add(branch+".json", claim("of-"+branch))
		add("actors.jsonl", claim("line-of-"+branch))
		git("add", ".")
		git("commit", "-qm", branch)
	}
	git("checkout", "-q", "main")
	git("merge", "-q", "left")
	git("merge", "-q", "-m", "both", "right")
	out, stderr, status := ask("", "status", "-in", dir)
	if status != 0 || strings.Count(out, ": unasserted") != 5 {
		t.Errorf("after the merge: %s%s", out, stderr)
	}
}

// The tutorial's files and commands do what it shows.
func TestTutorial(t *testing.T) {
	const page = "../../docs/tutorial.md"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Skipf("the documentation is not part of the module: %v", err)
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "news"), 0o755); err != nil {
		t.Fatal(err)
	}
	name, files, commands := "", 0, 0
	blocks := strings.Split(string(text), "```")
	for i, block := range blocks {
		if i%2 == 0 {
			if _, after, ok := strings.Cut(block, "**`"); ok {
				name, _, _ = strings.Cut(after, "`")
			}
			continue
		}
		if record, ok := strings.CutPrefix(block, "json\n"); ok {
			files++
			if err := os.WriteFile(filepath.Join(dir, "news", name), []byte(record), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		command, want, _ := strings.Cut(strings.TrimPrefix(block, "\n$ dispute "), "\n")
		commands++
		args := strings.Fields(command)
		for j, a := range args {
			if a == "news" {
				args[j] = filepath.Join(dir, "news")
			}
		}
		out, stderr, status := ask("", args...)
		if status != 0 {
			t.Errorf("%s: status %d, %s", command, status, stderr)
		}
		if *update {
			blocks[i], want = "\n$ dispute "+command+"\n"+out, out
		}
		if out != want {
			t.Errorf("%s (-shown +printed):\n%s", command, cmp.Diff(want, out))
		}
	}
	if files < 5 || commands < 7 {
		t.Errorf("only %d files and %d commands", files, commands)
	}
	if *update {
		if err := os.WriteFile(page, []byte(strings.Join(blocks, "```")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
