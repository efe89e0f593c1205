package lineage

import (
	"fmt"
	"strings"

	"rung/internal/model"
	"rung/internal/source"
)

// ladder reads a small framework, one line each: "= role", "# area",
// "- statement", "* example". A role may name its file after "@".
func ladder(text string) *model.Framework {
	f := &model.Framework{}
	var r *model.Role
	var a *model.Area
	n := 0
	for line := range strings.Lines(text) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch kind {
		case "=":
			id, file, ok := strings.Cut(rest, " @")
			if !ok {
				file = id + ".md"
			}
			r = &model.Role{ID: model.RoleID(id), At: source.Span{Path: file}}
			f.Roles = append(f.Roles, r)
		case "#":
			a = &model.Area{ID: model.AreaID(rest)}
			r.Areas = append(r.Areas, a)
		case "-":
			n++
			a.Statements = append(a.Statements, &model.Statement{ID: provisional(n), Prose: model.Prose{Text: rest}})
		case "*":
			s := a.Statements[len(a.Statements)-1]
			s.Examples = append(s.Examples, &model.Example{Prose: model.Prose{Text: rest}})
		}
	}
	return f
}

func provisional(n int) model.StatementID {
	return model.StatementID(fmt.Sprintf("p-%d", n))
}
