package web

import (
	"net/http"
	"slices"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/pages/news"
	"rung/internal/pages/rate"
	"rung/internal/pages/shared"
	"rung/internal/people"
	"rung/internal/ratings"
)

// newsOf returns what changed for a person since the visitor last looked; nil
// where nothing did.
func (s *Server) newsOf(r *http.Request, v Visitor, profile people.Profile, links shared.Links) (*news.News, error) {
	told, err := s.cfg.Ratings.News(r.Context(), v.Actor, profile.ID)
	if err != nil || len(told.Items) == 0 {
		return nil, err
	}
	name, err := s.names(r, v)
	if err != nil {
		return nil, err
	}
	base := mePath
	in := news.Input{Scale: s.scale(), Name: name, Reader: v.Actor.Person, Revision: told.Revision}
	if profile.ID != v.Actor.Person {
		base, in.Whose = personPath(profile.ID), profile.Name
	}
	in.Seen = base + "/seen"
	if told.Since != "" {
		in.Looked = news.Before
	}
	for _, i := range told.Items {
		in.Told = append(in.Told, s.toldItem(r, v, i, base, wantedRoles(profile), links))
	}
	return news.Build(in), nil
}

func (s *Server) toldItem(r *http.Request, v Visitor, i ratings.NewsItem, base string, roles []model.RoleID, links shared.Links) news.Told {
	out := news.Told{Verdict: i.Verdict, Ratings: i.Ratings, Evidence: len(i.Evidence), Past: links.Life(i.Statement)}
	if i.Role != nil {
		out.Role = i.Role.Name()
	}
	if i.TakenUp != "" {
		if ref, ok := s.statementRef(r.Context(), i.TakenUp, links); ok {
			out.TakenUp = &ref
		}
	}
	if i.Verdict.Now == nil {
		return out
	}
	if i.Role != nil {
		out.Link = links.Statement(i.Role.ID, i.Statement)
	}
	for _, given := range i.Ratings {
		if given.Rater == v.Actor.Person && slices.Contains(roles, given.Role) {
			out.Rate = withRole(base+"/rate", given.Role) + "#" + rate.Anchor(i.Statement)
		}
	}
	return out
}

// keepSeen notes that the visitor has read what changed.
func (s *Server) keepSeen(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	who := subject(r, v)
	if err := s.cfg.Ratings.Seen(r.Context(), v.Actor, who, values.Get("revision")); err != nil {
		return err
	}
	return seeOther(w, r, flashed(pathOf(v, who), "seen"))
}

// takeOver lets an assessment go on against the newest revision.
func (s *Server) takeOver(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	who, role := subject(r, v), model.RoleID(values.Get("role"))
	if r.PathValue("id") != "" && who == v.Actor.Person {
		return fault.New(fault.NotFound, "There is no such page.")
	}
	if err := s.cfg.Ratings.TakeOver(r.Context(), v.Actor, who, role); err != nil {
		return err
	}
	return seeOther(w, r, withRole(pathOf(v, who)+"/rate", role)+"&done=taken-over")
}

// pathOf is the page of a person, as the visitor sees her.
func pathOf(v Visitor, who growth.PersonID) string {
	if who == v.Actor.Person {
		return mePath
	}
	return personPath(who)
}

// asItIs is what an address says that asks for the newest ladder.
const asItIs = "now"

// against returns which ladder a conversation is to be held on.
func against(r *http.Request) ratings.Against {
	if r.URL.Query().Get("ladder") == asItIs {
		return ratings.AsItIs
	}
	return ratings.AsBegun
}

// heldOn says that a conversation stays on an earlier revision, and how to see
// it on the newest.
func (s *Server) heldOn(r *http.Request, revision string, role model.RoleID) (*shared.Notice, error) {
	named, err := s.revisionWords(r, revision)
	if err != nil {
		return nil, err
	}
	return &shared.Notice{
		Tone: shared.Plain, Title: "The ladder has changed since these ratings.", Text: "Both sides stand against it as it was " + named + ", so that what was prepared stays.",
		Link: "Stand against it as it is now", URL: withRole(r.URL.Path, role) + "&ladder=" + asItIs,
	}, nil
}

// revisionWords names a revision by its day and the beginning of its id.
func (s *Server) revisionWords(r *http.Request, revision string) (string, error) {
	list, err := s.cfg.Frameworks.History(r.Context())
	if err != nil {
		return "", err
	}
	for _, one := range list {
		if one.ID == revision {
			return "on " + shared.Day(one.Time) + " (revision " + shared.ShortID(one.ID) + ")", nil
		}
	}
	return "before (revision " + shared.ShortID(revision) + ")", nil
}
