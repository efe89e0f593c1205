package resolve

import (
	"strings"
	"unicode"

	"rung/internal/model"
	"rung/internal/pattern"
)

// reference is the naming of a role after declaring words: by a link, by name,
// or by its place ("the previous level").
type reference struct {
	start, end int         // bytes of the text
	mark       *model.Mark // the link, or nil
	words      string      // the words that name the role
	noun       bool        // a word like "role" or "definition" says that a role is meant
	previous   bool        // the level below is meant
	plural     bool        // all levels below
}

var (
	beforeLink = pattern.New(`^[\s"“‘'*_(]*(?:[\p{L}\p{N}.’']+\s+){0,3}["“‘'*_(]*$`)
	nextLink   = pattern.New(`^\s*(?:[,;·•|+/&]|,?\s*(?:and|or|und|y|e|et|и|と))?\s*(?:the\s+|an?\s+)?$`)
	nameEnd    = pattern.New(`(?i)[;:!?()\[\]"“”\n…]|\.(?:\s|$|\.)|,\s+(?:but|and|plus|with|except|while|though|then|i|we|which|who|as|so)\b|\s(?:but|except|with|plus|while|though|which|who|that|when|where|because|and\s+(?:i|we|also|then|more|build))\b|\s[-–—+]\s`)
	roleNoun   = pattern.New(`(?i)\s(?:roles?|levels?|positions?|definitions?|pages?|descriptions?|profiles?)\b`)
	lastLevel  = pattern.New(`(?i)^(?:(?:the|all|any|every|each)\s+)*(?:of\s+(?:the\s+)?)?(?:(?:previous|prior|preceding|lower|earlier|above)\s+(?:[\p{L}\p{N}]+\s+){0,2}?(level|role|rung|grade|step|band|tier)(s?)|(level|role|rung|grade|tier)(s?)\s+(?:below|before|beneath|preceding))\b`)
)

// references reads what the declaration names in p.
func (d declaration) references(p model.Prose) []reference {
	switch {
	case d.refEnd == 0:
		return references(p, d.ref)
	case d.below:
		return []reference{{start: d.ref, end: d.refEnd, words: p.Text[d.ref:d.refEnd], noun: true, previous: true, plural: d.belowAll}}
	}
	if linked := linkedReferences(p, d.ref); len(linked) > 0 && linked[0].start < d.refEnd {
		return linked
	}
	return []reference{{start: d.ref, end: d.refEnd, words: p.Text[d.ref:d.refEnd]}}
}

// references reads what stands at offset at: links first, then a place, then a
// name. It returns none where nothing can be read.
func references(p model.Prose, at int) []reference {
	if linked := linkedReferences(p, at); len(linked) > 0 {
		return linked
	}
	rest := p.Text[at:]
	if m := lastLevel.FindStringSubmatchIndex(rest); m != nil {
		plural := m[4] < m[5] || m[8] >= 0 && m[8] < m[9]
		return []reference{{start: at, end: at + m[1], words: rest[:m[1]], noun: true, previous: true, plural: plural}}
	}
	end := len(rest)
	if m := nameEnd.FindStringIndex(rest); m != nil {
		end = m[0]
	}
	ref := reference{start: at, end: at + end}
	if m := roleNoun.FindStringIndex(rest[:end]); m != nil {
		ref.noun, ref.end = true, at+m[1]
	}
	ref.words = strings.TrimRightFunc(p.Text[at:ref.end], unicode.IsSpace)
	ref.end = at + len(ref.words)
	if ref.words == "" {
		return nil
	}
	return []reference{ref}
}

// linkedReferences returns the link that stands at offset at, with those that
// are listed after it.
func linkedReferences(p model.Prose, at int) []reference {
	var out []reference
	for i := range p.Marks {
		m := &p.Marks[i]
		if m.Kind != model.Link || m.End <= at {
			continue
		}
		between := p.Text[at:max(at, m.Start)] // an article may be inside the link
		if len(out) == 0 && !beforeLink.MatchString(between) || len(out) > 0 && !nextLink.MatchString(between) {
			break
		}
		out = append(out, reference{start: m.Start, end: m.End, mark: m, words: p.Text[m.Start:m.End]})
		at = m.End
	}
	return out
}

// capitalised reports whether a word of s that could begin a name does so with
// a capital. A script without case counts as capitalised.
func capitalised(s string) bool {
	for _, w := range strings.Fields(s) {
		w = strings.TrimLeftFunc(w, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) })
		if w == "" || fillers[strings.ToLower(w)] {
			continue
		}
		first := []rune(w)[0]
		return !unicode.IsLower(first)
	}
	return false
}
