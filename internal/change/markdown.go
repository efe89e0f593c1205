package change

import (
	"bufio"
	"fmt"
	"io"

	"rung/internal/diag"
	"rung/internal/wording"
)

// Markdown writes the report for a pull request.
func Markdown(w io.Writer, r *Report) error {
	out := bufio.NewWriter(w)
	say := func(format string, args ...any) { fmt.Fprintf(out, format+"\n", args...) }
	say("## What changes in the ladder\n")
	say("%s. Version step: **%s**.\n", r.summary(), r.Version.Step)
	for _, t := range r.Tracks {
		say("- %s", escaped(t.line()))
	}
	for _, role := range r.Roles {
		say("- %s", escaped(role.line()))
	}
	for _, ch := range r.chapters() {
		say("\n### %s\n", escaped(ch.role))
		for _, s := range ch.entries {
			say("- %s", s.markdown())
		}
		for _, d := range ch.details {
			say("- %s", escaped(d.line()))
		}
	}
	if reasons := r.Version.Decisive(); len(reasons) > 0 && r.Version.Step > None {
		say("\n### Why the step is %s\n", r.Version.Step)
		for _, reason := range reasons {
			say("- %s", reason.markdown())
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write changes: %w", err)
	}
	return nil
}

func (s Statement) markdown() string {
	kind := "**" + string(s.Kind) + "**"
	if s.Confirm {
		kind += " (please confirm)"
	}
	var words string
	switch {
	case s.Now == nil:
		words = "~~" + escaped(s.Before.Text) + "~~"
	case s.Before == nil:
		words = escaped(s.Now.Text)
	default:
		words = inMarkdown(s.Before.Text, s.Now.Text)
	}
	return kind + ": " + words + escaped(s.remark())
}

func (r Reason) markdown() string {
	line := escaped(r.Role.Name + " " + r.Why)
	switch {
	case r.Before != "" && r.Now != "":
		return line + ": " + inMarkdown(r.Before, r.Now)
	case r.Before+r.Now != "":
		return line + ": " + escaped(r.Before+r.Now)
	}
	return line
}

func inMarkdown(before, now string) string { return wording.MarkdownRuns(wording.Diff(before, now)) }

func escaped(text string) string { return wording.Markdown(diag.Plain(text)) }
