package dialect

import "testing"

func TestGivesSkillsFiles(t *testing.T) {
	t.Parallel()
	tests := map[string]bool{
		"One table for each area of competence":                   true,
		"There is a page per skill":                               true,
		"Each of the three groups of skills has its own file":     true,
		"Pro Kompetenzbereich gibt es eine Tabelle":               true,
		"Un fichier par domaine de compétences":                   true,
		"Cada competencia tiene su archivo":                       true,
		"Um arquivo por grupo de habilidades":                     true,
		"Un file per ogni competenza":                             true,
		"Eén bestand per groep vaardigheden":                      true,
		"En fil per kompetensområde":                              true,
		"Każda umiejętność ma swój plik":                          true,
		"По файлу на каждую компетенцию":                          true,
		"スキル領域ごとに一つの表があります":                                       true,
		"每个能力一个文件":                                                true,
		"One file per role, with a table per skill":               false,
		"Each craft has a file with a table for each skill":       false,
		"A page for each skill level":                             false,
		"Every page shows the skills":                             false,
		"One table per area":                                      false, // of the company, as "sales" and "support"
		"Each skill is rated once a year by whoever works beside": false,
		"": false,
	}
	for sentence, want := range tests {
		if got := givesSkillsFiles(sentence); got != want {
			t.Errorf("givesSkillsFiles(%q) = %v, want %v", sentence, got, want)
		}
	}
}
