package shared

import (
	"net/url"
	"strings"

	"rung/internal/model"
)

// Links makes the addresses of the reading pages, so that one page can be
// served ("/roles/x") and published as a file ("../../roles/x.html"). The zero
// Links is of no use; Base is needed.
type Links struct {
	Base string // before every path: "/" when served, as "../../" when published
	Ext  string // after every path: "" when served, ".html" when published
	Rev  string // revision that all addresses stay at, or "" for the newest
	Told bool   // there are pages of what changed
}

// Files reports whether the addresses are of files, which answer no query.
func (l Links) Files() bool { return l.Ext != "" }

// Map returns the address of the map.
func (l Links) Map() string {
	if l.Files() {
		return l.Base + "index" + l.Ext
	}
	return l.query(l.Base)
}

// Role returns the address of a role or foundation.
func (l Links) Role(id model.RoleID) string { return l.to("roles/", string(id)) }

// RoleNew returns the address of a role showing only what is new against the
// level below.
func (l Links) RoleNew(id model.RoleID) string {
	if l.Files() {
		return l.to("roles/", string(id)+".new")
	}
	return l.query(l.Base+"roles/"+escape(string(id)), "only", "new")
}

// Statement returns the address of a statement on its role's page.
func (l Links) Statement(role model.RoleID, id model.StatementID) string {
	return l.Role(role) + "#" + string(id)
}

// Track returns the address of a track's matrix.
func (l Links) Track(id model.TrackID) string { return l.to("tracks/", string(id)) }

// Page returns the address of a page of prose.
func (l Links) Page(path string) string { return l.to("pages/", path) }

// Compare returns the address where roles stand side by side; with no role,
// where they are chosen. Published files have no such page for every choice:
// publish decides which it writes.
func (l Links) Compare(roles ...model.RoleID) string {
	if l.Files() {
		names := make([]string, len(roles))
		for i, r := range roles {
			names[i] = strings.ReplaceAll(string(r), "/", ".")
		}
		return l.to("compare/", strings.Join(names, "~"))
	}
	var pairs []string
	for i, r := range roles {
		pairs = append(pairs, string(rune('a'+i)), string(r))
	}
	return l.query(l.Base+"compare", pairs...)
}

// Revisions returns the address of the list of revisions.
func (l Links) Revisions() string { return l.plain("revisions") }

// Revision returns the address of what a revision did; "" where nothing is
// told of that, as are the next three.
func (l Links) Revision(id string) string { return l.told("revisions/" + escape(id)) }

// Between returns the address of what happened between two revisions; where
// one is "", it is to be chosen.
func (l Links) Between(from, to string) string {
	q := url.Values{}
	for name, id := range map[string]string{"from": from, "to": to} {
		if id != "" {
			q.Set(name, id)
		}
	}
	at := l.told("revisions/compare")
	if at == "" || len(q) == 0 {
		return at
	}
	return at + "?" + q.Encode()
}

// Doubts returns the address of the links that somebody should confirm.
func (l Links) Doubts() string { return l.told("revisions/confirm") }

// Life returns the address of a statement's life.
func (l Links) Life(id model.StatementID) string { return l.told("statements/" + escape(string(id))) }

// RolePast returns the address of a role's history.
func (l Links) RolePast(id model.RoleID) string { return l.told("history/" + escape(string(id))) }

// told is for pages of what changed.
func (l Links) told(name string) string {
	if !l.Told || l.Files() {
		return ""
	}
	return l.plain(name)
}

// Check returns the address of the diagnostics.
func (l Links) Check() string { return l.query(l.Base + "check" + l.Ext) }

// At returns Links that stay at a revision; "" is the newest.
func (l Links) At(rev string) Links {
	l.Rev = rev
	return l
}

func (l Links) to(folder, id string) string {
	return l.query(l.Base + folder + escape(id) + l.Ext)
}

// plain is for pages that are the same at every revision.
func (l Links) plain(name string) string { return l.Base + name + l.Ext }

func (l Links) query(path string, pairs ...string) string {
	q := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		q.Set(pairs[i], pairs[i+1])
	}
	if l.Rev != "" && !l.Files() {
		q.Set("rev", l.Rev)
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// escape escapes a path segment by segment, so that "/" stays.
func escape(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return strings.Join(parts, "/")
}
