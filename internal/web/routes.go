package web

import (
	"net/http"

	"rung/internal/fault"
)

// staticBase is where the static files are.
const staticBase = "/static/"

// routes returns all routes. A reader of this file knows what there is.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET "+staticBase+"{name}", s.plain(s.serveAsset))
	mux.Handle("POST /theme", s.page(s.keepTheme))

	mux.Handle("GET /{$}", s.page(s.showMap))
	mux.Handle("GET /roles/{id...}", s.page(s.showRole))
	mux.Handle("GET /tracks/{id}", s.page(s.showTrack))
	mux.Handle("GET /compare", s.page(s.showCompare))
	mux.Handle("GET /pages/{path...}", s.page(s.showProse))
	mux.Handle("GET /revisions", s.page(s.showRevisions))
	mux.Handle("GET /check", s.page(s.showCheck))

	if s.cfg.Past != nil {
		mux.Handle("GET /revisions/{id}", s.page(s.showRevision))
		mux.Handle("GET /revisions/compare", s.page(s.showBetween))
		mux.Handle("GET /revisions/confirm", s.page(s.showDoubts))
		mux.Handle("GET /statements/{id}", s.page(s.showLife))
		mux.Handle("GET /history/{id...}", s.page(s.showRolePast))
	}
	if s.cfg.Accounts != nil {
		s.accountRoutes(mux)
		s.peopleRoutes(mux)
		s.growthRoutes(mux)
	}
	return s.dispatch(mux)
}

// accountRoutes adds those for signing in and for one's own account.
func (s *Server) accountRoutes(mux *http.ServeMux) {
	mux.Handle("GET "+signInPath, s.page(s.showSignIn))
	mux.Handle("POST "+signInPath, s.page(s.takeSignIn))
	mux.Handle("POST /sign-out", s.page(s.signOut))
	mux.Handle("GET "+welcomePath+"{secret}", s.page(s.showWelcome))
	mux.Handle("POST "+welcomePath+"{secret}", s.page(s.takeWelcome))
	mux.Handle("GET "+castPath, s.page(s.showCast))
	mux.Handle("POST "+castPath, s.page(s.takeCast))

	mux.Handle("GET "+accountPath, s.page(s.signedIn(s.showAccount)))
	mux.Handle("POST "+accountPath+"/password", s.page(s.signedIn(s.changePassword)))
	mux.Handle("POST "+accountPath+"/sessions/end", s.page(s.signedIn(s.endSession)))
	mux.Handle("POST "+accountPath+"/sessions/end-others", s.page(s.signedIn(s.endOtherSessions)))
	mux.Handle("POST "+accountPath+"/tokens/revoke", s.page(s.signedIn(s.revokeToken)))
	mux.Handle("GET "+terminalPath, s.page(s.signedIn(s.showTerminal)))
	mux.Handle("POST "+terminalPath, s.page(s.signedIn(s.answerTerminal)))
}

// peopleRoutes adds those for the directory and for keeping it.
func (s *Server) peopleRoutes(mux *http.ServeMux) {
	get, post := s.forPeople(mux)
	get(peoplePath, s.showDirectory)

	get(adminPath, s.showAdmin)
	post(adminPath, s.addPerson)
	post(adminPath+"/teams", s.addTeam)
	get(importPath, s.showImport)
	post(importPath, s.takeImport)
	get(adminPath+"/people.csv", s.exportPeople)
	get(adminPath+"/log", s.showAdminLog)
	one := adminPath + "/{id}"
	get(one, s.showAdminPerson)
	post(one, s.changePerson)
	post(one+"/assign", s.assignRole)
	post(one+"/unassign", s.unassignRole)
	post(one+"/invite", s.invite)
	post(one+"/end-sessions", s.endPersonSessions)
	post(one+"/left", s.markLeft)
	post(one+"/back", s.markBack)
}

// growthRoutes adds those for the growth conversation.
func (s *Server) growthRoutes(mux *http.ServeMux) {
	get, post := s.forPeople(mux)
	get(mePath, s.showMe)
	post(mePath, s.logEvidence)
	post(mePath+"/aims", s.keepAim)
	post(mePath+"/aims/remove", s.dropAim)
	post(mePath+"/share", s.shareOwn)
	get(mePath+"/access", s.showAccess)
	get(mePath+"/rate", s.showRate)
	post(mePath+"/rate", s.takeRate)
	get(mePath+"/side-by-side", s.showBeside)
	post(mePath+"/seen", s.keepSeen)
	post(mePath+"/rate/take-over", s.takeOver)

	get(evidenceListPath, s.showEvidence)
	get(evidenceListPath+"/{id}", s.showEvidenceItem)
	post(evidenceListPath+"/{id}", s.changeEvidence)
	post(evidenceListPath+"/{id}/delete", s.deleteEvidence)

	get(planPath, s.showPlan)
	post(planPath, s.takePlan)
	post(planPath+"/done", s.finishPlan)
	post(planPath+"/remove", s.removePlan)
	get(feedbackPath, s.showFeedback)
	get(feedbackPath+"/give", s.showGive)
	post(feedbackPath+"/give", s.takeGive)

	get(reportsPath, s.showReports)
	one := peoplePath + "/{id}"
	get(one, s.showPerson)
	get(one+"/rate", s.showRate)
	post(one+"/rate", s.takeRate)
	post(one+"/share", s.shareOfReport)
	get(one+"/side-by-side", s.showBeside)
	post(one+"/seen", s.keepSeen)
	post(one+"/rate/take-over", s.takeOver)
}

// route adds a handler for an address.
type route func(path string, handle func(http.ResponseWriter, *http.Request, Visitor) error)

// forPeople returns what adds routes for those who have signed in.
func (s *Server) forPeople(mux *http.ServeMux) (get, post route) {
	add := func(method string) route {
		return func(path string, handle func(http.ResponseWriter, *http.Request, Visitor) error) {
			mux.Handle(method+" "+path, s.page(s.signedIn(handle)))
		}
	}
	return add("GET"), add("POST")
}

// dispatch sends a request to its route, and shows a page of ours where there
// is none for the address or for the method.
func (s *Server) dispatch(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		handler, route := mux.Handler(r)
		if route != "" {
			if rec, ok := w.(*record); ok {
				rec.route = route
			}
			mux.ServeHTTP(w, r)
			return
		}
		probe := &answer{header: http.Header{}}
		handler.ServeHTTP(probe, r)
		v := Visitor{Theme: themeOf(r)}
		if probe.code == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", probe.header.Get("Allow"))
			s.showFailure(w, r, v, notAllowed, nil)
			return
		}
		s.showFailure(w, r, v, faults[fault.NotFound], nil)
	})
}

// answer is a ResponseWriter that keeps the status and headers alone: the mux
// says by it why it has no route.
type answer struct {
	header http.Header
	code   int
}

// Header returns the headers of the answer.
func (a *answer) Header() http.Header { return a.header }

// Write forgets what is written.
func (a *answer) Write(b []byte) (int, error) { return len(b), nil }

// WriteHeader keeps the status.
func (a *answer) WriteHeader(code int) { a.code = code }
