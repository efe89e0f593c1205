package api

// NewEvidence is a piece of evidence as its owner sends it.
type NewEvidence struct {
	Happened   string   `json:"happened" format:"date" doc:"the day, as 2006-01-02"`
	Kind       string   `json:"kind" enum:"delivered,decided,helped,learned,received" doc:"what sort of thing it was"`
	Text       string   `json:"text" maxLength:"4000" doc:"what happened, in your words"`
	With       string   `json:"with,omitempty" maxLength:"200" doc:"who else was there"`
	Link       string   `json:"link,omitempty" maxLength:"2000" format:"uri" doc:"an http or https address"`
	Visible    string   `json:"visible,omitempty" enum:"private,manager" doc:"who besides you may see it; private where it is left out"`
	Statements []string `json:"statements,omitempty" maxItems:"20" doc:"the ids of the statements that it supports, as the newest framework has them"`
}

// Statement points at a statement as it stood at a revision.
type Statement struct {
	ID       string `json:"id" doc:"as s-..."`
	Revision string `json:"revision" doc:"the revision at which it was linked"`
}

// Evidence is a piece of evidence as it is kept.
type Evidence struct {
	ID         string      `json:"id"`
	Happened   string      `json:"happened" format:"date"`
	Kind       string      `json:"kind" enum:"delivered,decided,helped,learned,received"`
	Text       string      `json:"text"`
	With       string      `json:"with,omitempty"`
	Link       string      `json:"link,omitempty"`
	Visible    string      `json:"visible" enum:"private,manager"`
	Statements []Statement `json:"statements"`
	Created    string      `json:"created" format:"date-time"`
	Version    int64       `json:"version" doc:"1 at first; each change adds one"`
}

// EvidencePage is a page of one's own evidence, newest day first.
type EvidencePage struct {
	Items []Evidence `json:"items"`
	Next  string     `json:"next,omitempty" doc:"where the next page begins: send it as after; absent on the last page"`
}

// Person is the person for whom a token acts.
type Person struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Email string `json:"email"`
	Role  string `json:"role,omitempty" doc:"the id of the role that she holds"`
}

// DeviceRequest asks for a terminal to be signed in.
type DeviceRequest struct {
	Name string `json:"name" maxLength:"100" doc:"what the terminal calls itself; the person sees it before she approves"`
}

// DeviceStart is what the terminal shows and what it polls with.
type DeviceStart struct {
	DeviceCode      string `json:"deviceCode" doc:"the terminal's secret: poll with it, show it to nobody"`
	UserCode        string `json:"userCode" doc:"what the person compares or types, as WDJB-MJHT"`
	VerificationURI string `json:"verificationUri" doc:"the page to open, relative to the server's address, with the code filled in"`
	ExpiresIn       int    `json:"expiresIn" doc:"seconds until the code is void"`
	Interval        int    `json:"interval" doc:"seconds to wait between polls"`
}

// DevicePoll asks whether the terminal has been approved.
type DevicePoll struct {
	DeviceCode string `json:"deviceCode" maxLength:"200"`
}

// DeviceState is what has become of the terminal's request.
type DeviceState struct {
	Status string  `json:"status" enum:"pending,approved"`
	Token  string  `json:"token,omitempty" doc:"once, when it is approved"`
	Person *Person `json:"person,omitempty" doc:"who approved it"`
}
