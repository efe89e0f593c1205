package parse

// maxProbed is how many rows of a table are looked at to tell what separates
// its cells.
const maxProbed = 50

// separator returns what separates the cells of a table: a comma, a semicolon,
// a tab or a bar. It is the one by which most of its first rows have as many
// cells as each other. The first line alone tells little: it may be the title of
// the sheet, or name columns with commas in them.
func separator(src []byte) rune {
	best, most, width := ',', 0, 0
	for _, c := range []byte{',', ';', '\t', '|'} {
		if rows, n := evenRows(src, c); rows > most || rows == most && n > width {
			best, most, width = rune(c), rows, n
		}
	}
	return best
}

// evenRows returns how many of the first rows have the number of separators
// that most of them have, and that number; what stands in quotes separates
// nothing. Rows without any do not count.
func evenRows(src []byte, sep byte) (rows, separators int) {
	count := map[int]int{}
	n, all, quoted, begins := 0, 0, false, true
	for _, c := range src {
		switch {
		case c == '"' && (quoted || begins):
			quoted = !quoted
		case quoted:
		case c == sep:
			n++
		case c == '\n':
			count[n]++
			n, all = 0, all+1
		}
		if begins = c == sep || c == '\n' || c == '"'; all == maxProbed {
			break
		}
	}
	if all < maxProbed && n > 0 {
		count[n]++
	}
	for n, k := range count {
		if n > 0 && (k > rows || k == rows && n > separators) {
			rows, separators = k, n
		}
	}
	return rows, separators
}
