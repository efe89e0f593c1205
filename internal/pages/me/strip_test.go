package me

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/growth"
	"rung/internal/model"
)

func TestStrip(t *testing.T) {
	t.Parallel()
	craft, care := growth.AreaRef{ID: "craft", Title: "Craft"}, growth.AreaRef{ID: "care", Title: "Care"}
	statements := []growth.Listed{
		{Statement: &model.Statement{ID: "s-1"}, Area: craft},
		{Statement: &model.Statement{ID: "s-2"}, Area: craft},
		{Statement: &model.Statement{ID: "s-3"}, Area: care},
	}
	now := time.Date(2026, 3, 31, 12, 0, 0, 0, time.UTC)
	day := func(y int, m time.Month) time.Time { return time.Date(y, m, 1, 0, 0, 0, 0, time.UTC) }
	about := func(ids ...model.StatementID) (out []growth.StatementRef) {
		for _, id := range ids {
			out = append(out, growth.StatementRef{Statement: id})
		}
		return out
	}
	s := NewStrip([]growth.Evidence{
		{Happened: day(2026, 3), Statements: about("s-1", "s-2")}, // one area, counted once
		{Happened: day(2026, 3), Statements: about("s-1", "s-3")},
		{Happened: day(2025, 4), Statements: about("s-gone")},
		{Happened: day(2025, 3), Statements: about("s-1")}, // a year and a month ago
	}, statements, now)
	got := map[string]map[string]int{}
	for _, r := range s.Rows {
		got[r.Title] = map[string]int{}
		for i, n := range r.Counts {
			if n > 0 {
				got[r.Title][s.Months[i]] = n
			}
		}
	}
	want := map[string]map[string]int{"Craft": {"Mar": 2}, "Care": {"Mar": 1}, "Anything else": {"Apr": 1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(s.Months) != stripMonths || s.Months[stripMonths-1] != "Mar" {
		t.Errorf("months %v, want twelve that end with this one", s.Months)
	}
	if NewStrip(nil, statements, now) != nil {
		t.Error("a strip of nothing")
	}
}
