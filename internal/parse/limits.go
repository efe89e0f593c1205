package parse

import (
	"bytes"
	"strconv"
)

// What is read at most. A ladder is text that people write; beyond these a
// tree is something else, or an attack.
const (
	MaxFileBytes   = 1 << 20 // bytes of one file
	MaxTotalBytes  = 1 << 30 // bytes of all files
	MaxFiles       = 200_000 // files of a tree
	MaxFolderDepth = 24      // folders within folders
	MaxBlockDepth  = 64      // blocks within blocks: quotes, lists, elements
	MaxDataDepth   = 64      // maps and sequences within one another
	MaxAliases     = 100     // YAML aliases of one file
	MaxDelimiters  = 2_000   // brackets, stars and the like in one paragraph
)

// bounds are the limits of a whole tree.
type bounds struct{ files, total int }

// nesting is the deepest place of a text.
type nesting struct{ levels, at, end int }

// nestingOfLines counts the markers of quotes and list items at the start of
// each line, and how far they are indented, before a parser has to follow
// them. It may count too many and never too few of those on one line.
func nestingOfLines(src []byte) nesting {
	var deepest nesting
	stack := 0 // levels that indented lines before may have left open
	for at := 0; at < len(src); {
		end := at + bytes.IndexByte(src[at:], '\n')
		if end < at {
			end = len(src)
		}
		markers, indent := lineMarkers(src[at:end])
		if isBreakLine(src[at:end]) {
			markers = 0
		}
		levels := markers
		if markers > 0 {
			levels += min(stack, indent/2)
			stack = levels
		} else if indent == 0 && end > at {
			stack = 0
		}
		if levels > deepest.levels {
			deepest = nesting{levels, at, end}
		}
		at = end + 1
	}
	return deepest
}

// crowd is a paragraph with more delimiters than are read.
type crowd struct{ count, at, end int }

// crowded finds a paragraph whose delimiters a Markdown parser would compare
// each with each. A line that begins a list item, a heading or a row of a table
// begins another paragraph.
func crowded(src []byte) (crowd, bool) {
	var c crowd
	table := false
	for at := 0; at < len(src); {
		end := at + bytes.IndexByte(src[at:], '\n')
		if end < at {
			end = len(src)
		}
		l := bytes.TrimLeft(src[at:end], " \t>")
		switch {
		case len(bytes.TrimSpace(l)) == 0:
			c, table = crowd{at: end + 1}, false
		case tableRule(l):
			table = true
		case l[0] == '#', listItem(l), table && l[0] == '|':
			c = crowd{at: at}
		}
		c.count += delimiters(l)
		if c.count > MaxDelimiters {
			c.end = end
			return c, true
		}
		at = end + 1
	}
	return crowd{}, false
}

// sprawling finds a table whose rows, each filled up to the columns of its head,
// have more cells than are read: a few letters a row make a thousand cells.
func sprawling(src []byte) (crowd, bool) {
	c := crowd{at: -1}
	columns := 0
	for at := 0; at < len(src); {
		end := at + bytes.IndexByte(src[at:], '\n')
		if end < at {
			end = len(src)
		}
		l := bytes.TrimLeft(src[at:end], " \t>")
		switch {
		case len(bytes.TrimSpace(l)) == 0:
			columns, c = 0, crowd{at: -1}
		case columns == 0 && bytes.IndexByte(l, '-') >= 0 && len(bytes.Trim(l, "|:- \t\r")) == 0:
			columns, c = bytes.Count(l, []byte("|")), crowd{at: at}
		}
		if c.count += columns; c.count > maxRecords {
			c.end = end
			return c, true
		}
		at = end + 1
	}
	return crowd{}, false
}

// tooMuch reports text that a Markdown parser should not be given.
func tooMuch(src []byte) bool {
	_, crowd := crowded(src)
	_, sprawl := sprawling(src)
	return crowd || sprawl
}

func delimiters(l []byte) int {
	n := 0
	for _, b := range l {
		switch b {
		case '*', '_', '[', ']', '`', '~', '<', '!':
			n++
		}
	}
	return n
}

// listItem reports whether a trimmed line begins a bullet.
func listItem(l []byte) bool {
	markers, _ := lineMarkers(l)
	return markers > 0
}

// tableRule reports the line under the head of a table.
func tableRule(l []byte) bool {
	return bytes.Contains(l, []byte("--")) && bytes.IndexByte(l, '|') >= 0 && len(bytes.Trim(l, "|:- \t\r")) == 0
}

// isBreakLine reports a line of one mark again and again, which is a rule
// across the page however long it is.
func isBreakLine(line []byte) bool {
	rest := bytes.TrimSpace(line)
	if len(rest) == 0 || rest[0] != '-' && rest[0] != '*' {
		return false
	}
	return len(bytes.Trim(rest, string(rest[0])+" \t")) == 0
}

// lineMarkers counts the container markers that begin a line, and the columns
// of space before the first of them.
func lineMarkers(line []byte) (markers, indent int) {
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
			if markers == 0 {
				indent++
				if c == '\t' {
					indent += 3
				}
			}
			i++
		case c == '>':
			markers++
			i++
		case (c == '-' || c == '*' || c == '+') && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			markers++
			i += 2
		case c >= '0' && c <= '9':
			j := i
			for j < len(line) && line[j] >= '0' && line[j] <= '9' {
				j++
			}
			if j+1 >= len(line) || line[j] != '.' && line[j] != ')' || line[j+1] != ' ' {
				return markers, indent
			}
			markers++
			i = j + 2
		default:
			return markers, indent
		}
	}
	return markers, indent
}

// count returns "1 level", "2 levels".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
