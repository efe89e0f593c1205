package wording

import "strings"

// Marked writes runs for a terminal: what was taken out stands in [-…-], what
// was put in in {+…+}, as git's word diff has it.
func Marked(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Op {
		case Removed:
			b.WriteString("[-" + r.Text + "-]")
		case Added:
			b.WriteString("{+" + r.Text + "+}")
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// MarkdownRuns writes runs as Markdown: what was taken out is struck through,
// what was put in is strong. Spaces stand outside of the marks, which Markdown
// would else not know for such.
func MarkdownRuns(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		mark := map[Op]string{Removed: "~~", Added: "**"}[r.Op]
		words := strings.TrimSpace(r.Text)
		if mark == "" || words == "" {
			b.WriteString(Markdown(r.Text))
			continue
		}
		lead, rest, _ := strings.Cut(r.Text, words)
		b.WriteString(lead + mark + Markdown(words) + mark + rest)
	}
	return b.String()
}

var markdownSigns = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, ">", `\>`, "[", `\[`, "]", `\]`, "~", `\~`, "|", `\|`, "#", `\#`,
	"@", "@\u200b", "\n", " ", "\r", " ")

// Markdown writes a text so that Markdown shows it as it is. Nobody is called
// by a sign before a name: code hosts would send that person a message.
func Markdown(text string) string { return markdownSigns.Replace(text) }
