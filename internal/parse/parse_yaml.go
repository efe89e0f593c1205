package parse

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// errOverLimit ends the reading of data that is too deep or too large.
var errOverLimit = errors.New("over limit")

// maxRecords is how many values one data file may have, aliases followed.
const maxRecords = 200_000

// readYAML returns the records of src, which stands in the file from base on,
// or nil with a finding. Several documents become one sequence.
func readYAML(tree *Tree, src []byte, base int, repair func(string) string) *Record {
	lines := lineStarts(src)
	m := newYAMLMender(src, lines)
	for {
		own := &Tree{}
		r := &yamlReader{tree: own, src: m.src, base: base, lines: lines, repair: func(s string) string { return repair(m.restore(s)) }}
		docs, err := r.documents()
		if err != nil && !isOverLimit(err) && m.mend(r.failedAt(err)) {
			continue
		}
		if err != nil {
			tree.find((&yamlReader{src: src, base: base, lines: lines}).problem(err))
			return nil
		}
		tree.finds = append(tree.finds, own.finds...)
		m.report(tree, src, base)
		return gathered(docs)
	}
}

// gathered returns one record for all documents of a file.
func gathered(docs []*Record) *Record {
	switch len(docs) {
	case 0:
		return nil
	case 1:
		return docs[0]
	}
	return &Record{Kind: Seq, Items: docs, Start: docs[0].Start, End: docs[len(docs)-1].End}
}

// documents reads all documents of the text.
func (r *yamlReader) documents() ([]*Record, error) {
	loader, err := yaml.NewLoader(bytes.NewReader(r.src), yaml.WithPlugin(loaderlimits.New(
		loaderlimits.DepthValue(MaxDataDepth), loaderlimits.AliasValue(MaxAliases))))
	var docs []*Record
	for err == nil {
		var n yaml.Node
		if err = loader.Load(&n); err == nil {
			docs, err = append(docs, r.record(&n, 0)), r.failed
		}
	}
	if errors.Is(err, io.EOF) {
		return docs, nil
	}
	return nil, err
}

type yamlReader struct {
	tree    *Tree
	src     []byte
	base    int
	lines   []int
	repair  func(string) string
	aliases int
	count   int
	failed  error
	last    yamlPlace
}

// record turns a node into a Record; r.failed is set where there is too much.
func (r *yamlReader) record(n *yaml.Node, depth int) *Record {
	out := &Record{Start: r.offset(n.Line, n.Column)}
	out.End = out.Start
	if r.count++; r.count > maxRecords || depth > MaxDataDepth || r.aliases > MaxAliases {
		r.failed = errOverLimit
	}
	if r.failed != nil {
		return out
	}
	switch n.Kind {
	case yaml.DocumentNode:
		if len(n.Content) > 0 {
			return r.record(n.Content[0], depth)
		}
	case yaml.AliasNode:
		r.aliases++
		if n.Alias != nil {
			return r.record(n.Alias, depth+1)
		}
	case yaml.MappingNode:
		out.Kind = Map
		r.entries(out, n, depth)
	case yaml.SequenceNode:
		out.Kind = Seq
		for _, c := range n.Content {
			v := r.record(c, depth+1)
			if c.Kind != yaml.AliasNode {
				r.tabbed(v)
			}
			out.Items = append(out.Items, v)
			out.End = max(out.End, v.End)
		}
		r.colons(n, out)
	default:
		out.Value = r.repair(n.Value)
		out.End = r.scalarEnd(n, out.Start)
	}
	return out
}

// scalarEnd returns where a scalar that begins at the offset at ends. Plain
// and quoted ones are followed; a block scalar ends with its last line.
func (r *yamlReader) scalarEnd(n *yaml.Node, at int) int {
	rest := r.src[min(at-r.base, len(r.src)):]
	quoted := n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0
	if i := bytes.IndexAny(rest[:min(len(rest), maxTag)], "'\""); quoted && i > 0 {
		return r.scalarEnd(n, at+i) // a tag or an anchor stands before
	}
	switch {
	case quoted && len(rest) > 1:
		for i := 1; i < len(rest); i++ {
			switch {
			case rest[i] == '\\' && rest[0] == '"':
				i++
			case rest[i] == rest[0] && rest[0] == '\'' && i+1 < len(rest) && rest[i+1] == '\'':
				i++
			case rest[i] == rest[0]:
				return at + i + 1
			}
		}
		return at + len(rest)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return at + blockEnd(rest)
	}
	return at + plainEnd(rest, n.Value)
}

// maxTag is how far the words of a scalar may stand behind its place.
const maxTag = 1_000

// plainEnd finds how far the words of value reach in src, which may break
// them into lines.
func plainEnd(src []byte, value string) int {
	i := 0
	for _, w := range strings.Fields(value) {
		j := bytes.Index(src[i:min(len(src), i+len(w)+maxTag)], []byte(w))
		if j < 0 {
			break
		}
		i += j + len(w)
	}
	return i
}

// blockEnd returns the length of a block scalar: its header, and the lines
// behind it that are empty or indented.
func blockEnd(src []byte) int {
	end := bytes.IndexByte(src, '\n')
	if end < 0 {
		return len(src)
	}
	last := end
	indent := -1
	for at := end + 1; at < len(src); {
		l, next := line(src, at)
		if len(l) > 0 {
			in := len(l) - len(bytes.TrimLeft(l, " "))
			if indent < 0 {
				indent = in
			}
			if in < indent || in == 0 {
				break
			}
			last = at + len(l)
		}
		at = next
	}
	return last
}

// offset turns a line and a column, which count from 1 and in characters, into
// an offset in the file. It goes on from the last place on the same line: data
// may stand on one line as a whole.
func (r *yamlReader) offset(line, column int) int {
	if line < 1 || line > len(r.lines) {
		return r.base + len(r.src)
	}
	p := yamlPlace{line: line, column: 1, at: r.lines[line-1]}
	if r.last.line == line && r.last.column <= column {
		p = r.last
	}
	for p.column < column && p.at < len(r.src) && r.src[p.at] != '\n' {
		_, n := utf8.DecodeRune(r.src[p.at:])
		p.at += n
		p.column++
	}
	r.last = p
	return r.base + p.at
}

// yamlPlace is a place that the parser names, and its offset.
type yamlPlace struct{ line, column, at int }

func isOverLimit(err error) bool {
	return errors.Is(err, errOverLimit) || strings.Contains(err.Error(), "exceeded max")
}

// failedAt returns where in the YAML the parser gave up.
func (r *yamlReader) failedAt(err error) int {
	var load *yaml.LoadError
	if errors.As(err, &load) && load.Mark.Line > 0 && load.Mark.Line <= len(r.lines) {
		return r.offset(load.Mark.Line, load.Mark.Column+1) - r.base
	}
	return 0
}

// problem turns an error of the parser into a finding at its place.
func (r *yamlReader) problem(err error) finding {
	if isOverLimit(err) {
		return finding{rule: LimitRule, start: r.base, end: r.base + firstLineEnd(r.src),
			message: "this data nests more than " + count(MaxDataDepth, "level") + " deep, has more than " + count(maxRecords, "value") + ", or repeats itself by more than " + strconv.Itoa(MaxAliases) + " aliases; it was not read"}
	}
	at, what := r.failedAt(err), "it cannot be read"
	var load *yaml.LoadError
	if errors.As(err, &load) {
		what = load.Message
	}
	return finding{rule: DataRule, start: r.base + at, end: r.base + at + firstLineEnd(r.src[at:]), message: "invalid YAML: " + what, help: "correct the syntax here or just above"}
}

func firstLineEnd(src []byte) int {
	l, _ := line(src, 0)
	return len(l)
}

func lineStarts(src []byte) []int {
	out := []int{0}
	for i, c := range src {
		if c == '\n' || c == '\r' && (i+1 == len(src) || src[i+1] != '\n') {
			out = append(out, i+1)
		}
	}
	return out
}
