package history

import (
	"fmt"
	"io"

	"rung/internal/diag"
	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/wording"
)

// Print writes what each revision did to the statements, oldest first, for
// people to read. Revisions that did nothing are left out. Words that were
// taken out stand in [-…-], new ones in {+…+}; a question mark says that
// somebody should look at the link.
func Print(w io.Writer, l *Line) error {
	events := l.events()
	for i, r := range l.Revisions {
		if len(events[i]) == 0 {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s %.10s %s\n", r.Time.UTC().Format("2006-01-02"), r.ID, diag.Plain(r.Subject)); err != nil {
			return fmt.Errorf("write history: %w", err)
		}
		for _, e := range events[i] {
			if _, err := fmt.Fprintf(w, "  %s\n", e); err != nil {
				return fmt.Errorf("write history: %w", err)
			}
		}
	}
	return nil
}

// event is what one revision did to one statement. Now or Before is nil where
// there is none.
type event struct {
	id          string
	change      lineage.Change
	doubt       bool
	before, now *lineage.Wording
	others      []model.StatementID // that have a part in it
}

// events returns what each revision did, by its place in the line, statements
// in the order in which they came.
func (l *Line) events() [][]event {
	out := make([][]event, len(l.Revisions))
	for _, life := range l.Lives {
		for i, p := range life.Wordings {
			e := event{id: string(life.ID), change: p.Change, doubt: p.Certainty == lineage.Confirm, now: &life.Wordings[i].Wording, others: p.Others}
			if i > 0 {
				e.before = &life.Wordings[i-1].Wording
			}
			out[p.From] = append(out[p.From], e)
			if p.To == lineage.Open || i+1 < len(life.Wordings) && life.Wordings[i+1].From == p.To {
				continue
			}
			out[p.To] = append(out[p.To], event{id: string(life.ID), change: lineage.Retired, before: e.now})
		}
	}
	return out
}

// String returns the event in one line.
func (e event) String() string {
	at, text := e.now, ""
	switch {
	case e.now == nil:
		at, text = e.before, e.before.Text
	case e.before == nil || e.before.Text == e.now.Text:
		text = e.now.Text
	default:
		text = wording.Marked(wording.Diff(e.before.Text, e.now.Text))
	}
	mark, from := " ", ""
	in := func(w *lineage.Wording) string {
		if w.Area == "" {
			return string(w.Role)
		}
		return string(w.Role) + " · " + string(w.Area)
	}
	if e.doubt {
		mark = "?"
	}
	if e.now != nil && e.before != nil && (e.before.Role != e.now.Role || e.before.Area != e.now.Area) {
		from = " (from " + in(e.before) + ")"
	}
	return diag.Plain(fmt.Sprintf("%-8s%s %s %s%s: %s", e.change, mark, e.id, in(at), from, text))
}
