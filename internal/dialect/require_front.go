package dialect

import "rung/internal/parse"

// front reads what the front matter of a role asks for: a list of
// "felling: 2", a map of competencies to levels, or records that name both.
func (r *requireReader) front(front *parse.Record) {
	if front == nil {
		return
	}
	for _, f := range front.Fields {
		inner := &requireReader{survey: r.survey, page: r.page}
		n := inner.frontValue(f.Value)
		if len(inner.found) > 0 && len(inner.found)*2 >= n {
			r.found = append(r.found, inner.found...)
			r.passed = append(r.passed, inner.passed...)
			r.diags = append(r.diags, inner.diags...)
		}
	}
}

// frontValue reads the entries of one field and returns how many there are.
func (r *requireReader) frontValue(v *parse.Record) int {
	if v == nil {
		return 0
	}
	for _, f := range v.Fields {
		if f.Value != nil && f.Value.Kind == parse.Scalar {
			t := parse.Text{Value: f.Key + ": " + f.Value.Value, Start: f.Start, End: f.Value.End}
			q, got := r.survey.ask(f.Key, f.Value.Value)
			r.frontEntry(q, got, t)
		}
	}
	for _, i := range v.Items {
		switch i.Kind {
		case parse.Scalar:
			t := parse.Text{Value: i.Value, Start: i.Start, End: i.End}
			q, got := r.survey.requirementIn(r.page, t)
			r.frontEntry(q, got, t)
		case parse.Map:
			r.frontRecord(i)
		}
	}
	return len(v.Fields) + len(v.Items)
}

// frontRecord reads a record of which one field names the competency and
// another its level.
func (r *requireReader) frontRecord(v *parse.Record) {
	if len(v.Fields) == 1 && v.Fields[0].Value != nil {
		f := v.Fields[0]
		q, got := r.survey.ask(f.Key, f.Value.Value)
		r.frontEntry(q, got, parse.Text{Value: f.Key + ": " + f.Value.Value, Start: f.Start, End: f.Value.End})
		return
	}
	for _, name := range v.Fields {
		for _, level := range v.Fields {
			if name.Value == nil || level.Value == nil || name.Key == level.Key {
				continue
			}
			if q, got := r.survey.ask(name.Value.Value, level.Value.Value); got == asksLevel || got == noLevel {
				r.frontEntry(q, got, parse.Text{Value: name.Value.Value + ": " + level.Value.Value, Start: v.Start, End: v.End})
				return
			}
		}
	}
}

func (r *requireReader) frontEntry(q requirement, got demand, t parse.Text) {
	if got != asksNothing {
		q.at = t
		r.take(q, got, t)
	}
}
