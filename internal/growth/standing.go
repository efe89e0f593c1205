package growth

import (
	"time"

	"rung/internal/model"
)

// State is how a person stands to one statement. Each statement has exactly
// one.
type State string

// The states.
const (
	Shown   State = "shown"          // both ratings meet it, and there is evidence
	Claimed State = "claimed"        // met by what is known, but not yet shown
	Growing State = "growing"        // below, and on the way
	Concern State = "concern"        // at the lowest value
	Waiting State = "no-opportunity" // there was no occasion to show it
	Unrated State = "unrated"        // nobody who decides has said anything
)

// States returns all states in the order in which people are shown them.
func States() []State {
	return []State{Shown, Claimed, Growing, Concern, Waiting, Unrated}
}

// DefaultCycleMonths is how old a rating may be before it counts as stale.
const DefaultCycleMonths = 6

// StandingInput is what a standing rests on. Ratings, Evidence and
// Assignments are of one person and hold only what the viewer may see: Stand
// asks nobody for more. Their statement ids are those that the framework uses
// now.
type StandingInput struct {
	Framework   *model.Framework
	Role        *model.Role   // the role stood against; it may be gone from Framework
	Gone        []*model.Role // roles that Assignments name and Framework no longer has
	Scale       Scale
	Rule        PromotionRule
	Ratings     []Rating // against any role: a statement is the same in each
	Evidence    []Evidence
	Assignments []Assignment
	// Wording returns how a statement read at a revision; ok is false where
	// nobody knows. Nil means that nobody ever knows.
	Wording func(statement model.StatementID, revision string) (text string, ok bool)
	// Stands reports whether a rating that was given against some words stands
	// for others. Nil means that it always does.
	Stands      func(given, now string) bool
	Now         time.Time
	CycleMonths int
	Name        string // of the person, for explanations; "" speaks to her as "you"
}

// Standing is how a person stands to a role, as one viewer sees it.
type Standing struct {
	Role       *model.Role
	Statements []StatementStanding // of the role and, in place, of all that it extends
	Rule       PromotionRule
}

// AreaRef names the area under which a statement is shown.
type AreaRef struct {
	ID    model.AreaID
	Title string
}

// StatementStanding is how the person stands to one statement.
type StatementStanding struct {
	Statement *model.Statement
	Area      AreaRef
	From      *model.Role // the role that an inherited statement comes from, nil for the role's own
	State     State
	Why       string // in words, as "shown, because you held L3 Engineer"

	Manager  *Rating     // newest by a manager of the time, nil for none
	Self     *Rating     // newest by the person, nil for none
	Peers    []Rating    // newest of each peer, newest first; they decide nothing
	Evidence []Evidence  // linked to the statement, newest first
	Held     *model.Role // an equivalent role that she holds or held, which counts as evidence

	Disputed bool // manager and person are two steps or more apart
	Stale    bool // the newest rating is older than a cycle
	Reworded bool // rated against an earlier wording
	Rerate   bool // which says something else: a rating stands until somebody rates anew

	// Compared holds the roles that a derived statement rests on, and Open
	// their statements that are not shown yet. Open does not join the list.
	Compared []*model.Role
	Open     []StatementStanding
}

// Stand returns the person's standing against a role, statement by statement.
// It does not depend on the order of anything in the input, and the same item
// given twice counts once.
func Stand(in StandingInput) Standing {
	c := newCase(in)
	list := Statements(in.Framework, in.Role)
	out := Standing{Role: in.Role, Rule: in.Rule, Statements: make([]StatementStanding, 0, len(list))}
	for _, l := range list {
		st := c.stand(l)
		if l.Statement.Derived {
			st.Open = c.open(st.Compared)
		}
		out.Statements = append(out.Statements, st)
	}
	return out
}

// Open returns the statements that are not shown, in the order of the role.
func (s Standing) Open() []StatementStanding {
	var out []StatementStanding
	for _, st := range s.Statements {
		if st.State != Shown {
			out = append(out, st)
		}
	}
	return out
}

// Counts returns how many of the standing's statements are in each state.
func (s Standing) Counts() map[State]int {
	out := make(map[State]int, len(States()))
	for _, st := range s.Statements {
		out[st.State]++
	}
	return out
}

// Meets reports whether the statements leave nothing in the way of the
// promotion rule. The rule's tests are for people to answer.
func (s Standing) Meets() bool { return s.Rule.met(s.Statements) }
