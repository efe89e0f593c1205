package shared_test

import (
	"testing"

	"rung/internal/pages/shared"
)

func TestPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		count, page, from, to int
		want                  shared.Paging
	}{
		{0, 1, 0, 0, shared.Paging{}},
		{10, 1, 0, 10, shared.Paging{}},
		{25, 1, 0, 10, shared.Paging{Words: "Page 1 of 3", Older: "/x?page=2"}},
		{25, 2, 10, 20, shared.Paging{Words: "Page 2 of 3", Newer: "/x", Older: "/x?page=3"}},
		{25, 9, 20, 25, shared.Paging{Words: "Page 3 of 3", Newer: "/x?page=2"}},
		{25, -1, 0, 10, shared.Paging{Words: "Page 1 of 3", Older: "/x?page=2"}},
	} {
		from, to, got := shared.Pages(c.count, 10, c.page, "/x")
		if from != c.from || to != c.to || got != c.want {
			t.Errorf("page %d of %d: %d to %d, %+v, want %d to %d, %+v", c.page, c.count, from, to, got, c.from, c.to, c.want)
		}
	}
}
