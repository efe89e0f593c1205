package example

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

const self = "self"

// assessment spells out a round: every statement with the default value, but
// for the exceptions.
func (s roundSource) assessment(person string, refs references) (Assessment, error) {
	role, err := refs.role(s.Against)
	if err != nil {
		return Assessment{}, err
	}
	rater := s.By
	if rater == self {
		rater = person
	}
	covered, err := s.covered(refs)
	if err != nil {
		return Assessment{}, err
	}
	exceptions, err := s.exceptions(covered)
	if err != nil {
		return Assessment{}, err
	}
	assessment := Assessment{Person: person, Rater: rater, RolePath: role, Round: s.Round, Day: s.Day, Shared: s.Shared}
	for i, statement := range covered {
		rating := Rating{Statement: statement, Value: s.Default}
		if exception, ok := exceptions[i]; ok {
			rating.Statement.Prefix, rating.Value, rating.Words = exception.prefix, exception.value, exception.words
		}
		if rating.Value != "" {
			assessment.Ratings = append(assessment.Ratings, rating)
		}
	}
	return assessment, nil
}

// covered returns the statements of the role and of the further pages.
func (s roundSource) covered(refs references) ([]Ref, error) {
	var covered []Ref
	for _, short := range append([]string{s.Against}, s.Also...) {
		role, err := refs.role(short)
		if err != nil {
			return nil, err
		}
		statements, err := refs.all(role, s.Day)
		if err != nil {
			return nil, err
		}
		covered = append(covered, statements...)
	}
	return covered, nil
}

type exception struct {
	prefix, value, words string
}

// exceptions returns each exception by the index of its statement.
func (s roundSource) exceptions(covered []Ref) (map[int]exception, error) {
	found := map[int]exception{}
	for _, prefix := range slices.Sorted(maps.Keys(s.Except)) {
		var matches []int
		for i, statement := range covered {
			if strings.HasPrefix(statement.Text, prefix) {
				matches = append(matches, i)
			}
		}
		if len(matches) != 1 {
			return nil, fmt.Errorf("exception %q begins %d statements on day %d, expected one", prefix, len(matches), s.Day)
		}
		at := matches[0]
		if other, taken := found[at]; taken {
			return nil, fmt.Errorf("exceptions %q and %q are of one statement", other.prefix, prefix)
		}
		value, words, _ := strings.Cut(oneLine(s.Except[prefix]), " - ")
		found[at] = exception{prefix, value, words}
	}
	return found, nil
}
