package records

import (
	"strings"

	"rung/internal/parse"
	"rung/internal/pattern"
)

func headed(blocks []*parse.Block) bool {
	for _, b := range blocks {
		if b.Kind == parse.Heading && len(blocks) > 1 {
			return true
		}
	}
	return false
}

// bulleted returns the bullets of a text that is nothing else, but for a line
// that introduces them.
func bulleted(blocks []*parse.Block) (lead, lists []*parse.Block) {
	for i, b := range blocks {
		switch {
		case b.Kind == parse.List && !b.Ordered:
			lists = append(lists, b)
		case i == 0 && b.Kind == parse.Paragraph && strings.HasSuffix(b.Text.Value, ":"):
			lead = append(lead, b)
		default:
			return nil, nil
		}
	}
	return lead, lists
}

// item is a bullet with those under it.
type item struct {
	text  parse.Text
	under []item
}

// items returns the bullets of lists; what is no list is one of its own.
func items(blocks []*parse.Block) []item {
	var out []item
	for _, b := range blocks {
		if b.Kind != parse.List {
			out = append(out, item{text: flatten([]*parse.Block{b})})
			continue
		}
		for _, i := range b.Children {
			var own, lists []*parse.Block
			for _, c := range i.Children {
				if c.Kind == parse.List {
					lists = append(lists, c)
				} else {
					own = append(own, c)
				}
			}
			out = append(out, item{text: flatten(own), under: items(lists)})
		}
	}
	return out
}

// reference is a text that says only where else to look.
var reference = pattern.New(`(?i)^\W*((see|same as|as (in|for|at|above|[a-z]{0,3}\d)|as per|refer to|cf\.?|equals?|identical to|like|idem|ditto|siehe|wie|ver|véase|voir|igual (a|que|ao)|см\.?|同上|同じ)\b.{0,40}|ditto|idem|same|同上)$`)

// isReference reports a text that stands for that of another level: "see L5".
func isReference(s string) bool {
	s = strings.TrimSpace(s)
	if len(s) > 60 || !reference.MatchString(s) {
		return false
	}
	return len(strings.Fields(s)) <= 4 || strings.ContainsAny(s, "0123456789")
}
