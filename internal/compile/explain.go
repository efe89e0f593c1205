package compile

import (
	"fmt"
	"strings"

	"golang.org/x/tools/txtar"

	"rung/internal/diag"
)

// Explain returns what a code or a slug means, with a bad and a good example,
// as text for a terminal. ok is false where there is no such rule.
func Explain(name string) (text string, ok bool) {
	r := Rule(name)
	if r == nil {
		return "", false
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s (%s)\n%s\n\n%s\n", r.Code, r.Slug, grade(r), r.Title, strings.TrimSpace(r.Text))
	fmt.Fprintf(&b, "\nReported:\n%s\nFine:\n%s", indented(r.Bad), indented(r.Good))
	return b.String(), true
}

// grade says how grave what a rule reports is, and where it must be asked for.
func grade(r *diag.Rule) string {
	if r.Default == diag.Off {
		return r.Severity.String() + ", off by default"
	}
	return r.Severity.String()
}

// indented writes a txtar archive as its comment and its files, indented.
func indented(archive string) string {
	a := txtar.Parse([]byte(archive))
	var b strings.Builder
	if c := strings.TrimSpace(string(a.Comment)); c != "" {
		fmt.Fprintf(&b, "\n  %s\n", c)
	}
	for _, f := range a.Files {
		fmt.Fprintf(&b, "\n  %s\n", f.Name)
		for line := range strings.Lines(strings.Trim(string(f.Data), "\n")) {
			b.WriteString(strings.TrimRight("    "+line, " \n") + "\n")
		}
	}
	return diag.Plain(b.String())
}

// RulePage returns the page that documents a rule, in Markdown, and the name
// of its file.
func RulePage(r *diag.Rule) (name, page string) {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: %s\n\n%s.\n\n", r.Code, r.Slug, upperFirst(markdown(r.Title)))
	fmt.Fprintf(&b, "| Severity | Family | Since |\n|---|---|---|\n| %s | %s | %s |\n\n", grade(r), family(r.Code), r.Since)
	if r.Default == diag.Off {
		b.WriteString(offByDefault)
	}
	fmt.Fprintf(&b, "%s\n\n## Reported\n\n%s\n## Fine\n\n%s", strings.TrimSpace(r.Text), example(r.Bad), example(r.Good))
	return fmt.Sprintf("%s-%s.md", r.Code, r.Slug), b.String()
}

// offByDefault tells readers of a rule's page why they never saw it.
const offByDefault = `This rule is off by default: on ladders at large, more than one in ten of its findings is none. A ladder that wants it
turns it on in its ` + "`rung.yaml`" + `.

`

// RuleIndex returns the page that lists every rule, in Markdown.
func RuleIndex(rules []*diag.Rule) string {
	var b strings.Builder
	b.WriteString("# Diagnostics\n\nEverything that `rung check` may report. `rung explain CODE` says the same in the terminal.\n")
	last := ""
	for _, r := range rules {
		if f := family(r.Code); f != last {
			last = f
			fmt.Fprintf(&b, "\n## %s\n\n| Code | Severity | Meaning |\n|---|---|---|\n", f)
		}
		name, _ := RulePage(r)
		fmt.Fprintf(&b, "| [%s %s](%s) | %s | %s |\n", r.Code, r.Slug, name, grade(r), markdown(r.Title))
	}
	return b.String()
}

// family names the letter of a code.
func family(c diag.Code) string {
	switch c[:1] {
	case "P":
		return "Parse"
	case "R":
		return "Resolve"
	case "I":
		return "Identity"
	}
	return "Quality"
}

// example writes a txtar archive as fenced blocks, one a file.
func example(archive string) string {
	a := txtar.Parse([]byte(archive))
	var b strings.Builder
	if c := strings.TrimSpace(string(a.Comment)); c != "" {
		b.WriteString(c + "\n\n")
	}
	for _, f := range a.Files {
		body := diag.Plain(strings.Trim(string(f.Data), "\n"))
		fence := "```"
		for strings.Contains(body, fence) {
			fence += "`"
		}
		fmt.Fprintf(&b, "`%s`\n\n%smarkdown\n%s\n%s\n\n", f.Name, fence, body, fence)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// markdown escapes plain words for a page and for a table in it.
func markdown(s string) string {
	return strings.NewReplacer("|", `\|`, "<", `\<`, "*", `\*`, "_", `\_`).Replace(s)
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
