package parse

import (
	"bytes"
	"strings"
)

// rstSilent are directives whose content says nothing to readers.
var rstSilent = map[string]bool{"contents": true, "image": true, "figure": true, "raw": true, "include": true, "index": true, "meta": true, "highlight": true,
	"default-role": true, "role": true, "class": true, "sectnum": true, "header": true, "footer": true, "math": true, "graphviz": true, "autosummary": true, "tabularcolumns": true, "replace": true, "unicode": true, "date": true}

// rstCode are directives whose content is code.
var rstCode = map[string]bool{"code": true, "code-block": true, "sourcecode": true, "parsed-literal": true, "literalinclude": true, "mermaid": true, "uml": true, "productionlist": true}

// explicit covers the markup that begins at line i with two points: comments,
// targets and directives. What stands under a directive is read, as a quotation.
func (r *rstReader) explicit(i int) int {
	end := r.under(i)
	words := r.words(i)
	name, args, ok := strings.Cut(strings.TrimPrefix(string(words), ".. "), "::")
	name = strings.TrimSpace(name)
	if at := strings.LastIndexByte(name, '|'); at > 0 {
		name = strings.TrimSpace(name[at+1:]) // ".. |logo| image:: logo.png"
	}
	body := i + 1
	for body < end && fieldName(string(r.words(body))) > 0 && r.lines[body].indent > 0 {
		body++ // options
	}
	switch {
	case !ok || strings.ContainsAny(name, " _[") || rstSilent[name]:
		r.cover(r.lines[i].start, r.lines[end-1].end)
	case name == "toctree":
		r.toctree(i, body, end)
	case rstCode[name]:
		r.cover(r.lines[i].start, r.lines[body-1].end)
		r.code = true
	case name == "list-table":
		r.listTable(i, body, end)
	case name == "table":
		r.cover(r.lines[i].start, r.lines[body-1].end)
		end = body // the table itself is read like any other
	default:
		if args = strings.TrimSpace(args); args != "" {
			from := r.lines[i].end - len(args)
			p := &Block{Kind: Paragraph, Text: r.raw(from, r.lines[i].end), Start: r.base + from, End: r.base + r.lines[i].end}
			r.blocks = append(r.blocks, &Block{Kind: Quote, Children: []*Block{p}, Start: p.Start, End: p.End})
		}
		r.cover(r.lines[i].start, r.lines[body-1].end)
		for j := body; j < end; j++ {
			if l := r.lines[j]; l.indent > 0 {
				r.out[l.start] = '>'
			}
		}
	}
	if r.lines[i].indent == 0 && (i == 0 || r.lines[i-1].indent < 0) {
		r.rule(r.lines[i]) // what stands above it ends here
	}
	return end
}

// under returns the line behind what is indented under line i.
func (r *rstReader) under(i int) int {
	end := i + 1
	for j := i + 1; j < len(r.lines) && (r.lines[j].indent < 0 || r.lines[j].indent > r.lines[i].indent); j++ {
		if r.lines[j].indent >= 0 {
			end = j + 1
		}
	}
	return end
}

// toctree makes a list of links of a table of contents: "Title <page>" or
// "page", which has the extension of this file.
func (r *rstReader) toctree(i, body, end int) {
	list := &Block{Kind: List, Start: r.base + r.lines[i].start, End: r.base + r.lines[end-1].end}
	for j := body; j < end; j++ {
		words := string(r.words(j))
		if words == "" {
			continue
		}
		from := r.lines[j].start + r.lines[j].indent
		target, to := words, r.lines[j].end
		if at := strings.LastIndex(words, " <"); at > 0 && strings.HasSuffix(words, ">") {
			target, to = words[at+2:len(words)-1], from+at
		}
		list.Children = append(list.Children, r.link(from, to, rstTarget(target)))
	}
	r.cover(r.lines[i].start, r.lines[end-1].end)
	if len(list.Children) > 0 {
		r.blocks = append(r.blocks, list)
	}
}

// rstTarget writes the name of a page as the path of its file.
func rstTarget(name string) string {
	if strings.Contains(name, "://") || strings.ContainsAny(name, "*#") || strings.HasSuffix(name, ".rst") || strings.HasSuffix(name, "/") {
		return name
	}
	return name + ".rst"
}

// listTable reads a table that is written as a list of lists.
func (r *rstReader) listTable(i, body, end int) {
	table := &Block{Kind: Table, Start: r.base + r.lines[i].start, End: r.base + r.lines[end-1].end}
	var cell []span
	var row *Block
	column := 0
	flush := func() {
		if row == nil || cell == nil {
			return
		}
		for n, s := range cell {
			if n > 0 {
				r.breakBefore(s)
			}
			r.text.addRaw(r.src[s.from:s.to], r.base+s.from, r.base+s.to)
		}
		b := &Block{Kind: Cell, Text: r.text.done(), Start: r.base + cell[0].from, End: r.base + cell[len(cell)-1].to, Head: len(table.Children) == 1}
		row.Children = append(row.Children, b)
		row.End = b.End
		cell = nil
	}
	for j := body; j < end; j++ {
		words, l := r.words(j), r.lines[j]
		if len(words) == 0 {
			continue
		}
		from := l.start + l.indent
		if bytes.HasPrefix(words, []byte("* -")) {
			flush()
			row = &Block{Kind: Row, Start: r.base + from}
			table.Children = append(table.Children, row)
			column = l.indent + 2
			from += 4
			cell = []span{}
		} else if l.indent == column && words[0] == '-' && column > 0 {
			flush()
			from += 2
			cell = []span{}
		}
		cell = append(cell, span{min(from, l.end), l.end})
	}
	flush()
	r.cover(r.lines[i].start, r.lines[end-1].end)
	if len(table.Children) > 0 {
		r.blocks = append(r.blocks, table)
	}
}

// span is a part of the text.
type span struct{ from, to int }

// inline covers the signs of links and roles within paragraphs: "`words
// <target>`_" is a link in Markdown of the same length, and ":ref:" and the like
// say only what kind of link follows.
func (r *rstReader) inline() {
	for at := 0; at < len(r.out); {
		open := bytes.IndexByte(r.out[at:], '`')
		if open < 0 {
			return
		}
		open += at
		if open+1 < len(r.out) && r.out[open+1] == '`' { // a literal
			end := bytes.Index(r.out[open+2:], []byte("``"))
			if end < 0 {
				return
			}
			at = open + 2 + end + 2
			continue
		}
		length := bytes.IndexByte(r.out[open+1:], '`')
		if length < 0 {
			return
		}
		shut := open + 1 + length
		at = shut + 1
		if bytes.Contains(r.out[open:shut], []byte("\n\n")) || bytes.Contains(r.out[open:shut], []byte("\n\r\n")) {
			at = open + 1
			continue
		}
		r.interpreted(open, shut)
	}
}

// interpreted covers one text between backquotes at open and shut.
func (r *rstReader) interpreted(open, shut int) {
	role := open
	if open > 1 && r.out[open-1] == ':' {
		for role = open - 2; role > 0 && r.out[role] != ':' && r.out[role] > ' '; role-- {
		}
		if r.out[role] != ':' {
			role = open
		}
	}
	r.cover(role, open)
	after := shut + 1
	for after < len(r.out) && r.out[after] == '_' && after < shut+3 {
		after++
	}
	target := bytes.LastIndex(r.out[open:shut], []byte(" <"))
	if target < 0 || r.out[shut-1] != '>' {
		r.cover(open, open+1)
		r.cover(shut, after)
		return
	}
	target += open
	if bytes.ContainsAny(r.out[target+2:shut-1], " \n()") {
		return
	}
	r.out[open], r.out[target], r.out[target+1] = '[', ']', '('
	r.out[shut-1] = ')'
	r.cover(shut, after)
}
