package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/a-h/templ"
)

// minGzip is the least size in bytes at which compressing is worth it.
const minGzip = 1024

// render writes a page with status 200.
func (s *Server) render(w http.ResponseWriter, r *http.Request, v Visitor, c templ.Component) error {
	return s.renderStatus(w, r, v, http.StatusOK, c)
}

// renderStatus renders the component to the end before it writes the first
// byte, so that a failure half-way becomes a page of its own. What a visitor
// who is signed in sees is not kept by any cache; the rest may be asked for
// again by its ETag.
func (s *Server) renderStatus(w http.ResponseWriter, r *http.Request, v Visitor, code int, c templ.Component) error {
	var body bytes.Buffer
	if err := c.Render(r.Context(), &body); err != nil {
		return fmt.Errorf("render page: %w", err)
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Add("Vary", "Cookie")
	if v.SignedIn() || code != http.StatusOK {
		h.Set("Cache-Control", "private, no-store")
		return send(w, r, code, body.Bytes())
	}
	h.Set("Cache-Control", "no-cache")
	tag := etag(body.Bytes())
	h.Set("ETag", tag)
	if matches(r.Header.Get("If-None-Match"), tag) {
		h.Add("Vary", "Accept-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	return send(w, r, code, body.Bytes())
}

// send writes the body, compressed where that helps and the browser takes it.
func send(w http.ResponseWriter, r *http.Request, code int, body []byte) error {
	h := w.Header()
	h.Add("Vary", "Accept-Encoding")
	if len(body) >= minGzip && acceptsGzip(r) {
		packed, err := compress(body)
		if err != nil {
			return err
		}
		h.Set("Content-Encoding", "gzip")
		body = packed
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(code)
	if r.Method != http.MethodHead {
		// A browser that has gone is no failure of ours.
		_, _ = w.Write(body)
	}
	return nil
}

func compress(body []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestSpeed)
	if err != nil {
		return nil, fmt.Errorf("compress page: %w", err)
	}
	if _, err := w.Write(body); err != nil {
		return nil, fmt.Errorf("compress page: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("compress page: %w", err)
	}
	return out.Bytes(), nil
}

// etag is weak: the same page may come compressed or not.
func etag(body []byte) string {
	sum := sha256.Sum256(body)
	return `W/"` + hex.EncodeToString(sum[:12]) + `"`
}

func matches(header, tag string) bool {
	for _, t := range strings.Split(header, ",") {
		t = strings.TrimSpace(t)
		if t == "*" || strings.TrimPrefix(t, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

func acceptsGzip(r *http.Request) bool {
	for _, part := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		name, q, _ := strings.Cut(part, ";")
		if strings.EqualFold(strings.TrimSpace(name), "gzip") {
			q = strings.ReplaceAll(q, " ", "")
			return q != "q=0" && !strings.HasPrefix(q, "q=0.000")
		}
	}
	return false
}
