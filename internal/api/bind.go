package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"rung/internal/fault"
)

// maxBody is the most bytes that the body of a request may have.
const maxBody = 64 << 10

// bind fills in, a pointer to the struct of a request, from r. Its fields are
// strings and numbers tagged with `header:"Name"` or `query:"name"`, one tagged
// `remote:""` for the address that it comes from or `bearer:""` for its token,
// and one field Body for the JSON. Parameters and fields that it lacks are
// refused.
func bind(w http.ResponseWriter, r *http.Request, in any) error {
	v := reflect.ValueOf(in).Elem()
	query := r.URL.Query()
	var wrong fault.Fields
	var known []string
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if name, ok := field.Tag.Lookup("query"); ok {
			known = append(known, name)
			set(v.Field(i), field, name, query.Get(name), &wrong)
		}
		if name, ok := field.Tag.Lookup("header"); ok {
			set(v.Field(i), field, name, r.Header.Get(name), &wrong)
		}
		if _, ok := field.Tag.Lookup("remote"); ok {
			v.Field(i).SetString(remote(r))
		}
		if _, ok := field.Tag.Lookup("bearer"); ok {
			v.Field(i).SetString(bearer(r))
		}
	}
	refuseUnknown(query, known, &wrong)
	if err := wrong.Err(); err != nil {
		return err
	}
	if body := v.FieldByName("Body"); body.IsValid() {
		return decode(w, r, body.Addr().Interface())
	}
	return nil
}

func refuseUnknown(query url.Values, known []string, wrong *fault.Fields) {
	for name, values := range query {
		switch {
		case !slices.Contains(known, name):
			wrong.Add(name, "is not a parameter of this request")
		case len(values) > 1:
			wrong.Add(name, "stands twice in the address, expected once")
		}
	}
	slices.SortFunc(*wrong, func(a, b fault.Field) int { return strings.Compare(a.Name, b.Name) })
}

// set puts a parameter's text into its field and checks what the tags say.
func set(v reflect.Value, field reflect.StructField, name, text string, wrong *fault.Fields) {
	if text == "" {
		if field.Tag.Get("required") == "true" {
			wrong.Add(name, "is missing")
		}
		return
	}
	if longest := intTag(field, "maxLength"); longest > 0 && len(text) > longest {
		wrong.Add(name, "has %d bytes, expected at most %d", len(text), longest)
		return
	}
	if v.Kind() == reflect.String {
		v.SetString(text)
		return
	}
	n, err := strconv.Atoi(text)
	if low, high := intTag(field, "minimum"), intTag(field, "maximum"); err != nil || n < low || n > high {
		wrong.Add(name, "expected a number from %d to %d", low, high)
		return
	}
	v.SetInt(int64(n))
}

func intTag(field reflect.StructField, name string) int {
	n, err := strconv.Atoi(field.Tag.Get(name))
	if err != nil {
		return 0
	}
	return n
}

// decode reads the JSON body into out: one value, no field that out lacks.
func decode(w http.ResponseWriter, r *http.Request, out any) error {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/json" {
		return &refusal{http.StatusUnsupportedMediaType, "Send the body as application/json."}
	}
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody))
	d.DisallowUnknownFields()
	if err := d.Decode(out); err != nil {
		return describeJSON(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return &refusal{http.StatusBadRequest, "The body goes on after its JSON value, expected one value."}
	}
	return nil
}

// describeJSON says what is wrong with a body, without repeating what it held.
func describeJSON(err error) error {
	var large *http.MaxBytesError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &large):
		return &refusal{http.StatusRequestEntityTooLarge, fmt.Sprintf("The body is too large, expected at most %d KiB.", maxBody>>10)}
	case errors.As(err, &kind):
		var wrong fault.Fields
		wrong.Add(kind.Field, "is a %s, expected a %s", kind.Value, jsonName(kind.Type))
		return wrong.Err()
	}
	if name, ok := strings.CutPrefix(err.Error(), `json: unknown field "`); ok {
		var wrong fault.Fields
		wrong.Add(strings.TrimSuffix(name, `"`), "is not a field of this request")
		return wrong.Err()
	}
	return &refusal{http.StatusBadRequest, "The body is not valid JSON."}
}

// jsonName returns what JSON calls values of a Go type.
func jsonName(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "string"
	case reflect.Bool:
		return "boolean"
	case reflect.Int, reflect.Int64, reflect.Float64:
		return "number"
	case reflect.Slice:
		return "list"
	default:
		return "object"
	}
}
