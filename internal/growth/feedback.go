package growth

import (
	"time"

	"rung/internal/fault"
	"rung/internal/model"
)

// FeedbackID names a piece of feedback.
type FeedbackID string

// Tone is what a piece of feedback is meant as.
type Tone string

// The tones.
const (
	Praise Tone = "praise"
	Advice Tone = "advice"
)

// MaxFeedbackText is the most characters that a piece of feedback may have.
const MaxFeedbackText = 4000

// Feedback is what somebody says to a colleague. Visible is agreed before
// writing and never widened after: Private means the author and the person
// herself. Statement is "" for feedback in free words.
type Feedback struct {
	ID        FeedbackID
	Author    PersonID
	Subject   PersonID
	Tone      Tone
	Text      string
	Statement model.StatementID
	Revision  string
	Visible   Visibility
	At        time.Time
}

// Clean returns f as it may be kept, or an Invalid error that names what is
// wrong. Feedback is to somebody else.
func (f Feedback) Clean() (Feedback, error) {
	var wrong fault.Fields
	f.Text = cleanText(&wrong, "text", f.Text, textRule{MaxFeedbackText, required, manyLines})
	if f.Subject == "" || f.Subject == f.Author {
		wrong.Add("subject", "Please choose a colleague.")
	}
	if f.Tone != Praise && f.Tone != Advice {
		wrong.Add("tone", "Please choose whether it is praise or advice.")
	}
	checkVisible(&wrong, f.Visible)
	return f, wrong.Err()
}
