package dialect

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"rung/internal/pattern"
)

// Files that share their levels, each with rows of its own, are groups of the
// areas of one track or a track each. A README may say which: "one table per area
// of competence", "every skill has its own page".

// ToldAsAreas returns the words of an index over a folder that say that each of
// its files holds one skill or a group of them, or "". An index that speaks of
// lines of work, of which a reader has one, says no such thing: "open the file of
// your craft, it has a table for each skill".
func (s *Survey) ToldAsAreas(dir string) string {
	for ; ; dir = path.Dir(dir) {
		for _, index := range s.inDir[dir] {
			if index.Index {
				if words := fileEachSkill(index); words != "" {
					return words
				}
			}
		}
		if dir == "." {
			return ""
		}
	}
}

// fileEachSkill returns the first sentence of a page that gives each skill a file.
func fileEachSkill(index *Page) string {
	found, tracks := "", false
	index.Outline.Each(func(sec *Section) {
		for _, b := range sec.Body {
			for _, t := range append(wordsOf(b), b.Text) {
				tracks = tracks || ofTracks.MatchString(t.Value)
				for _, sentence := range sentences(t.Value) {
					if found == "" && givesSkillsFiles(sentence) {
						found = strings.TrimSpace(sentence)
					}
				}
			}
		}
	})
	if tracks {
		return ""
	}
	return found
}

// SkillPlace reports a folder that is named for skills, in any of the languages
// that we know.
func SkillPlace(dir string) bool {
	return skillPlace(dir) || slices.ContainsFunc(strings.Split(Slug(path.Base(dir)), "-"), skillNoun)
}

// skillStems begin the words for what somebody is able to.
var skillStems = []string{"skill", "competenc", "compétence", "competência", "competenz", "competenti", "capabilit", "kompeten", "fähigkeit", "faehigkeit", "fahigkeit", "fertigkeit", "habilidad", "capacidad",
	"vaardighe", "färdighet", "fardighet", "ferdighet", "færdighed", "umiejętno", "umiejetno", "компетенц", "навык", "умени", "dovednost", "zručnos", "veščin", "vještin", "készség"}

func skillNoun(word string) bool {
	return slices.ContainsFunc(skillStems, func(stem string) bool { return strings.HasPrefix(word, stem) })
}

var (
	// fileNouns are words for what a reader opens.
	fileNouns = wordSet("table tables file files page pages sheet sheets document documents doc docs matrix grid csv yaml json toml " +
		"tabelle tabellen datei dateien seite seiten blatt dokument tableau tableaux fichier fichiers feuille tabla tablas archivo archivos fichero ficheros página páginas hoja hojas " +
		"tabela tabelas arquivo arquivos ficheiro ficheiros planilha folha tabella tabelle foglio pagina bestand bestanden tabel blad tabell fil filer sida sidor side sider plik pliki tabelę strona stronę arkusz " +
		"файл файла файлу таблица таблице таблицу страница странице страницу soubor tabulka fájl táblázat")
	// eachWords are those that give one to each.
	eachWords = wordSet("per each every pro je jede jeder jedes jeden par chaque por cada ogni elke ieder iedere varje hver hvert każda każdy każde każdą każdej na каждая каждый каждое каждой каждую каждого на každá každou")
	// groupWords stand between these and the skills: "each of the four groups of skills".
	groupWords = wordSet("of the a our one two three four five six seven eight nine ten group groups set sets area areas kind family main core key single " +
		"von der die gruppe bereich groupe domaine de des la le du grupo área di gruppo area ambito van groep gebied av gruppe grupp område grupę grupa grupy obszar группу группа группы область области")
	// levelsOfSkill turn a word for skills into one for levels: "a page for each
	// skill level".
	levelsOfSkill = wordSet("level levels grade grades tier tiers stage stages niveau niveaus stufe")
)

// skillsInScripts say the same in scripts that write no spaces.
var skillsInScripts = pattern.New(`(?:スキル|能力|コンピテンシー)(?:領域|分野|グループ)?(?:ごと|毎|別)に?[^。]{0,12}(?:ファイル|表|ページ|シート)|每(?:个|一个|项|类|种)?(?:能力|技能|胜任力)[^。]{0,8}(?:文件|表|页)|(?:역량|스킬)(?: ?(?:영역|그룹))?(?:별|마다)[^.]{0,12}(?:파일|표|페이지)`)

// givesSkillsFiles reports a sentence whose first word that gives to each gives a
// file to each skill: what "one file per role, with a table per skill" gives first
// is a file to a role.
func givesSkillsFiles(sentence string) bool {
	if skillsInScripts.MatchString(sentence) {
		return true
	}
	words := strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return !unicode.IsLetter(r) })
	at := slices.IndexFunc(words, func(w string) bool { return eachWords[w] })
	if at < 0 {
		return false
	}
	end := at + 1
	for end < len(words) && (groupWords[words[end]] || eachWords[words[end]]) { // "per ogni"
		end++
	}
	if end == len(words) || !skillNoun(words[end]) || end+1 < len(words) && levelsOfSkill[words[end+1]] {
		return false
	}
	const near = 4
	opens := func(w string) bool { return fileNouns[w] }
	return slices.ContainsFunc(words[max(0, at-near):at], opens) || slices.ContainsFunc(words[end+1:min(len(words), end+1+near)], opens)
}
