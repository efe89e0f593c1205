package parse

import (
	"bytes"
	"strings"

	"rung/internal/diag"
)

// YAML as people write it: text that begins with a sign of the format, or
// holds a colon and a space, stands without quotes; a tab follows a dash. A
// strict parser refuses the file for one such line. Where it does, and the
// line can only have been meant in one way, the sign is read as a letter of
// the text, and reported.

// maxMends is how many lines of one file are mended: each asks for another
// reading of the whole.
const maxMends = 40

// yamlMend is one sign of a file that is no part of the format.
type yamlMend struct {
	at   int // in the YAML
	sign byte
	as   byte // what stands for it while the parser reads
}

// yamlMender holds the text that the parser is given. It is as long as the
// file's own, so that places stay.
type yamlMender struct {
	src   []byte
	lines []int
	mends []yamlMend
	stand map[byte]byte // by what stands for it, the sign
	taken map[byte]byte // the other way round
}

func newYAMLMender(src []byte, lines []int) *yamlMender {
	return &yamlMender{src: src, lines: lines, stand: map[byte]byte{}, taken: map[byte]byte{}}
}

// mend changes the line that the parser gave up at, or the one before, and
// reports whether another reading is worth it.
func (m *yamlMender) mend(at int) bool {
	if len(m.mends) >= maxMends {
		return false
	}
	n := 0
	for n+1 < len(m.lines) && m.lines[n+1] <= at {
		n++
	}
	for ; n >= 0; n-- {
		l, _ := line(m.src, m.lines[n])
		if len(bytes.TrimSpace(l)) == 0 {
			continue
		}
		if m.tab(m.lines[n], l) || m.text(m.lines[n], l) {
			return true
		}
		if m.lines[n] < at { // the line before may be the cause, none above it
			break
		}
	}
	return false
}

// tab replaces tabs behind the dash of an item, and between a key and its
// value.
func (m *yamlMender) tab(start int, l []byte) bool {
	i := 0
	for i < len(l) && (l[i] == ' ' || l[i] == '-') {
		i++
	}
	if i == 0 || i >= len(l) || l[i] != '\t' || !bytes.Contains(l[:i], []byte("-")) {
		return false
	}
	for ; i < len(l) && (l[i] == '\t' || l[i] == ' '); i++ {
		if l[i] == '\t' {
			m.put(yamlMend{at: start + i, sign: '\t', as: ' '})
		}
	}
	return true
}

// text takes the value of an item or a key for plain text as a whole.
func (m *yamlMender) text(start int, l []byte) bool {
	from := valueStart(l)
	if from < 0 {
		return false
	}
	value := l[from:]
	if wellFormed(value) {
		return false
	}
	changed := false
	if startsAsText(value) && !m.isMended(start+from) {
		changed = m.mask(start + from)
	}
	for i := 0; i+1 < len(value); i++ {
		if value[i] == ':' && (value[i+1] == ' ' || value[i+1] == '\t') {
			changed = m.mask(start+from+i) || changed
		}
	}
	if last := len(value) - 1; last > 0 && value[last] == ':' {
		changed = m.mask(start+from+last) || changed
	}
	return changed
}

// startsAsText reports a first sign that begins no text to YAML, and did to
// the author: what it opens ends before the text does, or it opens nothing.
func startsAsText(value []byte) bool {
	rest := value[1:]
	switch value[0] {
	case '"', '\'':
		return bytes.IndexByte(rest, value[0]) >= 0
	case '[':
		return bytes.IndexByte(rest, ']') >= 0
	case '{':
		return bytes.IndexByte(rest, '}') >= 0
	}
	return bytes.IndexByte([]byte("*&!@`%"), value[0]) >= 0
}

// wellFormed reports a value that is no plain text and ends as it should: the
// error is not in it.
func wellFormed(value []byte) bool {
	last := value[len(value)-1]
	switch value[0] {
	case '|', '>':
		return true
	case '"', '\'':
		return len(value) > 1 && last == value[0] && bytes.Count(value, value[:1])%2 == 0
	case '[':
		return last == ']'
	case '{':
		return last == '}'
	}
	return false
}

// valueStart returns where the text of an item or the value of a key begins,
// or -1 where the line has none. A key is one word, or words in quotes: "She
// said: no" is no key, and neither is it recognised here.
func valueStart(l []byte) int {
	i, dashes := 0, 0
	for i < len(l) && (l[i] == ' ' || l[i] == '-' && i+1 < len(l) && (l[i+1] == ' ' || l[i+1] == '\t')) {
		if l[i] == '-' {
			dashes++
		}
		i++
	}
	j := i
	for j < len(l) && isKeyByte(l[j]) {
		j++
	}
	if j > i && j+1 < len(l) && l[j] == ':' && l[j+1] == ' ' {
		i = j + 1
		for i < len(l) && l[i] == ' ' {
			i++
		}
	} else if dashes == 0 {
		return -1
	}
	if i >= len(l) {
		return -1
	}
	return i
}

func isKeyByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '-' || b >= 0x80
}

func (m *yamlMender) isMended(at int) bool {
	for _, d := range m.mends {
		if d.at == at {
			return true
		}
	}
	return false
}

// mask lets a letter that the file does not use stand for the sign at the
// offset at.
func (m *yamlMender) mask(at int) bool {
	sign := m.src[at]
	as, ok := m.taken[sign]
	for _, c := range []byte("~^$;=_+()/Q") {
		if ok {
			break
		}
		if m.stand[c] == 0 && bytes.IndexByte(m.src, c) < 0 {
			as, ok = c, true
			m.taken[sign], m.stand[c] = c, sign
		}
	}
	if ok {
		m.put(yamlMend{at: at, sign: sign, as: as})
	}
	return ok
}

func (m *yamlMender) put(d yamlMend) {
	if len(m.mends) == 0 {
		m.src = bytes.Clone(m.src)
	}
	m.src[d.at] = d.as
	m.mends = append(m.mends, d)
}

// restore returns words as the author wrote them.
func (m *yamlMender) restore(words string) string {
	if len(m.stand) == 0 {
		return words
	}
	return strings.Map(func(r rune) rune {
		if r < 0x80 {
			if sign := m.stand[byte(r)]; sign != 0 {
				return rune(sign)
			}
		}
		return r
	}, words)
}

// report tells of each line that was mended, once.
func (m *yamlMender) report(tree *Tree, src []byte, base int) {
	told := map[int]bool{}
	for _, d := range m.mends {
		n := 0
		for n+1 < len(m.lines) && m.lines[n+1] <= d.at {
			n++
		}
		if told[n] {
			continue
		}
		told[n] = true
		l, _ := line(src, m.lines[n])
		tree.find(m.finding(d, l, m.lines[n], base))
	}
}

func (m *yamlMender) finding(d yamlMend, l []byte, start, base int) finding {
	f := finding{rule: LooseYAMLRule, start: base + d.at, end: base + d.at + 1}
	if d.sign == '\t' {
		return tabFinding(base + d.at)
	}
	f.message = "this text has no quotes and holds " + quote(string(d.sign)) + ", which means something else to YAML; it was read as a part of the text"
	f.help = "put the text in quotes"
	if from := valueStart(l); from >= 0 {
		text := string(l[from:])
		f.fix, f.edits = "put the text in quotes", []edit{{base + start + from, base + start + len(l), `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`}}
	}
	return f
}

func tabFinding(at int) finding {
	return finding{rule: LooseYAMLRule, start: at, end: at + 1,
		message: "a tab follows the dash of this item, where YAML wants a space; it was read as one", help: "write a space",
		fix: "replace the tab by a space", safe: diag.Safe, edits: []edit{{at, at + 1, " "}}}
}
