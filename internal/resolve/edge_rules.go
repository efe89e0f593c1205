package resolve

import (
	"fmt"
	"strings"
	"unicode"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/source"
)

var ruleUnknownRole = &diag.Rule{
	Code: "R0010", Slug: "unknown-role", Severity: diag.Warning, Since: "0.1.0",
	Title: "an extension or equivalence names a role that is not there",
	Text: `A statement says that the role takes over another role, or compares with one, and that role is not in the
framework. Nothing is inherited and no gap can be computed until it is.

Link to the role, or name it by the level and the title that its own page has. Where the link is dead, that is
reported instead.`,
	Bad: `A role that is not in the framework is named.
-- Engineering/L2-Engineer.md --
# L2: Engineer

## Craft

- I finish what I start.
- I know how our pumps are wired. (Equivalent to L7 Electrician)
`,
	Good: `The named role is there.
-- Engineering/L2-Engineer.md --
# L2: Engineer

## Craft

- I finish what I start.
- I know how our pumps are wired. (Equivalent to [L1 Electrician](../Electrics/L1-Electrician.md))
-- Electrics/L1-Electrician.md --
# L1: Electrician

## Craft

- I wire a pump without help.
- I read the plan before I touch a cable.
`,
}

var ruleAmbiguousRole = &diag.Rule{
	Code: "R0011", Slug: "ambiguous-role", Severity: diag.Warning, Since: "0.1.0",
	Title: "a name fits more than one role",
	Text: `A statement names a role in words, and more than one role answers to them equally well: the same title in two
tracks, or two roles at the level below. Nothing is taken over, since a wrong guess would change what people are rated on.

Link to the role that is meant.`,
	Bad: `Two tracks have a Senior Engineer.
-- Boats/L3-Senior-Engineer.md --
# L3: Senior Engineer

## Craft

- I plan the refit of a boat.
-- Piers/L3-Senior-Engineer.md --
# L3: Senior Engineer

## Craft

- I plan the repair of a pier.
-- Care/L4-Care-Lead.md --
# L4: Care Lead

## Craft

- I can judge an engineer's estimate. (Equivalent to L3 Senior Engineer)
`,
	Good: `The link leaves no doubt.
-- Boats/L3-Senior-Engineer.md --
# L3: Senior Engineer

## Craft

- I plan the refit of a boat.
-- Piers/L3-Senior-Engineer.md --
# L3: Senior Engineer

## Craft

- I plan the repair of a pier.
-- Care/L4-Care-Lead.md --
# L4: Care Lead

## Craft

- I can judge an engineer's estimate. (Equivalent to [L3 Senior Engineer](../Boats/L3-Senior-Engineer.md))
`,
}

var ruleUnlinkedRole = &diag.Rule{
	Code: "R0012", Slug: "unlinked-role", Severity: diag.Note, Since: "0.1.0",
	Title: "an extension or equivalence names its role without a link",
	Text: `The role was found by its level and title. A link says the same to everybody, survives a second role of that
name, and is reported when it breaks; a name that stops to fit is only a name.`,
	Bad: `The role is named only.
-- Engineering/L2-Engineer.md --
# L2: Engineer

## Craft

- I know how our pumps are wired. (Equivalent to L1 Electrician)
-- Electrics/L1-Electrician.md --
# L1: Electrician

## Craft

- I wire a pump without help.
`,
	Good: `The role is linked.
-- Engineering/L2-Engineer.md --
# L2: Engineer

## Craft

- I know how our pumps are wired. (Equivalent to [L1 Electrician](../Electrics/L1-Electrician.md))
-- Electrics/L1-Electrician.md --
# L1: Electrician

## Craft

- I wire a pump without help.
`,
}

// judge reports what is wrong with an edge. A dead link has been reported as
// such.
func (r *resolver) judge(e *edge) {
	switch {
	case e.to != nil && (e.laid != "" || e.to.Path() == e.at.Path):
		// No words could be a link; or the role is at hand on the same page.
	case e.to != nil && !e.linked() && !e.ref.previous:
		r.suggestLink(e)
	case e.to != nil || e.target.Kind == Dead:
	case len(e.ambiguous) > 0:
		r.reportAmbiguous(e)
	default:
		r.reportUnknown(e)
	}
}

func (r *resolver) reportUnknown(e *edge) {
	at := r.refSpan(e)
	var d diag.Diagnostic
	switch {
	case !e.linked():
		d = ruleUnknownRole.New(at, fmt.Sprintf("%q names no role of this framework, expected one by its level and title", e.ref.words))
		d.Help = "link to the role, or name it as its own page does"
	case e.target.Kind == Outside:
		d = ruleUnknownRole.New(at, fmt.Sprintf("%q leads out of this framework, expected a role that is part of it", e.ref.mark.Target))
		d.Help = "link to the role by its path in this framework"
	default:
		d = ruleUnknownRole.New(at, fmt.Sprintf("%q leads to %q, which is no single role, expected one", e.ref.mark.Target, e.target.Path))
		d.Help = "link to the role itself"
	}
	r.report.Add(d)
}

func (r *resolver) reportAmbiguous(e *edge) {
	d := ruleAmbiguousRole.New(r.refSpan(e), fmt.Sprintf("%q may mean any of %d roles, expected one", e.ref.words, len(e.ambiguous)))
	d.Help = "link to the role that is meant"
	for _, c := range e.ambiguous {
		d.Related = append(d.Related, diag.Related{Span: firstLine(r.draft.Sources, c.At), Message: fmt.Sprintf("%q is one", roleName(c))})
	}
	r.report.Add(d)
}

// suggestLink offers to turn the words that name a role into a link to it.
func (r *resolver) suggestLink(e *edge) {
	at := r.refSpan(e)
	d := ruleUnlinkedRole.New(at, fmt.Sprintf("%q is taken for the role %q of %s, expected a link", e.ref.words, roleName(e.to), e.to.Path()))
	d.Help = "link to the role, so that a reader can follow and a check can tell when it moves"
	d.Related = []diag.Related{{Span: firstLine(r.draft.Sources, e.to.At), Message: "the role that is meant"}}
	words := strings.TrimRight(r.draft.Sources.Text(at), " ")
	if words == e.ref.words && isMarkdown(at.Path) && len(r.linker.roles[e.to.Path()]) == 1 {
		link := fmt.Sprintf("[%s](%s)", words, relative(at.Path, e.to.Path()))
		d.Fixes = []diag.Fix{{Title: "link to the role", Edits: []diag.Edit{{Span: at, New: link}}}}
	}
	r.report.Add(d)
}

// refSpan returns where the reference stands in the source.
func (r *resolver) refSpan(e *edge) source.Span {
	if e.laid != "" {
		return e.at
	}
	return spanOf(r.draft.Sources, e.prose, e.ref.start, e.ref.end)
}

// roleName names a role for a person, as "L3 Senior Engineer".
func roleName(role *model.Role) string {
	if role.Level == nil || !strings.ContainsFunc(role.Level.Label, unicode.IsLetter) || strings.Contains(role.Title, role.Level.Label) {
		return role.Title // without a label, or with one that is only a count
	}
	return role.Level.Label + " " + role.Title
}
