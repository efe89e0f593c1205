package api

import "net/http"

// operations are all routes. A reader of this list knows what there is; so
// does openapi.yaml, which is made of it.
func operations() []operation {
	return []operation{
		define(http.MethodPost, "/api/v1/device", "startDevice", "Ask for a terminal to be signed in (after RFC 8628).", open, http.StatusCreated, startDevice),
		define(http.MethodPost, "/api/v1/device/poll", "pollDevice", "Ask whether somebody has approved the terminal.", open, http.StatusOK, pollDevice),
		define(http.MethodDelete, "/api/v1/token", "endToken", "End the token that is sent.", signedIn, http.StatusOK, endToken),
		define(http.MethodGet, "/api/v1/me", "showMe", "The person for whom the token acts.", signedIn, http.StatusOK, showMe),
		define(http.MethodGet, "/api/v1/evidence", "listEvidence", "Your own evidence, newest day first.", signedIn, http.StatusOK, listEvidence),
		define(http.MethodPost, "/api/v1/evidence", "addEvidence", "Record something that happened.", signedIn, http.StatusCreated, addEvidence),
		define(http.MethodGet, "/api/v1/framework", "showFramework", "The newest framework, compiled.", open, http.StatusOK, showFramework),
	}
}
