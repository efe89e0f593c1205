package settings

import (
	"io/fs"
	"slices"
	"strings"

	"rung/internal/diag"
	"rung/internal/parse"
	"rung/internal/source"
)

// key is one key that rung.yaml may have at its top.
type key struct {
	name string
	read func(*loader, parse.Field)
}

// keys is every key, in the order of the documentation.
var keys = []key{
	{"title", (*loader).title},
	{"ladder", (*loader).ladder},
	{"readings", (*loader).readings},
	{"levels", (*loader).levels},
	{"cumulative", (*loader).cumulative},
	{"rules", (*loader).rules},
	{"scale", (*loader).scale},
}

// Load reads rung.yaml at the root of the tree; see Find and Read.
func Load(tree fs.FS, rules []*diag.Rule, report *diag.Report) *Settings {
	return Read(Find(tree), rules, report)
}

// Find returns rung.yaml at the root of the tree, or nil where there is none, or
// none that can be read.
func Find(tree fs.FS) *source.File { return find(tree, Name) }

func find(tree fs.FS, name string) *source.File {
	if info, err := fs.Lstat(tree, name); err != nil || !info.Mode().IsRegular() || info.Size() > parse.MaxFileBytes {
		return nil
	}
	text, err := fs.ReadFile(tree, name)
	if err != nil {
		return nil
	}
	return source.NewFile(name, text)
}

// Read returns what rung.yaml says, or nil for a nil file and one that cannot be
// read. What is wrong with it goes to report; a syntax error does not, because
// whoever parses the files reports it. Rules are those that rung.yaml may speak
// of.
func Read(file *source.File, rules []*diag.Rule, report *diag.Report) *Settings {
	if file == nil {
		return nil
	}
	doc := parse.Parse(file, nil)
	if doc.Data == nil {
		return nil
	}
	l := &loader{file: file, known: rules, report: report, out: &Settings{grades: map[diag.Code]Grade{}}}
	l.top(doc.Data)
	return l.out
}

type loader struct {
	file   *source.File
	known  []*diag.Rule
	report *diag.Report
	out    *Settings
}

// top reads the keys of the file.
func (l *loader) top(r *parse.Record) {
	if r.Kind == parse.Scalar && strings.TrimSpace(r.Value) == "" {
		return
	}
	if r.Kind != parse.Map {
		l.invalid(r, "this file holds no keys; expected "+list(names(keys)), `write a key, as "title: Our ladder"`)
		return
	}
	seen := map[string]bool{}
	for _, f := range r.Fields {
		i := slices.IndexFunc(keys, func(k key) bool { return k.name == f.Key })
		switch {
		case i < 0:
			l.unknown(f, names(keys))
		case seen[f.Key]:
			l.invalidAt(f, quote(f.Key)+" stands here twice; only one is read", "join the two")
		case unsaid(f):
		default:
			keys[i].read(l, f)
		}
		seen[f.Key] = true
	}
}

// unsaid reports a key with nothing behind it, as where all is commented out.
func unsaid(f parse.Field) bool {
	return f.Value.Kind == parse.Scalar && strings.Trim(f.Value.Value, "~ ") == ""
}

func names(keys []key) []string {
	var out []string
	for _, k := range keys {
		out = append(out, k.name)
	}
	return out
}

func (l *loader) title(f parse.Field) {
	if s, ok := l.text(f); ok {
		l.out.Title = s
	}
}

// ladder reads which files belong to the ladder.
func (l *loader) ladder(f parse.Field) {
	l.fields(f, []string{"include", "ignore"}, func(sub parse.Field) {
		globs := l.globs(sub)
		if sub.Key == "include" {
			l.out.Include = append(l.out.Include, globs...)
		} else {
			l.out.Ignore = append(l.out.Ignore, globs...)
		}
	})
}

func (l *loader) globs(f parse.Field) []Glob {
	var out []Glob
	for _, r := range l.texts(f) {
		if len(out) == maxEntries {
			l.invalid(r, "there are more than "+plural(maxEntries, "pattern")+"; the rest is not used", "name folders instead of files")
			return out
		}
		g, ok := NewGlob(r.Value)
		if !ok {
			l.invalid(r, "invalid pattern "+quote(r.Value)+"; expected a path with \"*\" and \"**\"", "write it as \"people/ladders/**\"")
			continue
		}
		out = append(out, g)
	}
	return out
}

// maxEntries is how many readings, and how many patterns of one kind, are used:
// every page is held against all of them.
const maxEntries = 1_000

// readings reads a map of places to readings, or a list of such maps.
func (l *loader) readings(f parse.Field) {
	switch f.Value.Kind {
	case parse.Map:
		for _, sub := range f.Value.Fields {
			l.readingsAt(sub)
		}
	case parse.Seq:
		for _, item := range f.Value.Items {
			for _, sub := range item.Fields {
				l.readingsAt(sub)
			}
			if item.Kind != parse.Map {
				l.invalid(item, "a reading stands here without a place", `write it as "Product.md: heading-is-area"`)
			}
		}
	default:
		l.wantMap(f)
	}
}

func (l *loader) readingsAt(f parse.Field) {
	g, ok := NewGlob(f.Key)
	if !ok {
		g = Glob{} // a path may have a bracket in it, and is compared as it is
	}
	for _, r := range l.texts(f) {
		if len(l.out.readings) == maxEntries {
			l.invalid(r, "there are more than "+plural(maxEntries, "reading")+"; the rest is not used", "name folders or patterns instead of files")
			return
		}
		l.out.readings = append(l.out.readings, reading{place: f.Key, glob: g, name: r.Value, at: l.file.Span(r.Start, r.End)})
	}
}

func (l *loader) levels(f parse.Field) {
	seen := map[string]bool{}
	for _, r := range l.texts(f) {
		name := strings.ToLower(r.Value)
		if seen[name] {
			l.invalid(r, "the level "+quote(r.Value)+" stands here twice", "name each level once, the lowest first")
			continue
		}
		seen[name] = true
		l.out.Levels = append(l.out.Levels, r.Value)
	}
}

func (l *loader) cumulative(f parse.Field) {
	switch s, _ := l.text(f); strings.ToLower(s) {
	case "":
	case "true", "yes":
		l.out.Cumulative = Yes
	case "false", "no":
		l.out.Cumulative = No
	default:
		l.invalid(f.Value, "invalid value "+quote(s)+" of \"cumulative\"; expected true or false", "write true where each level asks for all of the levels below it")
	}
}

// scale reads a list of names of values, or of maps with name, title and meets.
func (l *loader) scale(f parse.Field) {
	if f.Value.Kind != parse.Seq {
		l.invalid(f.Value, "\"scale\" holds no list; expected three values or more, the lowest first", `write it as "scale: [developing, performing, exceeding]"`)
		return
	}
	var out []Value
	marked := 0
	for _, item := range f.Value.Items {
		v := Value{ID: item.Value, Title: item.Value}
		if item.Kind == parse.Map {
			v = Value{ID: item.Text("id"), Title: item.Text("title")}
			if item.Text("meets") == "true" {
				v.Meets = Marked
				marked++
			}
		}
		if v.ID == "" {
			l.invalid(item, "a value of the scale has no id", `write it as "- {id: performing, title: Performing, meets: true}"`)
			return
		}
		out = append(out, v)
	}
	if len(out) < 3 || marked > 1 {
		l.invalid(f.Value, "invalid scale of "+plural(len(out), "value")+", "+plural(marked, "mark")+"; expected three values or more, of which one meets what a role asks", "mark the lowest value that meets a role's expectation with \"meets: true\"")
		return
	}
	l.out.Scale = out
}

// text returns the scalar of a field; ok is false, and it is reported, where
// there is none.
func (l *loader) text(f parse.Field) (s string, ok bool) {
	if f.Value.Kind != parse.Scalar || strings.TrimSpace(f.Value.Value) == "" {
		l.invalidAt(f, quote(f.Key)+" holds no text; expected one", "write a text behind it, or take the key away")
		return "", false
	}
	return strings.TrimSpace(f.Value.Value), true
}

// texts returns the scalars of a field: one, or those of a list.
func (l *loader) texts(f parse.Field) []*parse.Record {
	items := f.Value.Items
	if f.Value.Kind != parse.Seq {
		items = []*parse.Record{f.Value}
	}
	var out []*parse.Record
	for _, r := range items {
		if r.Kind != parse.Scalar || r.Value == "" {
			l.invalid(r, "no text stands in "+quote(f.Key)+" here; expected one, or a list of texts", "write one on each line, behind \"- \"")
			continue
		}
		out = append(out, r)
	}
	return out
}

// fields calls read for each field of a map that is among the known ones.
func (l *loader) fields(f parse.Field, known []string, read func(parse.Field)) {
	if f.Value.Kind != parse.Map {
		l.wantMap(f)
		return
	}
	for _, sub := range f.Value.Fields {
		if !slices.Contains(known, sub.Key) {
			l.unknown(sub, known)
			continue
		}
		read(sub)
	}
}
