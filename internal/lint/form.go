package lint

import (
	"bytes"
	"strings"

	"rung/internal/model"
	"rung/internal/source"
)

// form is what a statement is written as. Habits of writing hold within a
// form: a paragraph among bullets ends with a full stop although they do not.
type form int

// The forms.
const (
	formProse form = iota
	formItem
	formHeading
	formCell
	forms
)

// formOf returns the form of what begins at an offset, by what stands before it
// on its line. file may be nil.
func formOf(file *source.File, offset int) form {
	if file == nil || offset > file.Len() {
		return formProse
	}
	before := file.Bytes()[:offset]
	before = before[bytes.LastIndexByte(before, '\n')+1:]
	switch line := bytes.TrimLeft(before, " \t>"); {
	case len(line) == 0:
		return formProse
	case line[0] == '#':
		return formHeading
	case line[0] == '|':
		return formCell
	case strings.IndexByte("-*+0123456789", line[0]) >= 0:
		return formItem
	}
	return formCell // within a line of something: a cell, a value, an element
}

// block is how many statements of an area do otherwise before the area is
// taken for written that way: a list of certificates with a sentence for each.
const block = 3

// stray leaves out the statements that do otherwise together.
func stray(list []*text) []*text {
	count := make(map[*model.Area]int)
	for _, t := range list {
		count[t.area]++
	}
	var out []*text
	for _, t := range list {
		if count[t.area] < block {
			out = append(out, t)
		}
	}
	return out
}
