package sqlstore

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"rung/internal/store"
)

// micros is a time as the database keeps it.
func micros(t time.Time) int64 { return t.UnixMicro() }

// moment is the time that micros made.
func moment(us int64) time.Time { return time.UnixMicro(us).UTC() }

// optionalMicros keeps the zero time as NULL.
func optionalMicros(t time.Time) sql.NullInt64 {
	return sql.NullInt64{Int64: t.UnixMicro(), Valid: !t.IsZero()}
}

func optionalMoment(us sql.NullInt64) time.Time {
	if !us.Valid {
		return time.Time{}
	}
	return moment(us.Int64)
}

// optional keeps "" as NULL, so that it needs no row to refer to.
func optional[S ~string](s S) sql.NullString {
	return sql.NullString{String: string(s), Valid: s != ""}
}

func bit(yes bool) int64 {
	if yes {
		return 1
	}
	return 0
}

// bounded is how many rows a list may have: limit, where it asks for some and
// no more than MaxList.
func bounded(limit int) int64 {
	if limit <= 0 || limit > store.MaxList {
		return store.MaxList
	}
	return int64(limit)
}

// sortKey is a name as people look it up: without case and accents, so that
// "Åsa" stands beside "Asa" and not after "Zoe".
func sortKey(name string) string {
	fold := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	plain, _, err := transform.String(fold, strings.ToLower(name))
	if err != nil {
		return strings.ToLower(name)
	}
	return plain
}

// object writes a JSON object, which both databases take apart with
// json_each. Nothing but strings goes in, so it cannot fail.
func object[V string | []string | int](m map[string]V) (string, error) {
	b, err := json.Marshal(m)
	if err != nil {
		return "", fmt.Errorf("encode a list for the database: %w", err)
	}
	return string(b), nil
}

// numbered is object with the places in the list as names.
func numbered[V string | []string](list []V) (string, error) {
	m := make(map[string]V, len(list))
	for i, v := range list {
		m[strconv.Itoa(i)] = v
	}
	return object(m)
}
