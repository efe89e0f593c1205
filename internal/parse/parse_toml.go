package parse

import (
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// readTOML returns the record of src, which stands in the file from base on,
// or nil with a finding.
func readTOML(tree *Tree, src []byte, base int, repair func(string) string) *Record {
	r := &tomlReader{tree: tree, base: base, repair: repair, root: &Record{Kind: Map, Start: base, End: base + len(src)}}
	r.at = r.root
	r.parser.Reset(src)
	for r.failed == nil && r.parser.NextExpression() {
		r.expression(r.parser.Expression())
	}
	switch err := errors.Join(r.failed, r.parser.Error()); {
	case errors.Is(err, errOverLimit):
		tree.find(finding{rule: LimitRule, start: base, end: base + firstLineEnd(src),
			message: "this data nests more than " + count(MaxDataDepth, "level") + " deep, or has more than " + count(maxRecords, "value") + "; it was not read"})
		return nil
	case err != nil:
		tree.find(r.problem(src, err))
		return nil
	}
	return r.root
}

type tomlReader struct {
	tree   *Tree
	parser unstable.Parser
	base   int
	repair func(string) string
	root   *Record
	at     *Record // the table that keys go to
	count  int
	failed error
}

func (r *tomlReader) problem(src []byte, err error) finding {
	at, what := 0, err.Error()
	var e *unstable.ParserError
	if errors.As(err, &e) {
		what = e.Message
		if len(e.Highlight) > 0 {
			at = int(r.parser.Range(e.Highlight).Offset)
		}
	}
	what = strings.TrimPrefix(what, "toml: ")
	return finding{rule: DataRule, start: r.base + at, end: r.base + at + firstLineEnd(src[at:]), message: "invalid TOML: " + what, help: "correct the syntax here or just above"}
}

func (r *tomlReader) expression(n *unstable.Node) {
	switch n.Kind {
	case unstable.KeyValue:
		r.keyValue(r.at, n, 0)
	case unstable.Table:
		r.at = r.table(n.Key())
	case unstable.ArrayTable:
		r.at = r.arrayTable(n.Key())
	}
}

// keyValue adds an entry, whose key may be dotted, to a table.
func (r *tomlReader) keyValue(into *Record, n *unstable.Node, depth int) {
	keys := n.Key()
	for keys.Next() {
		f := r.key(keys.Node())
		if !keys.IsLast() {
			into = r.inner(into, f)
			continue
		}
		f.Value = r.value(n.Value(), depth+1)
		if !f.Value.placed() {
			f.Value.Start, f.Value.End = f.End, f.End
		}
		for _, g := range into.Fields {
			if g.Key == f.Key {
				r.tree.find(duplicateKey(f))
			}
		}
		into.Fields = append(into.Fields, f)
		into.End = max(into.End, f.Value.End)
		return
	}
}

// placed reports whether the record's place is known: an empty list has none.
func (r *Record) placed() bool { return r.End > 0 }

func (r *tomlReader) key(n *unstable.Node) Field {
	start := r.base + int(n.Raw.Offset)
	return Field{Key: r.repair(string(n.Data)), Start: start, End: start + int(n.Raw.Length)}
}

// inner returns the table of a key, the last of a list of tables, or a new
// one.
func (r *tomlReader) inner(into *Record, f Field) *Record {
	for _, g := range into.Fields {
		if g.Key != f.Key {
			continue
		}
		if g.Value.Kind == Map {
			return g.Value
		}
		if n := len(g.Value.Items); n > 0 && g.Value.Items[n-1].Kind == Map {
			return g.Value.Items[n-1]
		}
	}
	f.Value = &Record{Kind: Map, Start: f.Start, End: f.End}
	into.Fields = append(into.Fields, f)
	return f.Value
}

func (r *tomlReader) table(keys unstable.Iterator) *Record {
	at := r.root
	for depth := 0; keys.Next(); depth++ {
		if depth >= MaxDataDepth {
			r.failed = errOverLimit
			break
		}
		at = r.inner(at, r.key(keys.Node()))
	}
	return at
}

func (r *tomlReader) arrayTable(keys unstable.Iterator) *Record {
	at := r.root
	for depth := 0; keys.Next(); depth++ {
		if depth >= MaxDataDepth {
			r.failed = errOverLimit
			break
		}
		f := r.key(keys.Node())
		if !keys.IsLast() {
			at = r.inner(at, f)
			continue
		}
		list := at.Get(f.Key)
		if list == nil || list.Kind != Seq {
			list = &Record{Kind: Seq, Start: f.Start, End: f.End}
			f.Value = list
			at.Fields = append(at.Fields, f)
		}
		at = &Record{Kind: Map, Start: f.Start, End: f.End}
		list.Items = append(list.Items, at)
	}
	return at
}

func (r *tomlReader) value(n *unstable.Node, depth int) *Record {
	out := &Record{}
	if n.Raw.Length > 0 {
		out.Start = r.base + int(n.Raw.Offset)
		out.End = out.Start + int(n.Raw.Length)
	}
	if r.count++; r.count > maxRecords || depth > MaxDataDepth {
		r.failed = errOverLimit
		return out
	}
	switch n.Kind {
	case unstable.Array:
		out.Kind = Seq
		for it := n.Children(); it.Next(); {
			if it.Node().Kind != unstable.Comment {
				out.add(r.value(it.Node(), depth+1))
			}
		}
	case unstable.InlineTable:
		out.Kind = Map
		for it := n.Children(); it.Next(); {
			r.keyValue(out, it.Node(), depth)
		}
		if len(out.Fields) > 0 && out.Start == 0 {
			out.Start = out.Fields[0].Start
		}
	default:
		out.Value = r.repair(string(n.Data))
	}
	return out
}

// add appends an item, and covers it.
func (r *Record) add(item *Record) {
	if len(r.Items) == 0 && !r.placed() {
		r.Start = item.Start
	}
	r.Items = append(r.Items, item)
	r.End = max(r.End, item.End)
}
