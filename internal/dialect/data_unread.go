package dialect

import (
	"fmt"
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/settings"
)

// dataUnread reports data that looks like a ladder and was not read as one.
// Of other data, which most repositories have, there is nothing to say.
func (s *Survey) dataUnread(p *Page) {
	if p.Doc.Data == nil || isConfiguration(p) {
		return
	}
	s.Account(p, p.Doc.Span(0, p.Doc.File.Len()), model.Reported)
	if !likeLadder(p.Doc.Data) {
		return
	}
	src := p.Doc.File.String()
	first := p.Doc.Data.Start
	end := first
	for end < len(src) && src[end] != '\n' && src[end] != '\r' {
		end++
	}
	d := DataRule.New(p.Doc.Span(first, end), fmt.Sprintf("this %s holds %s, among it levels and texts; it was not read as roles", p.Doc.Format, recordWords(p.Doc.Data)))
	d.Help = "give each level the texts that it asks for, or leave the file out by rung.yaml"
	s.Report.Add(d)
}

// isConfiguration reports the file that settles how the ladder is read.
func isConfiguration(p *Page) bool {
	return settings.IsOwn(p.Path)
}

func recordWords(r *parse.Record) string {
	switch r.Kind {
	case parse.Map:
		return "a record of " + plural2(len(r.Fields), "field")
	case parse.Seq:
		return "a list of " + strings.Replace(plural2(len(r.Items), "entry"), "entrys", "entries", 1)
	default:
		return "one value"
	}
}

// frontUnread reports front matter that looks like a ladder and was not read.
func (s *Survey) frontUnread(p *Page) {
	if p.Doc.Front == nil || s.taken[p] {
		return
	}
	for _, f := range p.Doc.Front.Fields {
		if !holdsRecords(f.Value) || !likeLadder(f.Value) {
			continue
		}
		d := DataRule.New(p.Doc.Span(f.Start, f.End), quoted(f.Key)+" in the front matter holds "+recordWords(f.Value)+", among it levels and texts; it was not read as roles")
		d.Help = "write the ladder below the front matter, as headings and bullets"
		s.Report.Add(d)
		s.Account(p, p.Doc.Span(f.Start, f.Value.End), model.Reported)
	}
}

// likeLadder reports whether data has levels somewhere, as the keys of a map
// or as one field of several records, with sentences under one of them.
func likeLadder(r *parse.Record) bool {
	if r == nil || r.Kind == parse.Scalar {
		return false
	}
	if hasLevels(r) && saysSomething(r) {
		return true
	}
	return slices.ContainsFunc(r.Items, likeLadder) ||
		slices.ContainsFunc(r.Fields, func(f parse.Field) bool { return likeLadder(f.Value) })
}

// hasLevels reports whether the entries of a record are levels.
func hasLevels(r *parse.Record) bool {
	var names []string
	for _, f := range r.Fields {
		if _, labelled := SplitLabel(f.Key); LevelName(f.Key) && labelled != f.Key || OnlySeniority(f.Key) || RoleTitle(f.Key) {
			names = append(names, f.Key)
		}
	}
	if LevelAxis(names) {
		return true
	}
	columns := map[string][]string{}
	for _, i := range r.Items {
		for _, f := range i.Fields {
			if f.Value != nil && f.Value.Kind == parse.Scalar && LevelName(f.Value.Value) {
				columns[f.Key] = append(columns[f.Key], f.Value.Value)
			}
		}
	}
	for _, values := range columns {
		slices.Sort(values)
		if LevelAxis(slices.Compact(values)) {
			return true
		}
	}
	return false
}

// saysSomething reports whether a record holds a sentence that is no question.
func saysSomething(r *parse.Record) bool {
	if r == nil {
		return false
	}
	if r.Kind == parse.Scalar {
		return len(strings.Fields(r.Value)) >= 4 && !strings.HasSuffix(strings.TrimSpace(r.Value), "?")
	}
	return slices.ContainsFunc(r.Items, saysSomething) ||
		slices.ContainsFunc(r.Fields, func(f parse.Field) bool { return saysSomething(f.Value) })
}

// holdsRecords tells records from plain lists of words.
func holdsRecords(r *parse.Record) bool {
	if r == nil {
		return false
	}
	for _, i := range r.Items {
		if i.Kind != parse.Scalar {
			return true
		}
	}
	for _, f := range r.Fields {
		if f.Value != nil && f.Value.Kind != parse.Scalar {
			return true
		}
	}
	return false
}
