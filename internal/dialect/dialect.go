// Package dialect reads ladders as people write them. Each way of writing is
// a package beneath it; what they share stands here: the outline of a page,
// what headings and bullets are, which pages hold roles, levels and tracks.
// Everything is inferred from the whole set of files, never from the name of a
// company.
package dialect

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/settings"
	"rung/internal/source"
	"rung/internal/workers"
)

// Config is what Read needs beside the files.
type Config struct {
	Title string       // of the framework; "" takes the README's
	Cache *parse.Cache // nil: none
	// Settings is what rung.yaml says; nil says nothing.
	Settings *settings.Settings
	// Ways are the ways of writing, the first that knows a page reads it. They
	// are given, because a way builds on this package.
	Ways []Way
	// Files is what the tree holds; nil: Read reads the tree.
	Files *parse.Files
	// Parallel is how many files are read at a time; 0 is one a processor.
	Parallel int
}

// Way is one way of writing a ladder.
type Way interface {
	// Read returns the roles that page begins, in the page's order. It reports
	// what it cannot read. ok is false where the page is not written in this
	// way; a page that is a part of roles that another page begins is, though it
	// gives none of its own.
	Read(s *Survey, page *Page) (drafts []*Draft, ok bool)
}

// Draft is a role as a way leaves it, before tracks and levels are known.
type Draft struct {
	Role  *model.Role
	Page  *Page
	Label Label
	// Track names the page's own track. Where it is "", the folder decides.
	Track string
	Intro []model.Prose // what the page says of the track before its first role

	// Place is the path of what holds the track, where that is not the page as
	// a whole: tracks of one name and place are one.
	Place   string
	order   int // by the author's order of levels, from 1; 0 where it has none
	extends []draftEdge

	rank  float64 // by words of seniority
	words string  // these words
	base  string  // the title without them
	job   string  // and without words of leadership
}

// draftEdge says that a role takes over another that has no id yet.
type draftEdge struct {
	to *Draft
	model.Extension
}

// Read reads the whole tree. What is wrong with the ladder goes to report; the
// error is for a cancelled ctx, a failing tree, and a Config without Ways.
func Read(ctx context.Context, tree fs.FS, cfg Config, report *diag.Report) (*model.DraftFramework, error) {
	if len(cfg.Ways) == 0 {
		return nil, errors.New("read framework: no ways of writing given")
	}
	files, err := cfg.Files, error(nil)
	if files == nil {
		files, err = parse.ReadTree(ctx, tree, cfg.Settings.Belongs, report)
	}
	if err != nil {
		return nil, fmt.Errorf("read framework: %w", err)
	}
	docs, err := parseAll(ctx, files.Sources, cfg, report)
	if err != nil {
		return nil, fmt.Errorf("read framework: %w", err)
	}
	survey := newSurvey(docs, cfg.Settings, report)
	drafts := survey.drafts(cfg.Ways)
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("read framework: %w", err)
	}
	fw := assemble(survey, drafts, cfg)
	survey.unusedSettings()
	return finish(fw, survey, files), nil
}

// parseAll reads all files at once, each once, and reports by file.
func parseAll(ctx context.Context, set *source.Set, cfg Config, report *diag.Report) ([]*parse.Document, error) {
	paths := set.Paths()
	docs := make([]*parse.Document, len(paths))
	workers.Each(len(paths), cfg.Parallel, func(i int) {
		if ctx.Err() == nil {
			docs[i] = parse.Parse(set.File(paths[i]), cfg.Cache)
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, d := range docs {
		d.Report(report)
	}
	return docs, nil
}

// drafts lets the ways read the pages, in order of path, after those that look
// at all pages first. Pages that are a ladder only where nothing else is one
// come last; their roles stand where the pages do.
func (s *Survey) drafts(ways []Way) []*Draft {
	for _, w := range ways {
		if i, ok := w.(Indexer); ok {
			i.Index(s)
		}
	}
	s.settleScales()
	s.readBodiesAhead()
	got := make([][]*Draft, len(s.Pages))
	roles := 0
	var later []int
	for i, p := range s.Pages {
		if u := s.sets[p]; u != nil && u.doubt && (!u.table || s.kinds[p] == prose) {
			later = append(later, i)
			continue
		}
		got[i] = s.readPage(ways, p)
		roles += len(got[i])
	}
	for _, i := range later {
		s.settle(s.sets[s.Pages[i]], roles)
		got[i] = s.readPage(ways, s.Pages[i])
	}
	return s.addShared(s.dropOverviews(slices.Concat(got...)))
}

// readPage lets the first way that knows a page read it.
func (s *Survey) readPage(ways []Way, p *Page) []*Draft {
	for _, w := range ways {
		if drafts, ok := w.Read(s, p); ok {
			s.accountPage(p)
			if s.kinds[p] == prose && !s.staysPage(p) {
				s.kinds[p] = laidOut
			}
			return drafts
		}
	}
	s.kinds[p] = prose
	return nil
}

// referenceCounts is the reading of a table whose cells are statements though
// they only refer to another level.
const referenceCounts = "cell-is-statement"

// finish adds what is known of the files beside the roles.
func finish(fw *model.Framework, s *Survey, files *parse.Files) *model.DraftFramework {
	out := &model.DraftFramework{Framework: fw, Anchors: map[string][]string{}, Literal: map[string]bool{}, Sources: files.Sources, Folders: files.Folders, Others: files.Others, Accounts: s.accounts, Texts: s.textsOf}
	for _, p := range s.Pages {
		out.Links = append(out.Links, p.Doc.SourceLinks()...)
		for _, c := range p.Doc.Comments {
			out.Comments = append(out.Comments, model.Comment{Text: c.Text, At: p.Doc.Span(c.Start, c.End)})
		}
		if len(p.Doc.Anchors) > 0 {
			out.Anchors[p.Path] = append([]string(nil), p.Doc.Anchors...)
		}
		if p.Doc.Format == parse.Unknown {
			out.Others[p.Path] = true
		}
	}
	for _, r := range s.readings {
		if r.Reading == referenceCounts {
			out.Literal[r.Path] = true
		}
	}
	sortLinks(out.Links)
	return out
}
