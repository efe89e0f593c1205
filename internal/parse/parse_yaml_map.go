package parse

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v4"
)

// entries adds the entries of a mapping. "<<" takes over what another mapping
// says and this one does not. Of two entries of one key both are kept, since a
// person may have meant to add to the first, and the second reported.
func (r *yamlReader) entries(into *Record, n *yaml.Node, depth int) {
	var merged []*Record
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Value == "<<" && key.Style == 0 {
			merged = append(merged, r.record(value, depth+1))
			continue
		}
		at := r.offset(key.Line, key.Column)
		f := Field{Key: r.repair(key.Value), Start: at, End: r.scalarEnd(key, at), Value: r.record(value, depth+1)}
		if seen[f.Key] {
			r.tree.find(duplicateKey(f))
		}
		seen[f.Key] = true
		into.Fields = append(into.Fields, f)
		into.End = max(into.End, f.Value.End)
	}
	for _, m := range merged {
		merge(into, m)
	}
}

// merge takes the fields of a map, or of each of several, that into lacks.
func merge(into, from *Record) {
	for _, item := range from.Items {
		merge(into, item)
	}
	for _, f := range from.Fields {
		if into.Get(f.Key) == nil {
			into.Fields = append(into.Fields, f)
		}
	}
}

func duplicateKey(f Field) finding {
	return finding{rule: DuplicateKeyRule, start: f.Start, end: f.End,
		message: "the key " + quote(f.Key) + " stands here a second time in one record; both were read", help: "put both into one, or rename one"}
}

// colons puts together the items of a list of texts that a colon has cut:
// "- Owns the outcome: from start to end" is a text to its author and a record
// to YAML. Words on both sides, no quotes, and a text beside it tell.
func (r *yamlReader) colons(n *yaml.Node, list *Record) {
	texts := 0
	for _, item := range list.Items {
		if item.Kind == Scalar && item.Value != "" {
			texts++
		}
	}
	for i, item := range list.Items {
		node := n.Content[i]
		if node.Kind != yaml.MappingNode || len(node.Content) != 2 || node.Style&yaml.FlowStyle != 0 {
			continue
		}
		key, value := node.Content[0], node.Content[1]
		if key.Style != 0 || value.Kind != yaml.ScalarNode || value.Style != 0 || !strings.Contains(key.Value+value.Value, " ") {
			continue
		}
		if texts == 0 && (wordsOf(key.Value) < 4 || i > 0 && list.Items[i-1].Kind == Map) {
			continue
		}
		f := item.Fields[0]
		texts++
		list.Items[i] = &Record{Value: strings.TrimSpace(f.Key + ": " + f.Value.Value), Start: f.Start, End: max(f.End, f.Value.End)}
	}
}

func wordsOf(s string) int { return len(strings.Fields(s)) }

// tabbed reports a tab between the dash of an item and the item, which our
// parser lets pass and others do not.
func (r *yamlReader) tabbed(item *Record) {
	at := item.Start - r.base
	from := at
	for from > 0 && (r.src[from-1] == '\t' || r.src[from-1] == ' ') {
		from--
	}
	if tab := bytes.IndexByte(r.src[from:at], '\t'); tab >= 0 && from > 0 && r.src[from-1] == '-' {
		r.tree.find(tabFinding(r.base + from + tab))
	}
}
