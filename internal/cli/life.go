package cli

import (
	"context"
	"fmt"
	"time"

	"rung/internal/history"
	"rung/internal/lineage"
	"rung/internal/wording"
)

type lifeCmd struct {
	Statement string `arg:"" name:"STATEMENT" help:"The statement's id, or the beginning of it; rung history and rung blame say which."`
	Path      string `arg:"" optional:"" name:"PATH" help:"Where the ladders are (default: the current folder)."`
	sheetFormat
	revision
}

func (lifeCmd) Help() string {
	return `Prints every wording that a statement has had, oldest first: when, in which commit, where it
stood, and the words that changed. A question mark says that somebody should look whether it is
still the same statement.`
}

func (c lifeCmd) Run(ctx context.Context, p *program) error {
	line, o, err := p.openLine(ctx, c.Path, c.Rev)
	if err != nil {
		return err
	}
	defer o.Close()
	life, err := line.Life(c.Statement)
	if err != nil {
		return err
	}
	return c.print(p.out, lifeSheet(line, life), line.Wire(life))
}

func lifeSheet(line *history.Line, life lineage.Life) sheet {
	s := sheet{title: "The life of " + string(life.ID)}
	for i, p := range life.Wordings {
		r := line.Revisions[p.From]
		l := sheetLine{mark: lifeMark(p), kind: string(p.Change), runs: as(p.Wording.Text), remark: where(p.Wording)}
		if i > 0 {
			l.runs = wording.Diff(life.Wordings[i-1].Wording.Text, p.Wording.Text)
		}
		s.chapters = append(s.chapters, sheetChapter{title: revisionTitle(r), lines: []sheetLine{l}})
		next := i+1 < len(life.Wordings) && life.Wordings[i+1].From == p.To
		if p.To != lineage.Open && !next {
			gone := sheetLine{mark: "-", kind: string(lineage.Retired), runs: as(p.Wording.Text), remark: where(p.Wording)}
			s.chapters = append(s.chapters, sheetChapter{title: revisionTitle(line.Revisions[p.To]), lines: []sheetLine{gone}})
		}
	}
	return s
}

func lifeMark(p lineage.Period) string {
	if p.Certainty == lineage.Confirm {
		return "?"
	}
	switch p.Change {
	case lineage.Added, lineage.Revived, lineage.Split:
		return "+"
	case lineage.Moved:
		return ">"
	}
	return "~"
}

func where(w lineage.Wording) string {
	if w.Area == "" {
		return fmt.Sprintf("%s, %s", w.Role, w.Path)
	}
	return fmt.Sprintf("%s · %s, %s", w.Role, w.Area, w.Path)
}

func revisionTitle(r history.Revision) string {
	return fmt.Sprintf("%s %.10s %s", r.Time.UTC().Format(time.DateOnly), r.ID, r.Subject)
}
