package change

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"rung/internal/diag"
	"rung/internal/wording"
)

// Print writes the report for a terminal. Words that were taken out stand in
// [-…-], new ones in {+…+}; a question mark says that somebody should look
// whether it is one statement.
func Print(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	say := func(format string, args ...any) { fmt.Fprintf(out, format+"\n", args...) }
	say("%s to %s: %s", short(r.From), short(r.To), r.summary())
	if r.Base != "" {
		say("compared with %.10s, where the two lines part", r.Base)
	}
	for _, t := range r.Tracks {
		say("  %s", diag.Plain(t.line()))
	}
	for _, role := range r.Roles {
		say("  %s", diag.Plain(role.line()))
	}
	for _, ch := range r.chapters() {
		say("\n%s (%s)", diag.Plain(ch.role), diag.Plain(ch.path))
		for _, s := range ch.entries {
			say("  %s", s.text())
		}
		for _, d := range ch.details {
			say("  · %s", diag.Plain(d.line()))
		}
	}
	say("\nVersion step: %s", r.Version.Step)
	for _, reason := range r.Version.Decisive() {
		say("  %s", reason)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write changes: %w", err)
	}
	return nil
}

func short(r Revision) string {
	if r.Time.IsZero() {
		return "the " + r.ID
	}
	return fmt.Sprintf("%.10s (%s)", r.ID, r.Time.UTC().Format("2006-01-02"))
}

// text is the statement in one line.
func (s Statement) text() string {
	mark := map[Kind]string{Added: "+", Retired: "-", Reworded: "~", Moved: ">", Split: "+", Merged: "~", Revived: "+"}[s.Kind]
	var words string
	switch {
	case s.Now == nil:
		words = s.Before.Text
	case s.Before == nil:
		words = s.Now.Text
	default:
		words = wording.Marked(wording.Diff(s.Before.Text, s.Now.Text))
	}
	doubt := ""
	if s.Confirm {
		doubt = "? "
	}
	return mark + " " + doubt + diag.Plain(words) + s.remark()
}

// remark is what is said of a statement behind its words.
func (s Statement) remark() string {
	var notes []string
	switch {
	case s.Kind == Split || s.Kind == Merged || s.Kind == Revived:
		notes = append(notes, string(s.Kind))
	case s.Kind == Retired && len(s.Others) > 0:
		notes = append(notes, "taken up by another")
	}
	if s.Degree != "" && s.Degree != Other {
		notes = append(notes, string(s.Degree)+signs(s.Signs))
	}
	if s.Elsewhere {
		notes = append(notes, "from "+s.Before.RoleTitle+" · "+s.Before.AreaTitle)
	}
	if len(notes) == 0 {
		return ""
	}
	return "  (" + diag.Plain(strings.Join(notes, "; ")) + ")"
}

func signs(list []Sign) string {
	var out []string
	for _, s := range list {
		out = append(out, s.String())
	}
	if len(out) == 0 {
		return ""
	}
	return ": " + strings.Join(out, ", ")
}

// String returns the reason in one line.
func (r Reason) String() string {
	words := r.Now
	switch {
	case r.Before != "" && r.Now != "":
		words = wording.Marked(wording.Diff(r.Before, r.Now))
	case r.Now == "":
		words = r.Before
	}
	line := r.Role.Name + " " + r.Why
	if words != "" {
		line += ": " + words
	}
	return diag.Plain(line)
}
