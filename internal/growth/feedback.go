package growth

import (
	"time"

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
