package parse

// RecordKind says what a Record holds.
type RecordKind int

// The kinds of record.
const (
	Scalar RecordKind = iota // Value
	Map                      // Fields
	Seq                      // Items
)

// Record is a value of a data format: a scalar as it is written, a map in the
// author's order, or a sequence. A table of CSV is a Seq of Maps.
type Record struct {
	Kind   RecordKind
	Value  string
	Fields []Field
	Items  []*Record
	Start  int // byte offsets in the file
	End    int
}

// Field is one entry of a Map. Start and End cover its key.
type Field struct {
	Key   string
	Start int
	End   int
	Value *Record
}

// Get returns the value of the first field of that key, or nil. A nil Record
// has none.
func (r *Record) Get(key string) *Record {
	if r == nil {
		return nil
	}
	for _, f := range r.Fields {
		if f.Key == key {
			return f.Value
		}
	}
	return nil
}

// Text returns the scalar at key, or "".
func (r *Record) Text(key string) string {
	if v := r.Get(key); v != nil && v.Kind == Scalar {
		return v.Value
	}
	return ""
}

// Each calls f with the value of every field of that key: a record of a file
// with an error may have several.
func (r *Record) Each(key string, f func(*Record)) {
	if r == nil {
		return
	}
	for _, g := range r.Fields {
		if g.Key == key {
			f(g.Value)
		}
	}
}
