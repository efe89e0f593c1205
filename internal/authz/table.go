package authz

// Operation is one thing that can be done.
type Operation string

// The operations. Each exported method of a use case names the one it does.
const (
	ReadFramework Operation = "read the framework"
	SignIn        Operation = "sign in"

	SeeDirectory   Operation = "see who works here"
	SeeAssignments Operation = "see the roles somebody holds and held"
	KeepPeople     Operation = "add and change people and teams"
	Assign         Operation = "give somebody a role"
	Invite         Operation = "make a sign-in link for somebody"
	EndSessions    Operation = "end somebody's sessions"
	KeepAccount    Operation = "keep one's own password, sessions and tokens"

	KeepAims Operation = "say which role one wants"
	SeeAims  Operation = "see which role somebody wants"

	KeepEvidence Operation = "write, change, share and delete evidence"
	SeeEvidence  Operation = "see somebody's evidence"

	RateSelf      Operation = "rate oneself"
	RateReport    Operation = "rate a report"
	ShareRatings  Operation = "share one's ratings of somebody"
	SeeRatings    Operation = "see ratings of somebody"
	SeeSideBySide Operation = "see self and manager side by side"

	GiveFeedback Operation = "give feedback"
	SeeFeedback  Operation = "see feedback on somebody"

	KeepPlan Operation = "keep a growth plan"
	SeePlan  Operation = "see somebody's growth plan"

	SeeReports Operation = "see one's reports together"
	SeeAccess  Operation = "see who read what is private to one"
	SeeAudit   Operation = "see the administrators' log"
)

// Row is one row of the policy: an operation, who may do it, and why it is so.
type Row struct {
	Operation Operation
	Grants    []Grant
	Why       string
}

// Table returns the whole policy.
func Table() []Row {
	return []Row{
		{ReadFramework, grant(Anyone), "The ladder is no secret to whoever can reach the server."},
		{SignIn, grant(Anyone), "With a password or a one-time link; attempts are slowed down."},

		{SeeDirectory, grant(SignedIn), "Names, teams and managers, as on any company's intranet."},
		{SeeAssignments, grant(Owner, Manager, Administrator), "A level is often pay; it is not for colleagues."},
		{KeepPeople, grant(Administrator), "The people team keeps the directory."},
		{Assign, grant(Administrator), "A role changes by a decision, which the people team enters."},
		{Invite, grant(Administrator), "The link sets the first password and works once. Whoever has a password already gets a new link only from the operator, so that no administrator becomes somebody else."},
		{EndSessions, grant(Owner, Administrator), "Somebody lost a laptop."},
		{KeepAccount, grant(Owner), "Nobody acts in another's name."},

		{KeepAims, grant(Owner), "What I want is mine to say."},
		{SeeAims, append(grant(Owner), Grant{Manager, WhenShared}), "Until I share it, nobody knows."},

		{KeepEvidence, grant(Owner), "What I write is mine."},
		{SeeEvidence, append(grant(Owner), Grant{Manager, WhenShared}), "Private until shared, item by item."},

		{RateSelf, grant(Owner), "A program never sets a rating, nor does anybody for me."},
		{RateReport, grant(Manager), "The manager of the time owes an honest answer."},
		{ShareRatings, grant(Author), "Ratings are the rater's own until she shares them."},
		{SeeRatings, append(grant(Author), Grant{Owner, WhenShared}, Grant{Manager, WhenShared}), "Shared ratings are for the person and her manager, whoever wrote them."},
		{SeeSideBySide, grant(Owner, Manager), "Each side shows only what its author has shared."},

		{GiveFeedback, grant(SignedIn), "To anybody but oneself; who will see it is agreed before writing."},
		{SeeFeedback, append(grant(Author, Owner), Grant{Manager, WhenShared}), "Visibility is never widened after writing."},

		{KeepPlan, grant(Owner), "A plan is a person's own."},
		{SeePlan, append(grant(Owner), Grant{Manager, WhenShared}), "Item by item, as she shares it."},

		{SeeReports, grant(Manager), "Only people who report to one now, and only what they shared."},
		{SeeAccess, grant(Owner), "Every read of a private item by another is shown to its owner."},
		{SeeAudit, grant(Administrator), "What administrators did; it holds no content."},
	}
}

func grant(who ...Who) []Grant {
	out := make([]Grant, len(who))
	for i, w := range who {
		out[i] = Grant{Who: w, When: Always}
	}
	return out
}
