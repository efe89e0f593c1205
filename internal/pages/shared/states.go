package shared

// The badges of a person's standing on one statement.
var (
	shown         = Badge{"✓", "shown", Good}
	claimed       = Badge{"○", "claimed", Plain}
	growing       = Badge{"↗", "growing", Growing}
	concern       = Badge{"!", "concern", Bad}
	noOpportunity = Badge{"–", "no opportunity", Quiet}
	unrated       = Badge{"·", "unrated", Quiet}
)

// Standing returns the badge of a state by its word, as "shown" or "no
// opportunity". A word that is no state is shown as it is, quietly.
func Standing(word string) Badge {
	for _, b := range []Badge{shown, claimed, growing, concern, noOpportunity, unrated} {
		if b.Word == word {
			return b
		}
	}
	return Badge{Sign: "·", Word: word, Tone: Quiet}
}
