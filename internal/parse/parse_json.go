package parse

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// readJSON returns the record of src, or nil with a finding. Comments and
// commas before a closing bracket, which strict JSON has not and people write,
// are passed over.
func readJSON(tree *Tree, src []byte, base int, repair func(string) string) *Record {
	out, at, err := jsonValue(tree, src, base, repair)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		if loose := withoutComments(src); loose != nil {
			if again, _, failed := jsonValue(tree, loose, base, repair); failed == nil {
				return again
			}
		}
		at = max(0, min(int(syntax.Offset)-1, len(src)))
	}
	switch {
	case err == nil:
		return out
	case errors.Is(err, errOverLimit):
		tree.find(finding{rule: LimitRule, start: base + at, end: base + at, message: "this data nests more than " + count(MaxDataDepth, "level") + " deep; it was not read"})
		return nil
	}
	tree.find(finding{rule: DataRule, start: base + at, end: base + min(at+1, len(src)), message: "invalid JSON: " + jsonProblem(err), help: "correct the syntax here or just before"})
	return nil
}

// jsonValue reads src, and says where it stopped.
func jsonValue(tree *Tree, src []byte, base int, repair func(string) string) (*Record, int, error) {
	d := json.NewDecoder(bytes.NewReader(src))
	d.UseNumber()
	own := &Tree{}
	r := &jsonReader{tree: own, d: d, src: src, base: base, repair: repair}
	out, err := r.value(0)
	if err == nil {
		if _, after := d.Token(); !errors.Is(after, io.EOF) {
			err = errors.New("more text behind the value")
		}
	}
	if err == nil {
		tree.finds = append(tree.finds, own.finds...)
	}
	return out, min(int(d.InputOffset()), len(src)), err
}

// withoutComments returns src with spaces for comments and for commas before
// a closing bracket, or nil where it has none.
func withoutComments(src []byte) []byte {
	out := bytes.Clone(src)
	changed := false
	blank := func(from, to int) {
		changed = true
		for i := from; i < to; i++ {
			if out[i] != '\n' && out[i] != '\r' {
				out[i] = ' '
			}
		}
	}
	comma := -1
	for i := 0; i < len(out); i++ {
		switch c := out[i]; {
		case c == '"':
			i, comma = stringEnd(out, i), -1
		case c == '/' && i+1 < len(out) && (out[i+1] == '/' || out[i+1] == '*'):
			end := commentEnd(out, i)
			blank(i, end)
			i = end - 1
		case c == ',':
			comma = i
		case c == '}' || c == ']':
			if comma >= 0 {
				blank(comma, comma+1)
			}
			comma = -1
		case c != ' ' && c != '\t' && c != '\n' && c != '\r':
			comma = -1
		}
	}
	if !changed {
		return nil
	}
	return out
}

// stringEnd returns where the string that begins at i has its last quote.
func stringEnd(src []byte, i int) int {
	for i++; i < len(src) && src[i] != '"'; i++ {
		if src[i] == '\\' {
			i++
		}
	}
	return i
}

// commentEnd returns where the comment that begins at i ends.
func commentEnd(src []byte, i int) int {
	mark := "\n"
	if src[i+1] == '*' {
		mark = "*/"
	}
	if n := bytes.Index(src[i+2:], []byte(mark)); n >= 0 {
		return i + 2 + n + len(mark)
	}
	return len(src)
}

func jsonProblem(err error) string {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return "the file ends before its value does"
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

type jsonReader struct {
	tree   *Tree
	d      *json.Decoder
	src    []byte
	base   int
	repair func(string) string
	count  int
}

// token returns the next token and where it stands.
func (r *jsonReader) token() (t json.Token, start, end int, err error) {
	from := int(r.d.InputOffset())
	t, err = r.d.Token()
	end = int(r.d.InputOffset())
	start = from
	for start < end && strings.IndexByte(" \t\r\n,:", r.src[start]) >= 0 {
		start++
	}
	return t, r.base + start, r.base + end, err
}

func (r *jsonReader) value(depth int) (*Record, error) {
	t, start, end, err := r.token()
	if err != nil {
		return nil, err
	}
	if r.count++; r.count > maxRecords {
		return nil, errOverLimit
	}
	switch t := t.(type) {
	case json.Delim:
		if depth >= MaxDataDepth {
			return nil, errOverLimit
		}
		return r.collection(t, start, depth)
	case string:
		return &Record{Value: r.repair(t), Start: start, End: end}, nil
	default:
		return &Record{Value: string(r.src[start-r.base : end-r.base]), Start: start, End: end}, nil
	}
}

func (r *jsonReader) collection(open json.Delim, start, depth int) (*Record, error) {
	out := &Record{Kind: Seq, Start: start}
	if open == '{' {
		out.Kind = Map
	}
	seen := map[string]bool{}
	for r.d.More() {
		var f Field
		if out.Kind == Map {
			key, s, e, err := r.token()
			if err != nil {
				return nil, err
			}
			name, _ := key.(string) // the decoder allows nothing else
			f = Field{Key: r.repair(name), Start: s, End: e}
		}
		v, err := r.value(depth + 1)
		if err != nil {
			return nil, err
		}
		if out.Kind == Map {
			f.Value = v
			if seen[f.Key] {
				r.tree.find(duplicateKey(f))
			}
			seen[f.Key] = true
			out.Fields = append(out.Fields, f)
		} else {
			out.Items = append(out.Items, v)
		}
	}
	_, _, end, err := r.token()
	out.End = end
	return out, err
}
