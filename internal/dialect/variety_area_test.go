package dialect_test

import (
	"strings"
	"testing/fstest"
)

// area writes the statements of an area under its heading, and their examples;
// rank is that of a heading in it.
func (w *writer) area(t, l, a, rank int) {
	for p := range 2 {
		w.statement(w.say(t, l, a, p), "")
		if p == 1 {
			w.nested(t, l, a, "")
		}
	}
	if w.statements != "paragraph" {
		w.line()
	}
	v, shown := w.words, w.words.exampleOf(t, l, a)
	switch w.examples {
	case "details":
		w.para("<details><summary>", v.examples, "</summary>\n\n- ", shown, "\n\n</details>")
	case "heading":
		w.para(strings.Repeat("#", rank), " ", v.examples, "\n\n- ", shown)
	case "lead":
		w.para(v.examples, ":\n\n- ", shown)
	case "bold lead":
		w.para("**", v.examples, ":**\n\n- ", shown)
	case "line":
		w.para(v.example, shown)
	}
}

// bulletArea writes an area that is a bullet over its statements.
func (w *writer) bulletArea(t, l, a int, indent string) {
	if w.areas == "bold bullet" {
		w.line(indent, "- **", w.emoji(), w.words.areas[a], "**")
	} else {
		w.line(indent, "- ", w.emoji(), w.words.areas[a])
	}
	for p := range 2 {
		w.statement(w.say(t, l, a, p), indent+"  ")
		if p == 1 {
			w.nested(t, l, a, indent+"  ")
		}
	}
}

// statement writes one statement; lines of one area stand below each other.
func (w *writer) statement(text, indent string) {
	switch w.statements {
	case "bullet":
		w.line(indent, "- ", text)
	case "star":
		w.line(indent, "* ", text)
	case "number":
		w.line(indent, "1. ", text)
	case "checkbox":
		w.line(indent, "- [ ] ", text)
	case "paragraph":
		w.para(text)
	default:
		w.line(text)
	}
}

// nested writes the examples under the last statement of an area.
func (w *writer) nested(t, l, a int, indent string) {
	if w.statements == "number" {
		indent += " "
	}
	switch shown := w.words.exampleOf(t, l, a); w.examples {
	case "nested":
		w.line(indent, "  - ", shown)
	case "nested e.g.":
		w.line(indent, "  - ", w.words.such, shown)
	}
}

// say returns a statement as it is written.
func (w *writer) say(t, l, a, p int) string {
	text := w.words.statement(t, l, a, p)
	switch w.extra {
	case "no stop":
		return strings.TrimSuffix(text, w.words.stop)
	case "strong words":
		i := strings.LastIndexByte(strings.TrimSuffix(text, w.words.stop), ' ')
		if i < 0 {
			return text
		}
		return text[:i+1] + "**" + strings.TrimSuffix(text[i+1:], w.words.stop) + "**" + w.words.stop
	case "folded":
		if first, rest, ok := strings.Cut(text, " "); ok && w.statements != "line" {
			return first + "\n    " + rest
		}
	}
	return text
}

// file ends the page and returns it.
func (w *writer) file() *fstest.MapFile {
	text := w.b.String()
	switch w.extra {
	case "crlf":
		text = strings.ReplaceAll(text, "\n", "\r\n")
	case "bom":
		text = "\ufeff" + text
	}
	return &fstest.MapFile{Data: []byte(text)}
}

// handbook returns pages that stand around a ladder and are none of it.
func handbook() fstest.MapFS {
	tree := fstest.MapFS{}
	for name, text := range map[string]string{
		"CONTRIBUTING.md":        "# Contributing\n\n- Open a pull request.\n- Wait for a review.\n",
		"people/holidays.md":     "# Holidays\n\n## How many\n\n- 25 days a year\n\n## How to ask\n\n- Write to your manager.\n",
		"people/onboarding.md":   "# Onboarding\n\n## Week 1\n\n- You meet the team.\n- You get your keys.\n\n## Week 2\n\n- You bake your first loaf.\n",
		"operations/incident.md": "# Incidents\n\n## Severity 1\n\n- The ovens are down.\n\n## Severity 2\n\n- One oven is down.\n",
	} {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return tree
}
