package shared

import (
	"net/url"
	"strconv"
)

// Paging is which part of a long list a page shows. Newer and Older are ""
// where there is none.
type Paging struct {
	Words        string // as "Page 2 of 5"; "" where one page holds all
	Newer, Older string
}

// Pages returns the bounds of a page of a list, counting pages from 1, and how
// one gets to the others; address is that of the first. In place of a page
// that is not there it is the nearest that is.
func Pages(count, each, page int, address string) (from, to int, p Paging) {
	last := max(1, (count+each-1)/each)
	page = min(max(page, 1), last)
	at := func(n int) string {
		if n <= 1 {
			return address
		}
		return address + "?" + url.Values{"page": {strconv.Itoa(n)}}.Encode()
	}
	if last > 1 {
		p.Words = "Page " + strconv.Itoa(page) + " of " + strconv.Itoa(last)
	}
	if page > 1 {
		p.Newer = at(page - 1)
	}
	if page < last {
		p.Older = at(page + 1)
	}
	return (page - 1) * each, min(page*each, count), p
}
