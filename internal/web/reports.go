package web

import (
	"net/http"

	"rung/internal/growth"
	"rung/internal/pages/reports"
	"rung/internal/pages/shared"
	"rung/internal/pages/standing"
	"rung/internal/people"
)

const reportsPath = mePath + "/people"

func (s *Server) showReports(w http.ResponseWriter, r *http.Request, v Visitor) error {
	list, err := s.cfg.People.Reports(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	p := reports.Page{Frame: frame}
	for _, one := range list {
		row, err := s.report(r, v, one, frame.Links)
		if err != nil {
			return err
		}
		p.People = append(p.People, row)
	}
	return s.render(w, r, v, reports.View(reports.Build(p)))
}

// report lays out one report: her areas as small multiples, and what waits for
// the manager.
func (s *Server) report(r *http.Request, v Visitor, one people.Report, links shared.Links) (reports.Person, error) {
	path := personPath(one.ID)
	out := reports.Person{Name: one.Name, URL: path}
	if one.Held == nil {
		return out, nil
	}
	role := one.Held.Role
	out.Since, out.Rate, out.Beside = one.Held.Since, withRole(path+"/rate", role), withRole(path+"/side-by-side", role)
	out.Role = shared.Ref{Label: one.Held.RoleTitle}
	if ref, _, err := s.roleRef(r.Context(), role, links); err == nil {
		out.Role = ref
	}
	st, err := s.cfg.Ratings.Standing(r.Context(), v.Actor, one.ID, role)
	if err != nil {
		return out, err
	}
	out.Areas = areasOf(st)
	out.Waits = waiting(st, v.Actor.Person, path)
	return out, nil
}

// areasOf counts the statements of each area by state, in the order of the
// role.
func areasOf(st growth.Standing) []reports.Area {
	var out []reports.Area
	counts := map[growth.AreaRef]map[growth.State]int{}
	var order []growth.AreaRef
	for _, row := range st.Statements {
		if counts[row.Area] == nil {
			counts[row.Area] = map[growth.State]int{}
			order = append(order, row.Area)
		}
		counts[row.Area][row.State]++
	}
	for _, ref := range order {
		a := reports.Area{Title: ref.Title}
		for _, state := range growth.States() {
			if n := counts[ref][state]; n > 0 {
				a.Parts = append(a.Parts, standing.Count{Badge: standing.Badge(state), N: n})
				a.Total += n
			}
		}
		out = append(out, a)
	}
	return out
}

// waiting says what a manager owes this person.
func waiting(st growth.Standing, manager growth.PersonID, path string) []shared.Ref {
	var unanswered, apart int
	for _, row := range st.Statements {
		if row.Self != nil && row.Manager == nil {
			unanswered++
		}
		if row.Disputed {
			apart++
		}
	}
	var out []shared.Ref
	if unanswered > 0 {
		out = append(out, shared.Ref{
			Label: shared.Count(unanswered, "self-rating waits", "self-ratings wait") + " for your answer", URL: withRole(path+"/rate", st.Role.ID),
		})
	}
	if n := unshared(st, manager); n > 0 {
		out = append(out, shared.Ref{Label: shared.Count(n, "rating of yours is", "ratings of yours are") + " not shared yet", URL: withRole(path, st.Role.ID) + "#standing"})
	}
	if apart > 0 {
		out = append(out, shared.Ref{Label: "You are far apart on " + shared.Count(apart, "statement", "statements"), URL: withRole(path+"/side-by-side", st.Role.ID)})
	}
	return out
}
