package wire_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"rung/internal/wire"
)

func TestWrite(t *testing.T) {
	t.Parallel()
	type id string
	var b strings.Builder
	at := time.Date(2026, 3, 1, 13, 0, 0, 0, time.FixedZone("", 3600))
	err := wire.Write(&b, "things", map[string]any{
		"ids": wire.Strings([]id{"a<b"}), "none": wire.Strings([]id(nil)), "null": wire.OrNull(""), "text": wire.OrNull("é"), "at": wire.Time(at), "never": wire.Time(time.Time{}),
	})
	const want = "{\n  \"at\": \"2026-03-01T12:00:00Z\",\n  \"ids\": [\n    \"a<b\"\n  ],\n  \"never\": null,\n  \"none\": [],\n  \"null\": null,\n  \"text\": \"é\"\n}\n"
	if err != nil || b.String() != want {
		t.Errorf("got %s, %v", b.String(), err)
	}
	if err := wire.Write(full{}, "things", 1); err == nil || !strings.HasPrefix(err.Error(), "write things: ") {
		t.Errorf("a full disk gives %v", err)
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }
