package resolve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// elsewhereLadder is a track of four levels in the words of a language; the
// text of %s is put into the fourth as a statement.
func elsewhereLadder(titles [4]string, text string) string {
	var b strings.Builder
	for i, t := range titles {
		fmt.Fprintf(&b, "-- Boats/L%d.md --\n# L%d: %s\n## Craft\n- One, two, %d.\n", i+1, i+1, t, i+1)
	}
	return b.String() + "- " + text + "\n"
}

// edgesElsewhere returns the levels that the fourth role takes over, and
// whether the text is still a statement.
func edgesElsewhere(t *testing.T, titles [4]string, text string) string {
	t.Helper()
	f, _, _ := resolved(t, elsewhereLadder(titles, text))
	role := f.Roles[3]
	var out []string
	for _, e := range role.Extends {
		if e.Role == "" {
			out = append(out, "?")
			continue
		}
		out = append(out, f.Role(e.Role).Level.Label)
	}
	switch all := role.Statements(); {
	case len(all) == 1:
		out = append(out, "reference")
	case all[1].Derived:
		out = append(out, "derived")
	}
	return strings.Join(out, " ")
}

func TestDeclarationsElsewhere(t *testing.T) {
	t.Parallel()
	for _, tongue := range []struct {
		titles [4]string
		cases  [][2]string
	}{
		{[4]string{"Apprentice", "Boat Builder", "Senior Boat Builder", "Lead Boat Builder"}, [][2]string{
			{"Everything from level 1", "L1 reference"},
			{"Everything in L2, plus", "L2 reference"},
			{"Same as L2", "L2 reference"},
			{"Same as L2.", "L2 reference"},
			{"as L3", "L3 reference"},
			{"As Boat Builder", "L2 reference"},
			{"see L3", "L3 reference"},
			{"idem L2", "L2 reference"},
			{"same as previous level", "L3 reference"},
			{"As a Boat Builder, and:", "L2 reference"},
			{"All of the above levels", "L1 L2 L3 reference"},
			{"All expectations of the levels below", "L1 L2 L3 reference"},
			{"Builds on: [L1](L1.md), [L2](L2.md)", "L1 L2 reference"},
			{"Extends: [Apprentice](L1.md) · [Boat Builder](L2.md)", "L1 L2 reference"},
			{"Extends: Boat Builder", "L2 reference"},
			{"Inherits: [L2](L2.md) | [L3](L3.md)", "L2 L3 reference"},
			{"Previous: [L3](L3.md) | Next: [L5](../Sails/L5.md)", ""},
			{"Meets all expectations of L2", "L2 derived"},
			{"See the big picture", ""},
			{"As expected", ""},
			{"Like a boat builder, but calmer", ""},
			{"Same as usual", ""},
			{"As a boat leaks, and others panic, I stay calm", ""},
		}},
		{[4]string{"Lehrling", "Geselle", "Meister", "Obermeister"}, [][2]string{
			{"Wie Lehrling, zusätzlich:", "L1 reference"},
			{"Wie Geselle, und führt ein Boot", "L2"},
			{"Alles aus L2, plus", "L2 reference"},
			{"Alles aus Stufe 2", "L2 reference"},
			{"Alles aus Stufe 2, zusätzlich leite ich die Werft", "L2"},
			{"Alles, was von L3 erwartet wird", "L3 reference"},
			{"Baut auf L3 auf", "L3 reference"},
			{"Diese Stufe baut auf Meister auf.", "L3 reference"},
			{"Alle Anforderungen der vorherigen Stufe", "L3 reference"},
			{"Alle Erwartungen der vorherigen Stufen, außerdem:", "L1 L2 L3 reference"},
			{"Zusätzlich zur vorherigen Stufe:", "L3 reference"},
			{"wie Stufe 2", "L2 reference"},
			{"siehe L2", "L2 reference"},
			{"Erfüllt alles aus Stufe 3", "L3 derived"},
			{"Wie im Sturm, ruhig und klar", ""},
			{"Alles fällt mir leicht", ""},
			{"Wie es sich gehört, und mehr", ""},
		}},
		{[4]string{"Aprendiz", "Carpintero", "Carpintero Senior", "Maestro"}, [][2]string{
			{"Igual que Carpintero, además", "L2 reference"},
			{"Igual que Carpintero Senior, además dirige el astillero", "L3"},
			{"Todo lo de L2, más:", "L2 reference"},
			{"Todo lo del nivel 1", "L1 reference"},
			{"Incluye todo lo anterior", "L1 L2 L3 reference"},
			{"Además del nivel anterior:", "L3 reference"},
			{"Todas las expectativas de los niveles anteriores", "L1 L2 L3 reference"},
			{"Igual que L1", "L1 reference"},
			{"Todo lo hace con cuidado", ""},
			{"Además de navegar, escribe", ""},
		}},
		{[4]string{"Aprendiz", "Carpinteiro", "Carpinteiro Sênior", "Mestre"}, [][2]string{
			{"Tudo de L2, mais", "L2 reference"},
			{"Tudo do Carpinteiro, mais:", "L2 reference"},
			{"Além do nível anterior:", "L3 reference"},
			{"Todas as expectativas do nível anterior", "L3 reference"},
			{"Todas as expectativas dos níveis anteriores, e também:", "L1 L2 L3 reference"},
			{"Inclui tudo do nível 2", "L2 reference"},
			{"Igual ao L1", "L1 reference"},
			{"Além de planejar, mede", ""},
		}},
		{[4]string{"Apprenti", "Charpentier", "Charpentier Senior", "Maître"}, [][2]string{
			{"Comme Charpentier, plus", "L2 reference"},
			{"Tout ce qui est attendu de L2, et", "L2 reference"},
			{"Tout ce qui est attendu du Charpentier, et dirige le chantier", "L2"},
			{"Tout ce qui est attendu d'un Charpentier, et", "L2 reference"},
			{"En plus du niveau précédent :", "L3 reference"},
			{"En plus des niveaux précédents", "L1 L2 L3 reference"},
			{"idem L2", "L2 reference"},
			{"En plus du bois, travaille le métal", ""},
			{"Comme tout le monde, et mieux", ""},
		}},
		{[4]string{"見習い", "船大工", "主任船大工", "棟梁"}, [][2]string{
			{"L2に加えて", "L2 reference"},
			{"L1の内容に加え、", "L1 reference"},
			{"レベル3の内容に加えて、", "L3 reference"},
			{"上記に加えて", "L1 L2 L3 reference"},
			{"前のレベルの要件をすべて満たしている", "L3"},
			{"L2と同じ", "L2 reference"},
			{"船大工に加えて、造船所を率いる", "L2"},
			{"速さに加えて品質を守る", ""},
		}},
		{[4]string{"Ученик", "Плотник", "Старший плотник", "Мастер"}, [][2]string{
			{"Всё то же, что и Плотник, плюс", "L2 reference"},
			{"Всё то же, что и у плотника, плюс:", "L2 reference"},
			{"Всё из предыдущего уровня", "L3 reference"},
			{"Все требования предыдущих уровней, а также:", "L1 L2 L3 reference"},
			{"Всё, что ожидается от L2, и ведёт верфь", "L2"},
			{"то же, что L1", "L1 reference"},
			{"см. уровень 2", "L2 reference"},
			{"Всё делает вовремя", ""},
			{"Как обычно, и лучше", ""},
		}},
	} {
		for _, c := range tongue.cases {
			t.Run(c[0], func(t *testing.T) {
				t.Parallel()
				if diff := cmp.Diff(c[1], edgesElsewhere(t, tongue.titles, c[0])); diff != "" {
					t.Errorf("edges (-want +got):\n%s", diff)
				}
			})
		}
	}
}
