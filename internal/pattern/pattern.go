// Package pattern holds regular expressions that are compiled when they are
// first used. A reading of ladders knows some two hundred; most commands and
// most ladders need few of them, and compiling all would take longer than
// reading a small ladder does.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression. It is safe for concurrent use. Its methods
// are those of regexp.Regexp; an expression that cannot be compiled panics at
// its first use.
type Pattern struct {
	text     string
	looked   sync.Once // protects filter
	filter   *prefilter
	once     sync.Once // protects compiled
	compiled *regexp.Regexp
}

// New returns the pattern of an expression, which it does not look at yet.
func New(text string) *Pattern { return &Pattern{text: text} }

// re compiles the expression, which only a text that may hold a match asks for.
func (p *Pattern) re() *regexp.Regexp {
	p.once.Do(func() { p.compiled = regexp.MustCompile(p.text) })
	return p.compiled
}

// look derives the filter of the expression.
func (p *Pattern) look() *prefilter {
	p.looked.Do(func() { p.filter = newPrefilter(p.text) })
	return p.filter
}

// in returns the expression, or nil where s cannot match.
func (p *Pattern) in(s string) *regexp.Regexp {
	if !mayMatch(p.look(), s) {
		return nil
	}
	return p.re()
}

// inBytes is in for bytes.
func (p *Pattern) inBytes(b []byte) *regexp.Regexp {
	if !mayMatch(p.look(), b) {
		return nil
	}
	return p.re()
}

// String returns the expression.
func (p *Pattern) String() string { return p.text }

// SubexpNames is regexp.Regexp.SubexpNames.
func (p *Pattern) SubexpNames() []string {
	return p.re().SubexpNames()
}

// Match is regexp.Regexp.Match.
func (p *Pattern) Match(b []byte) bool {
	if re := p.inBytes(b); re != nil {
		return re.Match(b)
	}
	return false
}

// MatchString is regexp.Regexp.MatchString.
func (p *Pattern) MatchString(s string) bool {
	if re := p.in(s); re != nil {
		return re.MatchString(s)
	}
	return false
}

// FindString is regexp.Regexp.FindString.
func (p *Pattern) FindString(s string) string {
	if re := p.in(s); re != nil {
		return re.FindString(s)
	}
	return ""
}

// FindStringIndex is regexp.Regexp.FindStringIndex.
func (p *Pattern) FindStringIndex(s string) []int {
	if re := p.in(s); re != nil {
		return re.FindStringIndex(s)
	}
	return nil
}

// FindStringSubmatch is regexp.Regexp.FindStringSubmatch.
func (p *Pattern) FindStringSubmatch(s string) []string {
	if re := p.in(s); re != nil {
		return re.FindStringSubmatch(s)
	}
	return nil
}

// FindStringSubmatchIndex is regexp.Regexp.FindStringSubmatchIndex.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	if re := p.in(s); re != nil {
		return re.FindStringSubmatchIndex(s)
	}
	return nil
}

// FindIndex is regexp.Regexp.FindIndex.
func (p *Pattern) FindIndex(b []byte) []int {
	if re := p.inBytes(b); re != nil {
		return re.FindIndex(b)
	}
	return nil
}

// FindSubmatch is regexp.Regexp.FindSubmatch.
func (p *Pattern) FindSubmatch(b []byte) [][]byte {
	if re := p.inBytes(b); re != nil {
		return re.FindSubmatch(b)
	}
	return nil
}

// FindSubmatchIndex is regexp.Regexp.FindSubmatchIndex.
func (p *Pattern) FindSubmatchIndex(b []byte) []int {
	if re := p.inBytes(b); re != nil {
		return re.FindSubmatchIndex(b)
	}
	return nil
}

// FindAllString is regexp.Regexp.FindAllString.
func (p *Pattern) FindAllString(s string, n int) []string {
	if re := p.in(s); re != nil {
		return re.FindAllString(s, n)
	}
	return nil
}

// FindAllStringIndex is regexp.Regexp.FindAllStringIndex.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	if re := p.in(s); re != nil {
		return re.FindAllStringIndex(s, n)
	}
	return nil
}

// FindAllStringSubmatch is regexp.Regexp.FindAllStringSubmatch.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	if re := p.in(s); re != nil {
		return re.FindAllStringSubmatch(s, n)
	}
	return nil
}

// FindAllStringSubmatchIndex is regexp.Regexp.FindAllStringSubmatchIndex.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if re := p.in(s); re != nil {
		return re.FindAllStringSubmatchIndex(s, n)
	}
	return nil
}

// FindAllIndex is regexp.Regexp.FindAllIndex.
func (p *Pattern) FindAllIndex(b []byte, n int) [][]int {
	if re := p.inBytes(b); re != nil {
		return re.FindAllIndex(b, n)
	}
	return nil
}

// FindAllSubmatchIndex is regexp.Regexp.FindAllSubmatchIndex.
func (p *Pattern) FindAllSubmatchIndex(b []byte, n int) [][]int {
	if re := p.inBytes(b); re != nil {
		return re.FindAllSubmatchIndex(b, n)
	}
	return nil
}

// ReplaceAllString is regexp.Regexp.ReplaceAllString.
func (p *Pattern) ReplaceAllString(s, by string) string {
	if re := p.in(s); re != nil {
		return re.ReplaceAllString(s, by)
	}
	return s
}

// ReplaceAllStringFunc is regexp.Regexp.ReplaceAllStringFunc.
func (p *Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	if re := p.in(s); re != nil {
		return re.ReplaceAllStringFunc(s, by)
	}
	return s
}

// Split is regexp.Regexp.Split.
func (p *Pattern) Split(s string, n int) []string {
	return p.re().Split(s, n)
}
