package gitrepo

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func rawTree(entries ...string) []byte {
	var b bytes.Buffer
	for i, e := range entries {
		fmt.Fprintf(&b, "%s\x00%s", e, bytes.Repeat([]byte{byte(i + 1)}, 20))
	}
	return b.Bytes()
}

func TestParseTree(t *testing.T) {
	t.Parallel()
	got, err := parseTree(rawTree("100644 b.md", "40000 a", "120000 link", "160000 module", "100755 a.sh", "100644 \xff.md"), 20)
	if err != nil {
		t.Fatal(err)
	}
	want := tree{
		{"a", fs.ModeDir, strings.Repeat("02", 20)},
		{"a.sh", 0, strings.Repeat("05", 20)},
		{"b.md", 0, strings.Repeat("01", 20)},
		{"link", fs.ModeSymlink, strings.Repeat("03", 20)},
		{"module", fs.ModeDir, ""},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(entry{})); diff != "" {
		t.Errorf("tree (-want +got):\n%s", diff)
	}
}

func TestParseTreeRefuses(t *testing.T) {
	t.Parallel()
	for name, data := range map[string][]byte{
		"no mode":      []byte("x"),
		"no name":      []byte("100644 "),
		"cut id":       rawTree("100644 a")[:20],
		"up":           rawTree("40000 .."),
		"self":         rawTree("40000 ."),
		"slash":        rawTree("100644 a/b"),
		"empty name":   rawTree("100644 "),
		"unknown mode": rawTree("777 a"),
		"twice":        rawTree("100644 a", "100644 a"),
	} {
		if got, err := parseTree(data, 20); !errors.Is(err, errTree) {
			t.Errorf("%s: parseTree = %v, %v, want errTree", name, got, err)
		}
	}
}

func TestParseHeader(t *testing.T) {
	t.Parallel()
	id := strings.Repeat("a", 40)
	tests := map[string]struct {
		line string
		want header
		err  error
	}{
		"blob":        {id + " blob 12\n", header{"blob", 12}, nil},
		"missing":     {id + " missing\n", header{}, nil},
		"long id":     {strings.Repeat("a", 64) + " tree 0\n", header{"tree", 0}, nil},
		"negative":    {id + " blob -1\n", header{}, errProtocol},
		"not a size":  {id + " blob x\n", header{}, errProtocol},
		"strange":     {id + " thing 1\n", header{}, errProtocol},
		"not an id":   {"abc blob 1\n", header{}, errProtocol},
		"empty":       {"\n", header{}, errProtocol},
		"fatal words": {"fatal: something\n", header{}, errProtocol},
	}
	for name, test := range tests {
		got, err := parseHeader(test.line)
		if got != test.want || !errors.Is(err, test.err) {
			t.Errorf("%s: got %v, %v, want %v, %v", name, got, err, test.want, test.err)
		}
	}
}

func FuzzParseTree(f *testing.F) {
	f.Add(rawTree("100644 b.md", "40000 a", "120000 link", "160000 module"))
	f.Add([]byte("100644 "))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := parseTree(data, 20)
		if err != nil {
			return
		}
		if !slices.IsSortedFunc(got, func(a, b entry) int { return strings.Compare(a.name, b.name) }) {
			t.Errorf("not sorted: %v", got)
		}
		for _, e := range got {
			if !fs.ValidPath(e.name) || strings.Contains(e.name, "/") {
				t.Errorf("name %q leads elsewhere", e.name)
			}
			if raw, err := hex.DecodeString(e.id); err != nil || len(raw) != 20 && e.id != "" {
				t.Errorf("id %q of %q", e.id, e.name)
			}
		}
	})
}

// Whatever git prints, an answer is read or refused: no panic, and no more
// bytes handed on than the header says.
func FuzzReadAnswer(f *testing.F) {
	id := strings.Repeat("a", 40)
	f.Add([]byte(id + " blob 3\nabc\n"))
	f.Add([]byte(id + " tree 0\n\n"))
	f.Add([]byte(id + " missing\n"))
	f.Add([]byte(id + " blob 9999999\nabc"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := bufio.NewReaderSize(bytes.NewReader(data), maxHeader)
		for {
			err := readAnswer(r, 0, true, func(_ int, h header, body io.Reader) error {
				n, err := io.Copy(io.Discard, body)
				if n > h.size {
					t.Errorf("got %d bytes, want at most %d", n, h.size)
				}
				return err
			})
			if err != nil {
				return
			}
		}
	})
}

func TestCacheStaysBounded(t *testing.T) {
	t.Parallel()
	c := newCache(10 * (entryCost + 100))
	for i := range 100 {
		c.put(fmt.Sprint(i), &object{kind: "blob", blob: make([]byte, 100)})
		c.get("0") // the one used most stays
	}
	if c.used > c.limit || len(c.byID) != c.order.Len() || len(c.byID) != 10 {
		t.Errorf("used %d of %d with %d entries, want at most 10", c.used, c.limit, len(c.byID))
	}
	if c.get("0") == nil || c.get("99") == nil || c.get("50") != nil {
		t.Error("want the newest and the one in use kept, the others gone")
	}
}
