package change

import "rung/internal/model"

// TrackKind says what happened to a track.
type TrackKind string

// The kinds.
const (
	TrackAdded   TrackKind = "added"
	TrackRetired TrackKind = "retired"
	TrackRenamed TrackKind = "renamed"
	TrackSplit   TrackKind = "split" // its roles go on in several tracks
)

// Track is what happened to one track. Before is "" for what is new, Now is
// empty for what is gone.
type Track struct {
	Kind   TrackKind
	Before string   // its title
	Now    []string // titles
}

// trackHome returns the track in which most roles of one of the first side go
// on: itself where it is still there; "" where they go on nowhere.
func (b *book) trackHome(id model.TrackID) model.TrackID {
	if id == "" || trackOf(b.Now, id) != nil {
		return id
	}
	best, most := model.TrackID(""), 0
	for _, t := range b.Now.Tracks {
		if n := b.heirsIn(id, t.ID); n > most {
			best, most = t.ID, n
		}
	}
	return best
}

// heirsIn counts the roles of a track that go on in another.
func (b *book) heirsIn(from, to model.TrackID) int {
	now := rolesByID(b.Now)
	n := 0
	for _, r := range b.Before.Roles {
		if h := now[b.homes[r.ID]]; r.Track == from && h != nil && h.Track == to {
			n++
		}
	}
	return n
}

func trackOf(f *model.Framework, id model.TrackID) *model.Track {
	for _, t := range f.Tracks {
		if t.ID == id {
			return t
		}
	}
	return nil
}

// tracks returns what happened to the tracks: those of the first side, then
// those that came.
func (b *book) tracks() []Track {
	var out []Track
	heir := map[model.TrackID]bool{}
	for _, t := range b.Before.Tracks {
		if n := trackOf(b.Now, t.ID); n != nil {
			heir[t.ID] = true
			if n.Title != t.Title {
				out = append(out, Track{Kind: TrackRenamed, Before: t.Title, Now: []string{n.Title}})
			}
			continue
		}
		out = append(out, b.trackLeft(t, heir))
	}
	for _, t := range b.Now.Tracks {
		if !heir[t.ID] {
			out = append(out, Track{Kind: TrackAdded, Now: []string{t.Title}})
		}
	}
	return out
}

// trackLeft says what became of a track that is not there any more. Of tracks
// that were there before, roles went to them and they are no heirs.
func (b *book) trackLeft(t *model.Track, heir map[model.TrackID]bool) Track {
	out := Track{Kind: TrackRetired, Before: t.Title}
	for _, n := range b.Now.Tracks {
		if trackOf(b.Before, n.ID) == nil && b.heirsIn(t.ID, n.ID) > 0 {
			heir[n.ID] = true
			out.Now = append(out.Now, n.Title)
		}
	}
	switch len(out.Now) {
	case 0:
	case 1:
		out.Kind = TrackRenamed
	default:
		out.Kind = TrackSplit
	}
	return out
}
