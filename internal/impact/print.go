package impact

import (
	"bufio"
	"fmt"
	"io"

	"rung/internal/change"
	"rung/internal/diag"
	"rung/internal/wording"
)

// Heading names what is compared.
type Heading struct {
	From, To change.Revision
	Base     string // where the lines of both part, where that is not From; else ""
}

// Print writes the report for a terminal.
func Print(w io.Writer, h Heading, r *Report) error {
	out := bufio.NewWriter(w)
	say := func(format string, args ...any) { fmt.Fprintf(out, format+"\n", args...) }
	say("%s to %s: what it would do to ratings and to links from evidence", named(h.From), named(h.To))
	if h.Base != "" {
		say("compared with %.10s, where the two lines part", h.Base)
	}
	if len(r.Roles) == 0 {
		say("\nNo statement changes of which anything could have been said: nothing is touched.")
		return flush(out)
	}
	for _, role := range r.Roles {
		say("\n%s", diag.Plain(role.Name))
		for _, s := range role.Statements {
			say("  %s", diag.Plain(s.line()))
		}
		for _, f := range role.Fates {
			if f.Ratings != nil || f.Evidence != nil {
				say("  %s: %s", fateWords[f.Fate], f.words("of"))
			}
		}
		say("  anything else: fewer than %d people", Fewest)
	}
	say("\nScattered over these, together: %s", r.Scattered.words("of"))
	say("In all that can be told: %s", r.Total.words("of at least"))
	say("A figure that would speak of fewer than %d people is not shown, and is in no sum.", Fewest)
	return flush(out)
}

func flush(out *bufio.Writer) error {
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write impact: %w", err)
	}
	return nil
}

func named(r change.Revision) string {
	if r.Time.IsZero() {
		return "the " + r.ID
	}
	return fmt.Sprintf("%.10s (%s)", r.ID, r.Time.UTC().Format("2006-01-02"))
}

var fateWords = map[change.Fate]string{
	change.FateKept:    "kept",
	change.FateNotice:  "kept with notice",
	change.FateRerate:  "up for re-rating",
	change.FateRetired: "retired",
}

// words tells both figures.
func (f Figures) words(of string) string {
	if f.Ratings == nil && f.Evidence == nil {
		return fmt.Sprintf("fewer than %d people", Fewest)
	}
	return f.Ratings.words("rating", "ratings", of) + "; " + f.Evidence.words("link from evidence", "links from evidence", of)
}

func (f *Figure) words(one, many, of string) string {
	if f == nil {
		return fmt.Sprintf("%s of fewer than %d people", many, Fewest)
	}
	if f.Count == 1 {
		many = one
	}
	return fmt.Sprintf("%d %s %s %d people", f.Count, many, of, f.People)
}

// line says what changes in a statement, and what becomes of a rating that was
// given against its words just before.
func (s Statement) line() string {
	switch {
	case s.Before == nil:
		return "+ " + s.Now.Text + "  (back: judged by the words that each rating was given against)"
	case s.Now == nil && len(s.Others) > 0:
		return "- " + s.Before.Text + "  (retired; taken up by another)"
	case s.Now == nil:
		return "- " + s.Before.Text + "  (retired)"
	}
	note := fateWords[s.Becomes.Fate]
	if d := s.Becomes.Degree; d != "" && d != change.Other {
		note += ": " + string(d)
	}
	mark := "~ "
	if s.Before.Text == s.Now.Text {
		mark, note = "> ", note+": moved"
	}
	return mark + wording.Marked(wording.Diff(s.Before.Text, s.Now.Text)) + "  (" + note + ")"
}
