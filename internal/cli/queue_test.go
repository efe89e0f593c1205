package cli

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/api"
	"rung/internal/fault"
)

// fakeServer is a server at the other end of the wire: it counts what arrives
// by key and can be told what to answer.
type fakeServer struct {
	mu     sync.Mutex
	got    map[string]int
	status func(entry api.NewEvidence) int
}

func (f *fakeServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var e api.NewEvidence
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.got[r.Header.Get("Idempotency-Key")]++
	status := f.status(e)
	w.WriteHeader(status)
	_, _ = fmt.Fprintf(w, `{"id":"e1","status":%d,"detail":"No."}`, status) // a client that has gone is no matter here
}

func newFake(t *testing.T, status func(api.NewEvidence) int) (*fakeServer, *api.Client) {
	t.Helper()
	f := &fakeServer{got: map[string]int{}, status: status}
	server := httptest.NewServer(f)
	t.Cleanup(server.Close)
	c, err := api.NewClient(server.URL, "token")
	if err != nil {
		t.Fatal(err)
	}
	return f, c
}

func addAll(t *testing.T, q queue, server string, texts ...string) []queued {
	t.Helper()
	var out []queued
	for _, text := range texts {
		one, err := q.add(server, api.NewEvidence{Happened: "2025-03-14", Kind: "helped", Text: text})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, one)
	}
	return out
}

func TestQueueKeepsUntilTheServerHasIt(t *testing.T) {
	t.Parallel()
	down := true
	f, client := newFake(t, func(api.NewEvidence) int {
		if down {
			return http.StatusBadGateway
		}
		return http.StatusCreated
	})
	q := queue{filepath.Join(t.TempDir(), "queue")}
	addAll(t, q, client.Server(), "one", "two")

	result, err := q.send(t.Context(), client)
	if err != nil {
		t.Fatal(err)
	}
	if fault.KindOf(result.err) != fault.Unavailable || result.waiting != 2 || result.done != 0 {
		t.Errorf("while down: got %+v, want two waiting because it is unavailable", result)
	}

	down = false
	result, err = q.send(t.Context(), client)
	if err != nil {
		t.Fatal(err)
	}
	if result.done != 2 || result.waiting != 0 || result.err != nil {
		t.Errorf("when up: got %+v, want two done", result)
	}
	if left, _ := q.list(client.Server()); len(left) != 0 {
		t.Errorf("%d entries are left, want none", len(left))
	}
	if len(f.got) != 2 {
		t.Errorf("the server saw %d keys, want 2: one an entry however often it is sent", len(f.got))
	}
}

func TestQueuePutsAsideWhatIsRefused(t *testing.T) {
	t.Parallel()
	_, client := newFake(t, func(e api.NewEvidence) int {
		if e.Text == "bad" {
			return http.StatusUnprocessableEntity
		}
		return http.StatusCreated
	})
	q := queue{filepath.Join(t.TempDir(), "queue")}
	addAll(t, q, client.Server(), "bad", "good")
	result, err := q.send(t.Context(), client)
	if err != nil {
		t.Fatal(err)
	}
	if result.done != 1 || len(result.refused) != 1 || result.refused[0].Entry.Text != "bad" {
		t.Fatalf("got %+v, want the good one sent and the bad one put aside", result)
	}
	if _, err := os.Stat(result.refused[0].file); err != nil {
		t.Errorf("what was refused is lost: %v", err)
	}
}

func TestQueueIsPrivateAndByServer(t *testing.T) {
	t.Parallel()
	q := queue{filepath.Join(t.TempDir(), "queue")}
	one := addAll(t, q, "https://a.example", "mine")[0]
	addAll(t, q, "https://b.example", "other")
	for name, want := range map[string]os.FileMode{q.dir: 0o700, one.file: 0o600} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", name, got, want)
		}
	}
	got, err := q.list("https://a.example")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]queued{one}, got, cmp.AllowUnexported(queued{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestQueueIsBounded(t *testing.T) {
	t.Parallel()
	q := queue{t.TempDir()}
	text, err := json.Marshal(queued{Server: "https://a.example", Key: "k"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range maxQueue {
		if err := os.WriteFile(filepath.Join(q.dir, strconv.Itoa(i)+".json"), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, err = q.add("https://a.example", api.NewEvidence{Text: "one too many"})
	if fault.KindOf(err) != fault.Unavailable {
		t.Errorf("got %v, want it refused as unavailable", err)
	}
}
