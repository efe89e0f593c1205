package resolve

import (
	"fmt"
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/workers"
)

var ruleDeadLink = &diag.Rule{
	Code: "R0001", Slug: "dead-link", Severity: diag.Warning, Since: "0.1.0",
	Title: "a link leads to a file that is not there",
	Text: `The file or folder that the link names is not in the framework: it was moved, renamed or never committed. Readers
get an error page, and where the link declares an extension or an equivalence, nothing is taken over.

Links are read as a code host reads them: relative to the file, from the root where they begin with a slash, with
percent-encoding, to a folder's README, and, for addresses on the code host itself, into the same repository.
Where one file plainly is meant, the diagnostic names it.`,
	Bad: `The page was renamed, the link was not.
-- Boats/README.md --
# Boats

1. [L2: Mate](L2-Mate.md)
2. [L3: Skipper](L3-Captain.md)
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.
`,
	Good: `Both links lead to a page.
-- Boats/README.md --
# Boats

1. [L2: Mate](L2-Mate.md)
2. [L3: Skipper](L3-Skipper.md)
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.
`,
}

var ruleLinkCase = &diag.Rule{
	Code: "R0003", Slug: "link-case", Severity: diag.Warning, Since: "0.1.0",
	Title: "a link and the name of its file differ in capitals",
	Text: `The link works on a computer that does not tell capitals apart, and breaks on a code host or a web server, which
do. Write the link as the file is named.`,
	Bad: `The file is named with a capital.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
- I splice a rope in the dark and stow the nets so that they run free.
- I keep the promises in [Everyone](../everyone.md).
-- Everyone.md --
# Everyone

These hold for every one of us.

## I tell the truth

- I said on the first day that I was late.
`,
	Good: `The link says what the file is named.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
- I splice a rope in the dark and stow the nets so that they run free.
- I keep the promises in [Everyone](../Everyone.md).
-- Everyone.md --
# Everyone

These hold for every one of us.

## I tell the truth

- I said on the first day that I was late.
`,
}

// fillMarks gives every link mark of a role the role or page that it leads to.
func (r *resolver) fillMarks() {
	workers.Each(len(r.f.Roles), 0, func(i int) { r.fillRole(r.f.Roles[i]) })
}

func (r *resolver) fillRole(role *model.Role) {
	r.fill(&role.Summary)
	r.fillAll(role.Notes)
	for i := range role.Scope {
		r.fill(&role.Scope[i].Value)
	}
	for _, a := range role.Areas {
		r.fillAll(a.Intro)
		r.fillExamples(a.Examples)
		for _, s := range a.Statements {
			r.fill(&s.Prose)
			r.fillExamples(s.Examples)
		}
	}
}

func (r *resolver) fillAll(list []model.Prose) {
	for i := range list {
		r.fill(&list[i])
	}
}

func (r *resolver) fillExamples(list []*model.Example) {
	for _, x := range list {
		r.fill(&x.Prose)
	}
}

func (r *resolver) fill(p *model.Prose) {
	for i := range p.Marks {
		m := &p.Marks[i]
		if m.Kind != model.Link {
			continue
		}
		t := r.linker.Target(p.At.Path, m.Target, p.Text[m.Start:m.End])
		m.Role, m.Page = t.Role, t.Page
	}
}

// checkLinks looks at every link of every file.
func (r *resolver) checkLinks() {
	targets := make([]Target, len(r.draft.Links))
	workers.Each(len(targets), 0, func(i int) {
		link := r.draft.Links[i]
		targets[i] = r.linker.Target(link.At.Path, link.Target, link.Text)
	})
	for i, link := range r.draft.Links {
		t := targets[i]
		if t.Path != "" && t.Kind != Dead {
			add(r.listed, link.At.Path, t.Path)
		}
	}
	for i, link := range r.draft.Links {
		t := targets[i]
		switch {
		case t.Kind == Dead:
			r.reportDead(link, t)
		case t.Folded:
			r.reportCase(link, t)
		case t.Fragment != "":
			r.checkAnchor(link, t)
		}
	}
}

func (r *resolver) reportDead(link model.SourceLink, t Target) {
	message := fmt.Sprintf("%q leads to no file, expected one that is there", link.Target)
	if t.Above {
		message = fmt.Sprintf("%q leads out of the folder that was read, expected a file that is part of it", link.Target)
	}
	d := ruleDeadLink.New(link.At, message)
	d.Help = "link to the file that is meant, or take the link off"
	if t.Above {
		d.Help = "read the whole folder that holds both files, or link to a file that is part of this one"
	}
	if meant := r.meantBy(link, t); meant != "" {
		add(r.meant, link.At.Path, meant)
		to := relative(link.At.Path, meant)
		if t.Fragment != "" {
			to += "#" + t.Fragment
		}
		d.Help = fmt.Sprintf("link to %q, if that is what is meant", to)
		if f := r.draft.Sources.File(meant); f != nil {
			d.Related = []diag.Related{{Span: f.LineSpan(1), Message: "perhaps this file is meant"}}
		}
		d.Fixes = r.retarget(link, to, diag.Review)
	}
	r.report.Add(d)
}

func (r *resolver) reportCase(link model.SourceLink, t Target) {
	d := ruleLinkCase.New(link.At, fmt.Sprintf("%q differs in capitals from the file's name, expected %q", link.Target, t.Path))
	to := relative(link.At.Path, t.Path)
	d.Help = fmt.Sprintf("link to %q", to)
	if f := r.draft.Sources.File(t.Path); f != nil {
		d.Related = []diag.Related{{Span: f.LineSpan(1), Message: "the file that is meant"}}
	}
	if t.Fragment != "" {
		to += "#" + t.Fragment
	}
	d.Fixes = r.retarget(link, to, diag.Safe)
	r.report.Add(d)
}

// retarget returns a fix that writes another destination, or none where the
// destination's place is not known exactly.
func (r *resolver) retarget(link model.SourceLink, to string, safe diag.Safety) []diag.Fix {
	written := r.draft.Sources.Text(link.At)
	if strings.Trim(written, "<>") != strings.Trim(link.Target, "<>") {
		return nil
	}
	return []diag.Fix{{
		Title: fmt.Sprintf("link to %q", to),
		Safe:  safe,
		Edits: []diag.Edit{{Span: link.At, New: to}},
	}}
}
