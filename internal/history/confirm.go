package history

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"rung/internal/diag"
	"rung/internal/lineage"
	"rung/internal/model"
)

// PrintDoubts writes an entry of rung.links.yaml for each link that somebody
// should look at, and for each new statement that may be one which is gone, oldest first: with the words before it as a comment, and
// without a reason, which is for whoever decides.
func PrintDoubts(w io.Writer, l *Line) error {
	out := bufio.NewWriter(w)
	n := 0
	for i, list := range l.events() {
		for _, e := range list {
			if e.before == nil && len(e.others) > 0 && e.change == lineage.Added {
				e.id, e.before = string(e.others[0]), l.wordingBefore(e.others[0], i)
			}
			if !e.doubt || e.before == nil || e.now == nil || e.change == lineage.Split {
				continue
			}
			n++
			r := l.Revisions[i]
			fmt.Fprintf(out, "# %s %.10s %s\n", r.Time.UTC().Format("2006-01-02"), r.ID, diag.Plain(r.Subject))
			fmt.Fprintf(out, "# before: %s\n", diag.Plain(e.before.Text))
			fmt.Fprintf(out, "- statement: %s\n  becomes: %s\n  role: %s\n  verdict: same # or: another\n  why:\n", e.id, strconv.Quote(e.now.Text), e.now.Role)
		}
	}
	if n == 0 {
		fmt.Fprintln(out, "# nothing is to be confirmed")
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write links to confirm: %w", err)
	}
	return nil
}

// wordingBefore returns what a statement said last before a revision, or nil.
func (l *Line) wordingBefore(id model.StatementID, at int) *lineage.Wording {
	var out *lineage.Wording
	for _, life := range l.Lives {
		for i, p := range life.Wordings {
			if life.ID == id && p.From < at {
				out = &life.Wordings[i].Wording
			}
		}
	}
	return out
}
