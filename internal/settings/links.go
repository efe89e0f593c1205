package settings

import (
	"io/fs"
	"strings"

	"rung/internal/diag"
	"rung/internal/parse"
	"rung/internal/source"
)

// LinksName is the name of the file, beside rung.yaml, in which people confirm
// or correct which statement is which after an edit.
const LinksName = "rung.links.yaml"

// Link is what a person says of one statement: that the words which came are
// it, or are another.
type Link struct {
	Statement string // its id before the edit
	Becomes   string // the words after it
	Role      string // id of the role in which they stand, or "" for any
	Same      bool   // they are the statement; else they are another one
	Why       string
	At        source.Span
}

// maxLinks is how many entries are used: each is asked for at each revision.
const maxLinks = 2_000

// FindLinks returns the file of links at the root of the tree, or nil where
// there is none, or none that can be read.
func FindLinks(tree fs.FS) *source.File { return find(tree, LinksName) }

// ReadLinks returns what the file says, in its order. Entries that cannot be
// meant are reported and left out. A nil file says nothing.
func ReadLinks(file *source.File, report *diag.Report) []Link {
	if file == nil {
		return nil
	}
	doc := parse.Parse(file, nil)
	if doc.Data == nil {
		return nil
	}
	l := &loader{file: file, report: report}
	items := doc.Data.Items
	if doc.Data.Kind == parse.Map && len(doc.Data.Fields) == 1 && doc.Data.Fields[0].Key == "links" {
		items = doc.Data.Fields[0].Value.Items
	}
	if len(items) == 0 {
		if strings.TrimSpace(doc.Data.Value) != "" || len(doc.Data.Fields) > 0 {
			l.invalid(doc.Data, "this file holds no list; expected one entry for each statement", linkHelp)
		}
		return nil
	}
	var out []Link
	for _, item := range items {
		if len(out) == maxLinks {
			l.invalid(item, "there are more than "+plural(maxLinks, "link")+"; the rest is not used", "take away those that the matcher finds by itself")
			break
		}
		if link, ok := l.link(item); ok {
			out = append(out, link)
		}
	}
	return out
}

const linkHelp = `write it as "- {statement: s-abc, becomes: the words after the edit, verdict: same, why: a reason}"`

// link reads one entry.
func (l *loader) link(item *parse.Record) (Link, bool) {
	if item.Kind != parse.Map {
		l.invalid(item, "an entry is no map; expected the keys statement, becomes, verdict and why", linkHelp)
		return Link{}, false
	}
	out := Link{At: l.file.Span(item.Start, item.End)}
	verdict := ""
	known := map[string]*string{"statement": &out.Statement, "becomes": &out.Becomes, "role": &out.Role, "verdict": &verdict, "why": &out.Why}
	for _, f := range item.Fields {
		into, ok := known[f.Key]
		if !ok {
			l.unknown(f, []string{"statement", "becomes", "role", "verdict", "why"})
			continue
		}
		*into, _ = l.text(f)
	}
	switch {
	case !strings.HasPrefix(out.Statement, "s-"):
		l.invalid(item, "an entry names no statement; expected its id, which begins with s-", "rung history says which statement is which")
	case out.Becomes == "":
		l.invalid(item, "an entry does not say the words after the edit", linkHelp)
	case verdict != "same" && verdict != "another":
		l.invalid(item, "invalid verdict "+quote(verdict)+"; expected same or another", linkHelp)
	case out.Why == "":
		l.invalid(item, "an entry gives no reason; whoever reads it in two years will ask for one", linkHelp)
	default:
		out.Same = verdict == "same"
		return out, true
	}
	return Link{}, false
}
