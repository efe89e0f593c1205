package web

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"

	"rung/internal/fault"
)

// policy is the content security policy: nothing but our own files, no inline
// style or script, no frames, forms to ourselves.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// middleware wraps all routes, outermost first: a request gets its id, is
// logged, survives a panic, gets the headers that protect readers, is refused
// where another site sent it, and is bounded in time and size.
func (s *Server) middleware(next http.Handler) http.Handler {
	next = s.bound(next)
	next = s.refuseCrossSite(next)
	next = s.recover(next)
	next = protect(next)
	next = s.log(next)
	return s.identify(next)
}

type contextKey int

const requestKey contextKey = 0

// requestID returns the id of the request that ctx belongs to, or "".
func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey).(string)
	return id
}

func (s *Server) identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := s.cfg.NewID()
		w.Header().Set("X-Request-Id", id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestKey, id)))
	})
}

// record notes what was answered, for the log and for recover. route is set by
// the dispatcher.
type record struct {
	http.ResponseWriter
	code  int
	bytes int
	route string
}

// WriteHeader notes the first final status.
func (rec *record) WriteHeader(code int) {
	if rec.code == 0 && code >= http.StatusOK {
		rec.code = code
	}
	rec.ResponseWriter.WriteHeader(code)
}

// Write counts what is written.
func (rec *record) Write(b []byte) (int, error) {
	if rec.code == 0 {
		rec.code = http.StatusOK
	}
	n, err := rec.ResponseWriter.Write(b)
	rec.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (rec *record) Unwrap() http.ResponseWriter { return rec.ResponseWriter }

// log writes one line a request: the route and not the address, since
// addresses name people and things.
func (s *Server) log(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := s.cfg.Now()
		rec := &record{ResponseWriter: w, route: "none"}
		next.ServeHTTP(rec, r)
		s.cfg.Log.LogAttrs(r.Context(), slog.LevelInfo, "request",
			slog.String("request", requestID(r.Context())),
			slog.String("method", methodName(r.Method)),
			slog.String("route", rec.route),
			slog.Int("status", rec.code),
			slog.Int("bytes", rec.bytes),
			slog.Duration("took", s.cfg.Now().Sub(start)))
	})
}

// methodName keeps what a stranger sends out of the log.
func methodName(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return m
	default:
		return "other"
	}
}

// recover turns our own bug into a page, once for the request.
func (s *Server) recover(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if cause == http.ErrAbortHandler {
				panic(cause)
			}
			s.cfg.Log.LogAttrs(r.Context(), slog.LevelError, "panic",
				slog.String("request", requestID(r.Context())), slog.String("cause", fmt.Sprintf("%T", cause)), slog.String("stack", string(debug.Stack())))
			if rec, ok := w.(*record); ok && rec.code != 0 {
				return
			}
			s.showFailure(w, r, Visitor{Theme: themeOf(r)}, faults[fault.Internal], nil)
		}()
		next.ServeHTTP(w, r)
	})
}

func protect(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		next.ServeHTTP(w, r)
	})
}

// refuseCrossSite refuses unsafe requests that another site made a browser
// send.
func (s *Server) refuseCrossSite(next http.Handler) http.Handler {
	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.showFailure(w, r, Visitor{Theme: themeOf(r)}, crossSite, nil)
	}))
	return guard.Handler(next)
}

// bound gives the request a deadline and its body a size.
func (s *Server) bound(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		limit := int64(MaxBody)
		if r.URL.Path == importPath {
			limit = MaxImport
		}
		if r.ContentLength > limit {
			s.fail(w, r, Visitor{Theme: themeOf(r)}, errTooLarge)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), RequestTime)
		defer cancel()
		r = r.WithContext(ctx)
		r.Body = http.MaxBytesReader(w, r.Body, limit)
		next.ServeHTTP(w, r)
	})
}
