package lineage

// slots says which free items stand between the same neighbours: a bullet that
// was rewritten from scratch is known by its place alone.
type slots struct {
	pairs map[[2]*area]*aligned // as they are asked for
}

// aligned is how two areas stand to each other.
type aligned struct {
	links int               // statements of one that stand in the other
	old   map[*item]bracket // free items of the old area
	new   map[*item]bracket
	count map[span][2]int // free items of both sides in one bracket
}

// span is between which two statements of the new area something stands; -1
// and beyond stand for the ends.
type span struct{ left, right int }

// bracket is a span and the rank of an item in it.
type bracket struct {
	span
	rank int
}

func newSlots() *slots {
	return &slots{pairs: map[[2]*area]*aligned{}}
}

// aroundWeight is for how many statements of an area the rest of the role counts
// when it is told how much has changed around a place.
const aroundWeight = 2

// worth is what the places of two free items add to their likeness, where
// their roles are one.
//
// around is what stayed of the role: in an area of one statement that says
// more than the area does. A place says the more the less has changed around it: in an area that was
// written anew, the third statement is not the third one of before.
func (s *slots) worth(o, n *item, around float64) float64 {
	a := s.align(o.area, n.area)
	links := float64(a.links)
	worth, steady := areaWorth, (links+aroundWeight*around)/(aroundWeight+float64(max(len(o.area.items), len(n.area.items))))
	if o.Area != n.Area {
		if a.links == 0 {
			return otherArea
		}
		worth *= links / float64(min(len(o.area.items), len(n.area.items)))
	}
	x, y := a.old[o], a.new[n]
	if x.span != y.span {
		return worth
	}
	worth += slotWorth * steady
	if c := a.count[x.span]; c[0] == c[1] && x.rank == y.rank {
		worth += soleWorth * steady
	}
	return worth
}

func (s *slots) align(o, n *area) *aligned {
	k := [2]*area{o, n}
	a := s.pairs[k]
	if a == nil {
		a = align(o, n)
		s.pairs[k] = a
	}
	return a
}

// align finds for the free items of both areas between which linked statements
// they stand, named by their indexes in the new area.
func align(o, n *area) *aligned {
	a := &aligned{old: map[*item]bracket{}, new: map[*item]bracket{}, count: map[span][2]int{}}
	there := func(it *item) int {
		if it.partner == nil || it.partner.area != n {
			return -1
		}
		return it.partner.index
	}
	here := func(it *item) int {
		if it.partner == nil || it.partner.area != o {
			return -1
		}
		return it.index
	}
	a.links = brackets(o.items, there, len(n.items), a.old)
	brackets(n.items, here, len(n.items), a.new)
	for _, b := range a.old {
		c := a.count[b.span]
		a.count[b.span] = [2]int{c[0] + 1, c[1]}
	}
	for _, b := range a.new {
		c := a.count[b.span]
		a.count[b.span] = [2]int{c[0], c[1] + 1}
	}
	return a
}

// brackets fills in where free items stand and returns the number of anchors.
func brackets(items []*item, anchor func(*item) int, end int, into map[*item]bracket) int {
	links, left := 0, -1
	var open []*item
	closeAt := func(right int) {
		for rank, it := range open {
			into[it] = bracket{span{left, right}, rank}
		}
		open = nil
	}
	for _, it := range items {
		if at := anchor(it); at >= 0 {
			closeAt(at)
			left = at
			links++
		} else if it.partner == nil {
			open = append(open, it)
		}
	}
	closeAt(end)
	return links
}
