package cli

import (
	"context"
	"fmt"
	"strings"
	"time"

	"rung/internal/fault"
	"rung/internal/history"
	"rung/internal/model"
)

type blameCmd struct {
	Role string `arg:"" name:"ROLE" help:"The role's id or name, or a part of it that no other role has."`
	Path string `arg:"" optional:"" name:"PATH" help:"Where the ladders are (default: the current folder)."`
	sheetFormat
	revision
}

func (blameCmd) Help() string {
	return `Says for each statement of a role since when it is asked, and which commit gave it the words and
the place that it has now. A statement that was moved or reworded keeps its first day.`
}

func (c blameCmd) Run(ctx context.Context, p *program) error {
	line, o, err := p.openLine(ctx, c.Path, c.Rev)
	if err != nil {
		return err
	}
	defer o.Close()
	role, err := findRole(line.Last().Framework, c.Role)
	if err != nil {
		return err
	}
	origins := line.Blame(role)
	return c.print(p.out, blameSheet(role, origins), wireBlame(role, origins))
}

func blameSheet(role *model.Role, origins []history.Origin) sheet {
	s := sheet{title: "Where the statements of " + role.Name() + " come from"}
	for i, o := range origins {
		if i == 0 || o.Place.Area != origins[i-1].Place.Area {
			s.chapters = append(s.chapters, sheetChapter{title: o.Place.Area.Title})
		}
		c := &s.chapters[len(s.chapters)-1]
		c.lines = append(c.lines, sheetLine{
			mark: fmt.Sprintf("%.10s %s", o.Words.ID, o.Words.Time.UTC().Format(time.DateOnly)),
			kind: o.Words.Time.UTC().Format(time.DateOnly), runs: as(o.Place.Statement.Text), remark: since(o),
		})
	}
	return s
}

func since(o history.Origin) string {
	text := string(o.Place.Statement.ID)
	if o.Since.ID != o.Words.ID {
		text += ", asked since " + o.Since.Time.UTC().Format(time.DateOnly)
	}
	return text
}

type wireOrigin struct {
	ID    string `json:"id"`
	Area  string `json:"area"`
	Text  string `json:"text"`
	Since string `json:"since"` // commit that brought the statement
	Words string `json:"words"` // commit that gave it its words and place
	Time  string `json:"time"`  // of that commit
	Times int    `json:"times"` // how many wordings and places it has had
}

func wireBlame(role *model.Role, origins []history.Origin) any {
	out := make([]wireOrigin, len(origins))
	for i, o := range origins {
		out[i] = wireOrigin{
			ID: string(o.Place.Statement.ID), Area: string(o.Place.Area.ID), Text: o.Place.Statement.Text,
			Since: o.Since.ID, Words: o.Words.ID, Time: o.Words.Time.UTC().Format(time.RFC3339), Times: o.Times,
		}
	}
	return struct {
		Schema     string       `json:"schema"`
		Role       string       `json:"role"`
		Statements []wireOrigin `json:"statements"`
	}{"rung.blame/1", string(role.ID), out}
}

// findRole returns the role that is meant: by its id, its name or its title,
// else by a part of its name, else of its id, that no other role has.
func findRole(f *model.Framework, typed string) (*model.Role, error) {
	want := strings.ToLower(strings.TrimSpace(typed))
	name := func(r *model.Role) string { return strings.ToLower(r.Name()) }
	for _, fits := range []func(r *model.Role) bool{
		func(r *model.Role) bool { return string(r.ID) == want || name(r) == want },
		func(r *model.Role) bool { return strings.ToLower(r.Title) == want },
		func(r *model.Role) bool { return want != "" && strings.Contains(name(r), want) },
		func(r *model.Role) bool { return want != "" && strings.Contains(string(r.ID), want) },
	} {
		var found []string
		var last *model.Role
		for _, r := range f.Roles {
			if fits(r) {
				found, last = append(found, string(r.ID)), r
			}
		}
		switch {
		case len(found) == 1:
			return last, nil
		case len(found) > 1:
			return nil, fault.New(fault.Invalid, "%q may be %s: write the whole id", typed, strings.Join(found[:min(len(found), maxNamed)], ", "))
		}
	}
	return nil, fault.New(fault.NotFound, "there is no role %q: rung export --format csv lists them", typed)
}

// maxNamed bounds the roles that an ambiguous name is answered with.
const maxNamed = 5
