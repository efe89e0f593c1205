package lineage

import "rung/internal/model"

// Change says what an edit did to a statement.
type Change string

// The changes.
const (
	Kept     Change = "kept"
	Reworded Change = "reworded" // other words, perhaps elsewhere too
	Moved    Change = "moved"    // the same text in another role, area or file
	Split    Change = "split"    // new, made of a part of another statement
	Merged   Change = "merged"   // goes on, and has taken up another statement
	Added    Change = "added"
	Revived  Change = "revived" // was retired and is back
	Retired  Change = "retired"
)

// Certainty says how sure a link to what was before is.
type Certainty string

// The certainties.
const (
	Same    Certainty = "same"
	Confirm Certainty = "confirm" // a person should look
	New     Certainty = "new"     // nothing before it is this statement
)

// Wording is what a statement says and where.
type Wording struct {
	Role model.RoleID
	Area model.AreaID
	Path string
	Text string
}

// Link says what became of one statement in one step.
type Link struct {
	ID        model.StatementID
	Change    Change
	Certainty Certainty
	Before    *Wording // nil for what was not there
	Now       *Wording // nil for what is retired
	// Others are statements that have a part in it: for Split the one it was
	// made of, for Merged those taken up, for Retired the one that took it up,
	// and for an Added one to Confirm the one that it might be.
	Others []model.StatementID
	// Occurrence is the key under which a ledger may note ID for Now; "" for
	// what is retired. See Config.Known.
	Occurrence string
}

// Life is all wordings of one statement, oldest first.
type Life struct {
	ID       model.StatementID
	Wordings []Period
}

// Period is how long one wording stood: from the step From up to, and not
// including, the step To, counting steps from 0. To is Open while it stands.
type Period struct {
	From, To  int
	Wording   Wording
	Change    Change // that began it
	Certainty Certainty
	Others    []model.StatementID
}

// Open is the end of what has not ended.
const Open = -1
