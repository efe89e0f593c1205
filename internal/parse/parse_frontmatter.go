package parse

import "bytes"

// splitFront finds front matter: YAML between a first line "---" and a line
// "---" or "...", or TOML between two lines "+++". It returns where the data
// stands and where the text behind it begins; ok is false where there is none.
func splitFront(src []byte) (start, end, rest int, ok bool) {
	first, next := line(src, 0)
	fence := string(first)
	if fence != "---" && fence != "+++" {
		return 0, 0, 0, false
	}
	start = next
	for at := next; at < len(src); {
		l, after := line(src, at)
		if string(l) == fence || fence == "---" && string(l) == "..." {
			return start, at, after, fence == "+++" || looksLikeYAML(src[start:at])
		}
		at = after
	}
	return 0, 0, 0, false
}

// readFront reads what splitFront found, which stands in the file from base
// on, in the format that its fence says.
func readFront(tree *Tree, data []byte, base int, fence byte, repair func(string) string) *Record {
	if fence == '+' {
		return readTOML(tree, data, base, repair)
	}
	return readYAML(tree, data, base, repair)
}

// looksLikeYAML tells front matter from prose between two rules: its first
// line that says something is a key, a list or a comment.
func looksLikeYAML(src []byte) bool {
	for at := 0; at < len(src); {
		l, next := line(src, at)
		at = next
		l = bytes.TrimSpace(l)
		if len(l) == 0 || l[0] == '#' {
			continue
		}
		colon := bytes.IndexByte(l, ':')
		return colon > 0 && !bytes.ContainsAny(l[:colon], "*`[](") || l[0] == '{'
	}
	return true
}

// line returns the line at offset at, without its end and trailing spaces,
// and where the next begins.
func line(src []byte, at int) ([]byte, int) {
	i := bytes.IndexAny(src[at:], "\r\n")
	if i < 0 {
		return bytes.TrimRight(src[at:], " \t"), len(src)
	}
	end := at + i
	next := end + 1
	if src[end] == '\r' && next < len(src) && src[next] == '\n' {
		next++
	}
	return bytes.TrimRight(src[at:end], " \t"), next
}
