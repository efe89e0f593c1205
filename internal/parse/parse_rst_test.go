package parse

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRSTBlocks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"ranks in the order of their signs", "=====\nTower\n=====\n\nKeeper\n======\n\nLamp\n----\n\nYou trim.\n\nPilot\n=====\n", "h1 Tower; h2 Keeper; h3 Lamp; p You trim.; h2 Pilot"},
		{"other signs", "Tower\n#####\n\nKeeper\n******\n\nLamp\n~~~~\n\nWick\n^^^^\n", "h1 Tower; h2 Keeper; h3 Lamp; h4 Wick"},
		{"a title that counts", "1. Keeper\n=========\n\n- trims\n\n2. Pilot\n========\n\n- steers\n", "h1 1. Keeper; l(i(p trims)); h1 2. Pilot; l(i(p steers))"},
		{"a title in letters of two bytes", "Wächter\n=======\n\nx\n", "h1 Wächter; p x"},
		{"lists", "* a\n\n  * b\n  * c\n\n* d\n", "l(i(p a; l(i(p b); i(p c))); i(p d))"},
		{"counted lists", "#. a\n#. b\n", "l(i(p a); i(p b))"},
		{"fields", "Keeper\n======\n\n:Code: K1\n:Typical time: two\n   years\n\nYou trim.\n", "h1 Keeper; l(i(p Code: K1); i(p Typical time: two years)); p You trim."},
		{"comments, targets and pictures", ".. a comment\n   goes on\n\n.. _here:\n\na\n\n.. image:: lamp.png\n   :alt: a lamp\n\nb\n", "p a; p b"},
		{"a note", "a\n\n.. note::\n\n   Read b\n   twice.\n\nc\n", "p a; q(p Read b twice.); p c"},
		{"a note on its line", ".. tip:: Read it.\n\na\n", "q(p Read it.); p a"},
		{"a table of contents", ".. toctree::\n   :maxdepth: 2\n\n   tower\n   The sea <sea/index>\n", "l(i(p tower); i(p The sea))"},
		{"code", "So::\n\n    x = 1\n\na\n", "p So::; code x = 1; p a"},
		{"what is indented is quoted", "a\n\n   b\n   c\n\nd\n", "p a; q(p b c); p d"},
		{"links", "See `the tower <tower.rst>`_ and :ref:`the sea <sea>`, or ``code``.\n", "p See the tower and the sea , or code."},
		{"a transition", "a\n\n----\n\nb\n", "p a; p b"},
		{"a list table", ".. list-table:: Keepers\n   :header-rows: 1\n\n   * - Area\n     - Keeper\n   * - Lamp\n     - Trims the wick\n       each dusk\n", "t(r(c Area; c Keeper); r(c Lamp; c Trims the wick each dusk))"},
		{"a drawn table", "+------+---------+\n| Area | Wächter |\n+======+=========+\n| Lamp | - Trims |\n|      | - Oils  |\n+------+---------+\n| All of this    |\n+------+---------+\n\na\n", "t(r(c Area; c Wächter); r(c Lamp; c - Trims - Oils); r(c All of this; c)); p a"},
		{"a table of columns", "====  =========\nArea  Wächter\n====  =========\nLöt   Trims\n      and oils\nSea   Logs\n====  =========\n\na\n", "t(r(c Area; c Wächter); r(c Löt; c Trims and oils); r(c Sea; c Logs)); p a"},
		{"a table with a name", ".. table:: Keepers\n   :widths: auto\n\n   +---+----+\n   | a | bc |\n   +---+----+\n", "t(r(c a; c bc))"},
		{"what a comment sets apart", "- a\n\n..\n\n- b\n\n.. c\n\n- d\n", "l(i(p a); i(p b)); l(i(p d))"},
		{"line ends of two bytes", "Tower\r\n=====\r\n\r\n- a\r\n- b\r\n", "h1 Tower; l(i(p a); i(p b))"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, sketch(mustParse("a.rst", c.text).Blocks)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			holdsInvariants(t, "a.rst", []byte(c.text))
		})
	}
}

func FuzzRST(f *testing.F) {
	f.Add([]byte("=====\nTower\n=====\n\n:Code: K1\n\n.. note::\n   a `b <c>`_\n\n* - d\n"))
	f.Add([]byte(".. list-table::\n\n   * - a\n     - b\n   * -\n"))
	f.Add([]byte("+---+---+\n| a | é |\n+===+===+\n| c     |\n\n===  ===\na    b\n===  ===\n     c\n"))
	f.Add([]byte(".. toctree::\n   a <b>\n.. |x| image:: y\n`\n:a:`b`__\n"))
	f.Fuzz(func(t *testing.T, src []byte) { holdsInvariants(t, "a.rst", src) })
}
