package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"rung/internal/fault"
)

// Limits of a client's patience.
const (
	clientTimeout = 10 * time.Second
	maxAnswer     = 1 << 20
)

// Client speaks to a server's API. It is safe for concurrent use.
type Client struct {
	server string // scheme and host, no slash at the end
	token  string
	http   *http.Client
}

// NewClient returns a client of the server at an http or https address. Token
// is "" for one that is not signed in. Redirects are not followed, so that the
// token goes to no other place.
func NewClient(server, token string) (*Client, error) {
	u, err := url.Parse(server)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fault.New(fault.Invalid, "%q is not the address of a server, expected one as https://rung.example.org", server)
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, fault.New(fault.Invalid, "the address of a server has no name, query or fragment: give it as %s://%s", u.Scheme, u.Host)
	}
	return &Client{
		server: u.Scheme + "://" + strings.ToLower(u.Host) + strings.TrimRight(u.Path, "/"),
		token:  token,
		http: &http.Client{
			Timeout:       clientTimeout,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

// Server returns the server's address in its one form.
func (c *Client) Server() string { return c.server }

// StartDevice asks for this terminal, under a name that the person will see,
// to be signed in.
func (c *Client) StartDevice(ctx context.Context, name string) (DeviceStart, error) {
	var out DeviceStart
	err := c.do(ctx, http.MethodPost, "/api/v1/device", nil, DeviceRequest{Name: name}, &out)
	return out, err
}

// PollDevice asks whether somebody has approved the terminal. One that has
// expired is fault.NotFound.
func (c *Client) PollDevice(ctx context.Context, code string) (DeviceState, error) {
	var out DeviceState
	err := c.do(ctx, http.MethodPost, "/api/v1/device/poll", nil, DevicePoll{DeviceCode: code}, &out)
	return out, err
}

// Me returns the person for whom the token acts.
func (c *Client) Me(ctx context.Context) (Person, error) {
	var out Person
	err := c.do(ctx, http.MethodGet, "/api/v1/me", nil, nil, &out)
	return out, err
}

// AddEvidence records e. Key is the sender's own name for it: the same key
// twice makes one piece of evidence.
func (c *Client) AddEvidence(ctx context.Context, key string, e NewEvidence) (Evidence, error) {
	var out Evidence
	err := c.do(ctx, http.MethodPost, "/api/v1/evidence", http.Header{"Idempotency-Key": {key}}, e, &out)
	return out, err
}

// ListEvidence returns a page of the person's own evidence; after is the Next
// of the page before, or "".
func (c *Client) ListEvidence(ctx context.Context, after string) (EvidencePage, error) {
	var out EvidencePage
	path := "/api/v1/evidence"
	if after != "" {
		path += "?" + url.Values{"after": {after}}.Encode()
	}
	err := c.do(ctx, http.MethodGet, path, nil, nil, &out)
	return out, err
}

// EndToken ends the token that the client sends.
func (c *Client) EndToken(ctx context.Context) error {
	var out Ended
	return c.do(ctx, http.MethodDelete, "/api/v1/token", nil, nil, &out)
}

func (c *Client) do(ctx context.Context, method, path string, header http.Header, in, out any) error {
	var body io.Reader
	if in != nil {
		body = bytes.NewReader(mustEncode(in))
	}
	req, err := http.NewRequestWithContext(ctx, method, c.server+path, body)
	if err != nil {
		return fault.Wrap(fault.Invalid, err, "%s cannot be asked", c.server)
	}
	for name, values := range header {
		req.Header[name] = values
	}
	if in != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if c.token != "" {
		req.Header.Set("Authorization", "Bearer "+c.token)
	}
	res, err := c.http.Do(req)
	if err != nil {
		return c.unreachable(ctx, err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer+1))
	if err != nil {
		return c.unreachable(ctx, err)
	}
	if res.StatusCode/100 != 2 {
		return c.describe(res, text)
	}
	if len(text) > maxAnswer || json.Unmarshal(text, out) != nil {
		return fault.New(fault.Unavailable, "%s answered with something else than rung does: is it the right address?", c.server)
	}
	return nil
}

// unreachable says that no answer came. The cause is kept for whoever wants
// it; it may hold the address, never the text that was sent.
func (c *Client) unreachable(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return fault.Wrap(fault.Unavailable, err, "%s does not answer", c.server)
}

// describe turns an answer that is no success into a failure of the same kind.
// One that is not rung's own is nobody's fault for good: a proxy's answers say
// nothing about what was sent.
func (c *Client) describe(res *http.Response, text []byte) error {
	switch {
	case res.StatusCode == http.StatusUnauthorized:
		return fault.New(fault.Forbidden, "the sign-in to %s is not valid any more: run rung login %s", c.server, c.server)
	case res.StatusCode/100 == 3:
		return fault.New(fault.Unavailable, "%s sends elsewhere: use the address that it sends to", c.server)
	}
	var p problem
	if json.Unmarshal(text, &p) != nil || p.Detail == "" || p.Status != res.StatusCode {
		return fault.New(fault.Unavailable, "%s answered %s", c.server, res.Status)
	}
	var fields []fault.Field
	for _, f := range p.Errors {
		fields = append(fields, fault.Field{Name: f.Field, Message: f.Message})
	}
	return &fault.Error{Kind: kindOf(res.StatusCode), Message: p.Detail, Fields: fields}
}

// kindOf is statuses read backwards. What the port itself refuses is the
// sender's fault; what failed on the server may do better later.
func kindOf(status int) fault.Kind {
	switch status {
	case http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType:
		return fault.Invalid
	case http.StatusInternalServerError:
		return fault.Unavailable
	}
	for k, s := range statuses {
		if s == status {
			return k
		}
	}
	return fault.Unavailable
}
