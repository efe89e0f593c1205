package parse

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// readJSON returns the record of src, or nil with a finding.
func readJSON(tree *Tree, src []byte, base int, repair func(string) string) *Record {
	d := json.NewDecoder(bytes.NewReader(src))
	d.UseNumber()
	r := &jsonReader{d: d, src: src, base: base, repair: repair}
	out, err := r.value(0)
	if err == nil {
		if _, after := d.Token(); !errors.Is(after, io.EOF) {
			err = errors.New("more text behind the value")
		}
	}
	if err == nil {
		return out
	}
	at := min(int(d.InputOffset()), len(src))
	if errors.Is(err, errOverLimit) {
		tree.find(finding{rule: LimitRule, start: base + at, end: base + at, message: "this data nests more than " + count(MaxDataDepth, "level") + " deep; it was not read"})
		return nil
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = max(0, min(int(syntax.Offset)-1, len(src)))
	}
	tree.find(finding{rule: DataRule, start: base + at, end: base + min(at+1, len(src)), message: "invalid JSON: " + jsonProblem(err), help: "correct the syntax here or just before"})
	return nil
}

func jsonProblem(err error) string {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return "the file ends before its value does"
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

type jsonReader struct {
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
			out.Fields = append(out.Fields, f)
		} else {
			out.Items = append(out.Items, v)
		}
	}
	_, _, end, err := r.token()
	out.End = end
	return out, err
}
