package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rung/internal/growth"
	"rung/internal/pages/directory"
	"rung/internal/pages/shared"
)

const peoplePath = "/people"

func personPath(id growth.PersonID) string { return peoplePath + "/" + url.PathEscape(string(id)) }

func (s *Server) showDirectory(w http.ResponseWriter, r *http.Request, v Visitor) error {
	list, err := s.cfg.People.Directory(r.Context(), v.Actor, "")
	if err != nil {
		return err
	}
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	p := directory.Page{Frame: frame}
	if v.Actor.Admin {
		p.Admin = adminPath
	}
	at := map[string]int{}
	for _, c := range list {
		i, ok := at[c.TeamName]
		if !ok {
			i = len(p.Teams)
			at[c.TeamName] = i
			p.Teams = append(p.Teams, directory.Team{Name: c.TeamName})
		}
		p.Teams[i].People = append(p.Teams[i].People, shared.Person{Name: c.Name, URL: personPath(c.ID)})
	}
	slices.SortFunc(p.Teams, func(a, b directory.Team) int { return strings.Compare(lastIfEmpty(a.Name), lastIfEmpty(b.Name)) })
	return s.render(w, r, v, directory.View(directory.Build(p)))
}

// lastIfEmpty sorts what has no name after everything that has one.
func lastIfEmpty(name string) string {
	if name == "" {
		return "\U0010FFFF"
	}
	return strings.ToLower(name)
}
