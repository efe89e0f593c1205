// Package records reads ladders that are data: YAML, JSON, TOML, and the front
// matter of pages. It knows no schema. A text of the data is led to by keys and
// by records that have names; which of these are levels, areas and tracks is
// told by what they hold, over all files.
package records

import (
	"path"
	"strings"

	"rung/internal/dialect"
	"rung/internal/parse"
)

// Way reads data. It holds what it found in one set of files: make a new one
// for each reading.
type Way struct {
	drafts map[*dialect.Page][]*dialect.Draft
}

// New returns a Way that has read nothing.
func New() *Way { return &Way{drafts: map[*dialect.Page][]*dialect.Draft{}} }

// Index finds the ladders in the data of all pages.
func (w *Way) Index(s *dialect.Survey) {
	var roots, all []*data
	for _, p := range s.Pages {
		if root := rootOf(p); root != nil {
			roots = append(roots, &data{page: p, root: root})
		}
	}
	cited, told, mixed := findCited(roots), findTold(s, roots), findMixed(roots)
	refused := s.Refused()
	for _, d := range roots {
		d.told, d.mixed, d.refused = told, mixed, refused
		if d.read(cited); !d.saidBelow() {
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		return
	}
	p := newPlan(s, all)
	tracks := p.tracks()
	for _, t := range tracks {
		t.fill()
	}
	p.foundations(tracks)
	for _, t := range tracks {
		w.collect(s, t)
	}
	for _, t := range p.ground {
		w.collect(s, t)
	}
}

// collect keeps the roles of a track for the page that begins it, and takes
// the pages that it is made of.
func (w *Way) collect(s *dialect.Survey, t *track) {
	for _, p := range t.parts {
		if p.level != nil && p.page.Doc.Data == nil {
			s.TakeWhole(p.page)
		} else {
			s.Take(p.page)
		}
		if _, ok := w.drafts[p.page]; !ok {
			w.drafts[p.page] = nil
			account(s, p.file)
		}
	}
	drafts := t.sheet.Drafts()
	if len(drafts) > 0 && !drafts[0].Role.Foundation {
		drafts[0].Intro = append(drafts[0].Intro, t.intro...)
	}
	first := t.parts[0].page
	w.drafts[first] = append(w.drafts[first], drafts...)
}

// Read returns the roles that begin in the data of page.
func (w *Way) Read(_ *dialect.Survey, page *dialect.Page) (drafts []*dialect.Draft, ok bool) {
	drafts, ok = w.drafts[page]
	return drafts, ok
}

// tools are names of files that programs keep beside a ladder, and that hold
// none.
var tools = wordSet(`package package-lock composer composer-lock tsconfig jsconfig bower lerna nx turbo deno vercel netlify renovate dependabot manifest
	pnpm-lock pnpm-workspace docker-compose compose mkdocs config hugo book pyproject cargo pipfile poetry openapi swagger codecov azure-pipelines
	bitbucket-pipelines appveyor cloudbuild firebase app rung schema tslint eslint prettier babel jest angular gatsby-config workspace launch settings`)

// rootOf returns what the data or the front matter of a page holds, or nil
// where that is no ladder at first sight.
func rootOf(p *dialect.Page) *parse.Record {
	root := p.Doc.Data
	switch {
	case p.Doc.Format == parse.CSV:
		return nil // a table
	case root == nil:
		root = p.Doc.Front
	case tools[dialect.Slug(strings.TrimPrefix(p.Stem, "."))]:
		return nil
	}
	if root == nil || isSchema(root) || p.Doc.Data == nil && !holdsMore(root) {
		return nil
	}
	return root
}

// saidBelow reports front matter of a page that says it below.
func (d *data) saidBelow() bool {
	n := bullets(d.page.Doc.Blocks)
	return d.page.Doc.Data == nil && n > 0 && n >= d.stated()
}

// stated counts the texts that may be statements.
func (d *data) stated() int {
	n := 0
	for _, l := range d.leaves {
		if l.kind == statements {
			n += len(l.texts)
		}
	}
	return n
}

// bullets counts the items of lists.
func bullets(blocks []*parse.Block) int {
	n := 0
	for _, b := range blocks {
		if b.Kind == parse.Item {
			n++
		}
		n += bullets(b.Children)
	}
	return n
}

// isSchema reports data that describes data or programs: JSON Schema, an
// interface, a workflow.
func isSchema(root *parse.Record) bool {
	for _, keys := range [][]string{{"$schema", "properties"}, {"openapi"}, {"swagger"}, {"jobs", "on"}, {"properties", "type"}, {"apiVersion", "kind"}, {"lockfileVersion"}, {"@context"}} {
		all := true
		for _, k := range keys {
			all = all && root.Get(k) != nil
		}
		if all {
			return true
		}
	}
	return false
}

// holdsMore tells front matter that holds lists or records from facts about
// its page.
func holdsMore(root *parse.Record) bool {
	for _, f := range root.Fields {
		if f.Value.Kind != parse.Scalar && len(f.Value.Fields)+len(f.Value.Items) > 0 {
			return true
		}
	}
	return false
}

// fileName returns what a file is called where nothing in it says so.
func fileName(p *dialect.Page) parse.Text {
	stem := p.Stem
	if isIndex(stem) && p.Dir != "." {
		stem = path.Base(p.Dir)
	}
	return fileTitle(stem)
}

// fileTitle writes the name of a file or folder as a title, without the number
// that puts it in order.
func fileTitle(stem string) parse.Text {
	return parse.Text{Value: title(strings.TrimLeft(stem, "0123456789-_. "))}
}

func isIndex(stem string) bool {
	s := strings.ToLower(stem)
	return s == "index" || s == "_index" || s == "readme"
}
