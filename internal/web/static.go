package web

import (
	"net/http"
	"strconv"

	"rung/internal/fault"
)

// serveAsset writes a static file. Its name holds a hash of its content, so it
// may be kept for ever.
func (s *Server) serveAsset(w http.ResponseWriter, r *http.Request) error {
	asset, ok := s.assets.Get(r.PathValue("name"))
	if !ok {
		return fault.New(fault.NotFound, "There is no such file.")
	}
	h := w.Header()
	h.Set("Content-Type", asset.Type)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Add("Vary", "Accept-Encoding")
	body := asset.Body
	if acceptsGzip(r) {
		h.Set("Content-Encoding", "gzip")
		body = asset.Gzip
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a browser that has gone is no failure of ours
	}
	return nil
}
