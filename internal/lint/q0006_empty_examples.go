package lint

import (
	"bytes"
	"slices"

	"rung/internal/diag"
	"rung/internal/pattern"
	"rung/internal/source"
)

var q0006EmptyExamples = &Rule{
	Rule: diag.Rule{
		Code: "Q0006", Slug: "empty-examples", Severity: diag.Warning, Since: "0.1.0",
		Title: "a list of examples has no example",
		Text: `A part headed "Examples" folds away nothing. Readers open it and find it empty. Write an example, or take the
part off.`,
		Bad: `Nothing is folded away.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.

<details>
<summary>Examples</summary>

</details>
`,
		Good: `An example is folded away.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.

<details>
<summary>Examples</summary>

- I put the oars out the night before.

</details>
`,
	},
	Run: emptyExamples,
}

// folded matches a part that folds away nothing, under whatever heading; the
// word in its heading is the second group.
var folded = pattern.New(`(?is)<details[^>]*>\s*(<summary[^>]*>(?:<[^>]+>|[\s*_])*([\p{L} ]+?)(?:</[^>]+>|[\s*_:])*</summary>)\s*</details>`)

// exampleWords are what lists of examples are headed in the languages in which
// ladders are written.
var exampleWords = []string{"example", "examples", "beispiel", "beispiele", "exemple", "exemples", "exemplo", "exemplos", "ejemplo", "ejemplos", "esempio", "esempi", "voorbeelden", "例"}

func emptyExamples(p *Pass) {
	seen := make(map[string]bool)
	for _, r := range p.ladder.roles {
		file := p.Sources.File(r.Path())
		if file == nil || seen[r.Path()] {
			continue
		}
		seen[r.Path()] = true
		if !mayFoldNothing(file.Bytes()) {
			continue
		}
		for _, m := range folded.FindAllStringSubmatchIndex(file.String(), -1) {
			heading := file.String()[m[4]:m[5]]
			if slices.Contains(exampleWords, plain(heading)) {
				p.emptyAt(file.Span(m[2], m[3]), heading)
			}
		}
	}
}

func (p *Pass) emptyAt(at source.Span, heading string) {
	p.at(at, "%q is empty, expected at least one example", heading).
		help("write an example, or take the part off").
		add()
}

// mayFoldNothing is a quick look that spares nearly all files the pattern: it
// finds a summary whose details end at once.
func mayFoldNothing(text []byte) bool {
	for _, end := range [...]string{"</summary>", "</SUMMARY>"} {
		for rest := text; ; {
			_, after, found := bytes.Cut(rest, []byte(end))
			if !found {
				break
			}
			rest = after
			if after = bytes.TrimLeft(after, " \t\r\n"); len(after) > 2 && after[0] == '<' && after[1] == '/' {
				return true
			}
		}
	}
	return false
}
