package dialect

import "testing"

func TestCumulativeSentence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"The ladder. Each level includes everything from the levels below it. Ask us.", "Each level includes everything from the levels below it."},
		{"Expectations are cumulative.", "Expectations are cumulative."},
		{"All of our levels are additive: nothing is lost.", "All of our levels are additive: nothing is lost."},
		{"Levels build upon each other.", "Levels build upon each other."},
		{"Levels build on the one below", "Levels build on the one below"},
		{"Every grade assumes the grade before", "Every grade assumes the grade before"},
		{"Each subsequent level builds on the previous one.", "Each subsequent level builds on the previous one."},
		{"Requirements of lower levels still apply.", "Requirements of lower levels still apply."},
		{"Die Stufen bauen aufeinander auf.", "Die Stufen bauen aufeinander auf."},
		{"Jede Stufe umfasst alles aus den Stufen darunter.", "Jede Stufe umfasst alles aus den Stufen darunter."},
		{"Die Erwartungen sind kumulativ.", "Die Erwartungen sind kumulativ."},
		{"Los niveles son acumulativos.", "Los niveles son acumulativos."},
		{"Cada nivel incluye todo lo del nivel anterior.", "Cada nivel incluye todo lo del nivel anterior."},
		{"Os níveis são cumulativos.", "Os níveis são cumulativos."},
		{"Cada nível inclui o anterior.", "Cada nível inclui o anterior."},
		{"Les niveaux sont cumulatifs.", "Les niveaux sont cumulatifs."},
		{"Chaque niveau comprend les attentes du niveau précédent.", "Chaque niveau comprend les attentes du niveau précédent."},
		{"レベルは累積です。", "レベルは累積です。"},
		{"各レベルは下位レベルの内容を含みます。", "各レベルは下位レベルの内容を含みます。"},
		{"Уровни накопительные.", "Уровни накопительные."},
		{"Каждый следующий уровень включает предыдущий.", "Каждый следующий уровень включает предыдущий."},
		{"Levels are not cumulative.", ""},
		{"Die Stufen sind nicht kumulativ.", ""},
		{"Each level includes examples.", ""},
		{"Each level includes a set of expectations, listed below.", ""},
		{"Each level assumes previous experience.", ""},
		{"Jede Stufe beinhaltet unterschiedliche Aufgaben.", ""},
		{"Cada nivel incluye los puntos de abajo.", ""},
		{"Каждый уровень включает навыки, описанные ниже.", ""},
		{"Each role has a page, as listed below.", ""},
		{"Levels are a tool. The effects of practice are cumulative.", ""},
		{"We build on each other's ideas at all levels.", ""},
		{"Every team builds on the platform.", ""},
		{"Level up.", ""},
	} {
		if got := cumulativeSentence(c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
