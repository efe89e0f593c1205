package api

import (
	"bytes"
	_ "embed"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// document is openapi.yaml: made from the routes and the wire structs by the
// tests, read by people and by programs that generate clients.
//
//go:embed openapi.yaml
var document []byte

func serveDocument(w http.ResponseWriter, _ *http.Request) {
	writeBody(w, http.StatusOK, "application/yaml", document)
}

// object is a mapping of the document; it is written with its keys in order.
type object = map[string]any

// describe makes the OpenAPI document of the operations.
func describe(operations []operation) ([]byte, error) {
	d := &describer{schemas: object{}}
	paths := object{}
	for _, o := range operations {
		at, ok := paths[o.Path].(object)
		if !ok {
			at = object{}
			paths[o.Path] = at
		}
		at[strings.ToLower(o.Method)] = d.operation(o)
	}
	doc := struct {
		OpenAPI    string `yaml:"openapi"`
		Info       object `yaml:"info"`
		Servers    []any  `yaml:"servers"`
		Paths      object `yaml:"paths"`
		Components object `yaml:"components"`
	}{
		OpenAPI: "3.1.0",
		Info: object{"title": "rung", "version": "1", "license": object{"name": "Apache-2.0", "identifier": "Apache-2.0"},
			"description": "What a terminal needs to sign in and to record evidence, and the compiled framework.\nTimes are UTC. A token acts for the person who approved it, and for nobody else."},
		Servers: []any{object{"url": "/", "description": "the server that serves this document"}},
		Paths:   paths,
		Components: object{
			"schemas":         d.schemas,
			"responses":       object{"Problem": object{"description": "What went wrong (RFC 9457).", "content": object{"application/problem+json": object{"schema": d.schema(reflect.TypeFor[problem]())}}}},
			"securitySchemes": object{"token": object{"type": "http", "scheme": "bearer", "description": "A token, as rung login makes one."}},
		},
	}
	var out bytes.Buffer
	e := yaml.NewEncoder(&out)
	e.SetIndent(2)
	if err := e.Encode(doc); err != nil {
		return nil, err
	}
	return out.Bytes(), e.Close()
}

// describer collects the schemas that operations name.
type describer struct{ schemas object }

func (d *describer) operation(o operation) object {
	out := object{
		"operationId": o.ID,
		"summary":     o.Summary,
		"security":    []any{},
		"responses": object{
			strconv.Itoa(o.Success): object{"description": http.StatusText(o.Success), "content": object{"application/json": object{"schema": d.schema(o.Out)}}},
			"default":               object{"$ref": "#/components/responses/Problem"},
		},
	}
	if o.Access == signedIn {
		out["security"] = []any{object{"token": []any{}}}
	}
	var params []any
	for i := range o.In.NumField() {
		f := o.In.Field(i)
		for _, in := range []string{"query", "header"} {
			if name, ok := f.Tag.Lookup(in); ok {
				schema := d.field(f)
				delete(schema, "description")
				params = append(params, object{"name": name, "in": in, "description": f.Tag.Get("doc"),
					"required": f.Tag.Get("required") == "true", "schema": schema})
			}
		}
		if f.Name == "Body" {
			out["requestBody"] = object{"required": true, "content": object{"application/json": object{"schema": d.schema(f.Type)}}}
		}
	}
	if params != nil {
		out["parameters"] = params
	}
	return out
}

// schema returns the schema of a type: a reference for structs, which it
// keeps by name.
func (d *describer) schema(t reflect.Type) object {
	switch t.Kind() {
	case reflect.Pointer:
		return d.schema(t.Elem())
	case reflect.Struct:
		name := strings.ToUpper(t.Name()[:1]) + t.Name()[1:]
		if _, ok := d.schemas[name]; !ok {
			d.schemas[name] = d.structure(t)
		}
		return object{"$ref": "#/components/schemas/" + name}
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 { // json.RawMessage
			return object{"type": "object", "description": "schema rung.framework/1, as rung export prints it"}
		}
		return object{"type": "array", "items": d.schema(t.Elem())}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Int, reflect.Int64:
		return object{"type": "integer"}
	default:
		return object{"type": "string"}
	}
}

func (d *describer) structure(t reflect.Type) object {
	properties, required := object{}, []any{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		properties[name] = d.field(f)
		if !strings.Contains(options, "omitempty") {
			required = append(required, name)
		}
	}
	out := object{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

// field returns the schema of a field with what its tags add.
func (d *describer) field(f reflect.StructField) object {
	s := d.schema(f.Type)
	if doc := f.Tag.Get("doc"); doc != "" {
		s["description"] = doc
	}
	for _, name := range []string{"maxLength", "minimum", "maximum", "maxItems"} {
		if text, ok := f.Tag.Lookup(name); ok {
			s[name], _ = strconv.Atoi(text) // a tag that is no number shows as 0 in the golden
		}
	}
	if format := f.Tag.Get("format"); format != "" {
		s["format"] = format
	}
	if enum := f.Tag.Get("enum"); enum != "" {
		s["enum"] = strings.Split(enum, ",")
	}
	return s
}
