package sqlstore

import (
	"bytes"
	"testing"

	"rung/internal/store"
)

func TestSeal(t *testing.T) {
	t.Parallel()
	aead, err := newAEAD(bytes.Repeat([]byte{7}, keySize))
	if err != nil {
		t.Fatal(err)
	}
	other, err := newAEAD(bytes.Repeat([]byte{8}, keySize))
	if err != nil {
		t.Fatal(err)
	}
	at := row{table: "evidence", id: "e-1", aead: aead}
	box := at.seal("text", "some words")
	if bytes.Contains(box, []byte("words")) || bytes.Equal(box, at.seal("text", "some words")) {
		t.Error("a box shows its text, or two of one text are alike")
	}
	broken := append(bytes.Clone(box[:len(box)-1]), box[len(box)-1]^1)
	for _, c := range []struct {
		name   string
		row    row
		column string
		box    []byte
		want   string
		opens  bool
	}{
		{"its own place", at, "text", box, "some words", true},
		{"no words", at, "text", at.seal("text", ""), "", true},
		{"a destroyed key", row{table: "evidence", id: "e-1"}, "text", box, "", true},
		{"another column", at, "with", box, "", false},
		{"another row", row{table: "evidence", id: "e-2", aead: aead}, "text", box, "", false},
		{"another table", row{table: "ratings", id: "e-1", aead: aead}, "text", box, "", false},
		{"another key", row{table: "evidence", id: "e-1", aead: other}, "text", box, "", false},
		{"a changed bit", at, "text", broken, "", false},
		{"a box cut short", at, "text", box[:5], "", false},
		{"no box", at, "text", nil, "", false},
	} {
		got := c.row.open(c.column, c.box)
		if got != c.want || (c.row.err == nil) != c.opens {
			t.Errorf("%s: got %q and error %v, want %q and that it opens: %v", c.name, got, c.row.err, c.want, c.opens)
		}
	}
}

func TestSortKey(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"": "", "Åsa Berg": "asa berg", "ÉCLUSE": "ecluse", "Łukasz": "łukasz", "李雷": "李雷", "a\xffb": "a\ufffdb",
	} {
		if got := sortKey(name); got != want {
			t.Errorf("sortKey(%q): got %q, want %q", name, got, want)
		}
	}
}

// A list of all is whole or an error.
func TestComplete(t *testing.T) {
	t.Parallel()
	one := func(struct{}) struct{} { return struct{}{} }
	for n, whole := range map[int]bool{0: true, store.MaxAll: true, store.MaxAll + 1: false} {
		got, err := complete(&Tx{}, "things", make([]struct{}, n), nil, one)
		if (err == nil) != whole || whole && len(got) != n {
			t.Errorf("of %d rows: got %d and error %v, want all: %v", n, len(got), err, whole)
		}
	}
}
