package dialect_test

import "strings"

// A vocabulary is the words of one language, or of one manner of writing, from
// which a ladder of two tracks, three levels and two areas is made.
type vocabulary struct {
	name      string
	framework string
	tracks    [2]string    // what the tracks are called
	titles    [2][3]string // of the roles, by track and level
	ranks     [3]string    // words of seniority alone
	word      string       // for a level, before its number
	areas     [2]string
	clauses   [2][2][2]string // by track, area and place: what is asked
	shown     [2][2]string    // by track and area: an example
	tails     [3]string       // what tells the levels apart
	tailFirst string          // non-empty where tails begin a sentence; joins the two
	joint     string          // between clause and tail
	stop      string
	examples  string // heads examples
	example   string // begins an example, with its separator
	such      string // begins one as "e.g." does
	intro     [2]string
	facts     [2][2]string // name and value
	levels    string       // heads the levels
	contents  string       // heads a table of contents
}

func (v *vocabulary) statement(track, level, area, place int) string {
	return v.sentence(v.clauses[track][area][place], level)
}

func (v *vocabulary) exampleOf(track, level, area int) string {
	return v.sentence(v.shown[track][area], level)
}

func (v *vocabulary) sentence(clause string, level int) string {
	if v.tailFirst != "" {
		return v.tails[level] + v.tailFirst + clause + v.stop
	}
	return clause + v.joint + v.tails[level] + v.stop
}

// vocabularies are six languages, and English in the manners that ladders are
// written in; the last has jobs that no list of jobs knows.
var vocabularies = []*vocabulary{
	english("english, I", func(s string) string { return "I " + s }),
	english("english, you", func(s string) string { return "You " + s }),
	english("english, third person", func(s string) string {
		verb, rest, _ := strings.Cut(s, " ")
		return strings.ToUpper(verb[:1]) + verb[1:] + "s " + rest
	}),
	english("english, imperative", func(s string) string { return strings.ToUpper(s[:1]) + s[1:] }),
	unknownJobs(),
	{
		name: "portuguese", framework: "Plano de carreira do Porto", tracks: [2]string{"Dados", "Design"},
		titles: [2][3]string{{"Analista de Dados Júnior", "Analista de Dados Pleno", "Analista de Dados Sênior"}, {"Designer Júnior", "Designer Pleno", "Designer Sênior"}},
		ranks:  [3]string{"Júnior", "Pleno", "Sênior"}, word: "Nível", areas: [2]string{"Técnica", "Pessoas"},
		clauses: [2][2][2]string{
			{{"Escreve consultas que outros conseguem ler", "Mede a maré do porto"}, {"Ensina os colegas novos", "Pede ajuda cedo"}},
			{{"Desenha placas para os barcos", "Testa protótipos com pilotos"}, {"Ouve a tripulação", "Conduz oficinas de desenho"}},
		},
		shown: [2][2]string{{"Reescreveu o relatório das marés", "Acompanhou uma colega na primeira semana"}, {"Trocou a placa do cais norte", "Organizou a oficina de março"}},
		tails: [3]string{"com ajuda", "sem ajuda", "para todo o porto"}, joint: " ", stop: ".",
		examples: "Exemplos", example: "Exemplo: ", such: "Por exemplo, ",
		intro: [2]string{"Os analistas deste cargo cuidam das marés.", "Os designers deste cargo cuidam das placas."},
		facts: [2][2]string{{"Reporta a", "Gerente do porto"}, {"Experiência", "2 anos"}}, levels: "Níveis", contents: "Conteúdo",
	},
	{
		name: "german", framework: "Laufbahnen der Werft", tracks: [2]string{"Entwicklung", "Technik"},
		titles: [2][3]string{{"Junior Entwickler", "Entwickler", "Senior Entwickler"}, {"Junior Techniker", "Techniker", "Senior Techniker"}},
		ranks:  [3]string{"Junior", "Mid-Level", "Senior"}, word: "Stufe", areas: [2]string{"Handwerk", "Zusammenarbeit"},
		clauses: [2][2][2]string{
			{{"Schreibt Programme für die Schleuse", "Prüft den Code der anderen"}, {"Erklärt Entscheidungen im Team", "Fragt rechtzeitig nach"}},
			{{"Wartet die Kräne der Werft", "Liest Schaltpläne"}, {"Übergibt jede Schicht sauber", "Lernt Auszubildende an"}},
		},
		shown: [2][2]string{{"Hat die Steuerung der Ostschleuse umgebaut", "Hat das Tagebuch der Entscheidungen begonnen"}, {"Hat den blauen Kran instand gesetzt", "Hat die Übergabe am Freitag geleitet"}},
		tails: [3]string{"unter Anleitung", "selbstständig", "für die ganze Werft"}, joint: " ", stop: ".",
		examples: "Beispiele", example: "Beispiel: ", such: "Z. B. ",
		intro: [2]string{"Diese Rolle baut, was die Schleusen steuert.", "Diese Rolle hält die Kräne am Laufen."},
		facts: [2][2]string{{"Berichtet an", "Leitung der Werft"}, {"Berufserfahrung", "2 Jahre"}}, levels: "Stufen", contents: "Inhalt",
	},
	{
		name: "spanish", framework: "Niveles del observatorio", tracks: [2]string{"Datos", "Telescopios"},
		titles: [2][3]string{{"Analista de Datos Junior", "Analista de Datos", "Analista de Datos Senior"}, {"Ingeniero de Telescopios Junior", "Ingeniero de Telescopios", "Ingeniero de Telescopios Senior"}},
		ranks:  [3]string{"Junior", "Semi Senior", "Senior"}, word: "Nivel", areas: [2]string{"Técnica", "Personas"},
		clauses: [2][2][2]string{
			{{"Escribe consultas que otros entienden", "Limpia los datos de cada noche"}, {"Enseña a quien llega", "Pide ayuda pronto"}},
			{{"Ajusta los espejos del observatorio", "Lee los planos de la cúpula"}, {"Entrega bien cada turno", "Escucha a los astrónomos"}},
		},
		shown: [2][2]string{{"Reescribió el informe de las estrellas", "Acompañó a una colega nueva"}, {"Cambió el espejo del sur", "Dirigió la reunión de mayo"}},
		tails: [3]string{"con ayuda", "sin ayuda", "para todo el observatorio"}, joint: " ", stop: ".",
		examples: "Ejemplos", example: "Ejemplo: ", such: "Por ejemplo, ",
		intro: [2]string{"Las personas de este puesto cuidan los datos.", "Las personas de este puesto cuidan los telescopios."},
		facts: [2][2]string{{"Reporta a", "Jefa del observatorio"}, {"Salario", "según tabla"}}, levels: "Niveles", contents: "Contenido",
	},
	{
		name: "french", framework: "Parcours de l'atelier", tracks: [2]string{"Développement", "Graphisme"},
		titles: [2][3]string{{"Développeur junior", "Développeur confirmé", "Développeur senior"}, {"Graphiste junior", "Graphiste confirmé", "Graphiste senior"}},
		ranks:  [3]string{"Junior", "Confirmé", "Senior"}, word: "Niveau", areas: [2]string{"Métier", "Équipe"},
		clauses: [2][2][2]string{
			{{"Écrit du code que les autres lisent", "Teste les machines de l'atelier"}, {"Explique ses choix à l'équipe", "Demande de l'aide assez tôt"}},
			{{"Dessine les affiches de la saison", "Prépare les planches d'impression"}, {"Écoute les imprimeurs", "Anime les ateliers de dessin"}},
		},
		shown: [2][2]string{{"A réécrit la commande de la presse", "A tenu le journal des décisions"}, {"A refait l'affiche de printemps", "A animé l'atelier de mars"}},
		tails: [3]string{"avec de l'aide", "en autonomie", "pour tout l'atelier"}, joint: " ", stop: ".",
		examples: "Exemples", example: "Exemple : ", such: "Par exemple, ",
		intro: [2]string{"Ce rôle construit ce qui fait tourner les presses.", "Ce rôle donne un visage à l'atelier."},
		facts: [2][2]string{{"Rattachement", "Directrice de l'atelier"}, {"Salaire", "selon la grille"}}, levels: "Niveaux", contents: "Sommaire",
	},
	{
		name: "japanese", framework: "天文台のキャリアラダー", tracks: [2]string{"エンジニアリング", "デザイン"},
		titles: [2][3]string{{"ジュニアエンジニア", "エンジニア", "シニアエンジニア"}, {"ジュニアデザイナー", "デザイナー", "シニアデザイナー"}},
		ranks:  [3]string{"ジュニア", "ミドル", "シニア"}, word: "レベル", areas: [2]string{"技術", "協働"},
		clauses: [2][2][2]string{
			{{"望遠鏡のプログラムを書く", "毎晩のデータを確かめる"}, {"判断の理由を説明する", "早めに相談する"}},
			{{"見学者のための図を描く", "試作品を来館者と試す"}, {"天文学者の話を聞く", "描き方の講座を開く"}},
		},
		shown: [2][2]string{{"南の望遠鏡の制御を書き直した", "決定の記録を始めた"}, {"春の展示の図を描き直した", "三月の講座を開いた"}},
		tails: [3]string{"助けを借りて", "一人で", "天文台全体のために"}, tailFirst: "", joint: "、", stop: "。",
		examples: "例", example: "例：", such: "例えば、",
		intro: [2]string{"この役割は望遠鏡を動かすものを作る。", "この役割は見学者に空を伝える。"},
		facts: [2][2]string{{"上長", "天文台長"}, {"勤務地", "山の上"}}, levels: "レベル一覧", contents: "目次",
	},
	{
		name: "russian", framework: "Грейды обсерватории", tracks: [2]string{"Разработка", "Анализ"},
		titles: [2][3]string{{"Младший разработчик", "Разработчик", "Старший разработчик"}, {"Младший аналитик", "Аналитик", "Старший аналитик"}},
		ranks:  [3]string{"Младший", "Средний", "Старший"}, word: "Уровень", areas: [2]string{"Мастерство", "Команда"},
		clauses: [2][2][2]string{
			{{"Пишет программы для телескопов", "Проверяет код других"}, {"Объясняет решения команде", "Вовремя просит о помощи"}},
			{{"Считает звёзды каждой ночи", "Чистит данные наблюдений"}, {"Слушает астрономов", "Учит новых коллег"}},
		},
		shown: [2][2]string{{"Переписал управление южным телескопом", "Начал журнал решений"}, {"Пересчитал каталог весны", "Провёл занятие в марте"}},
		tails: [3]string{"с помощью наставника", "самостоятельно", "для всей обсерватории"}, joint: " ", stop: ".",
		examples: "Примеры", example: "Пример: ", such: "Например, ",
		intro: [2]string{"Эта роль строит то, что движет телескопы.", "Эта роль считает звёзды."},
		facts: [2][2]string{{"Подчиняется", "Директору"}, {"Стаж", "2 года"}}, levels: "Уровни", contents: "Содержание",
	},
}

// english returns the English words with every clause said in one manner.
func english(name string, say func(string) string) *vocabulary {
	v := &vocabulary{
		name: name, framework: "Harbour Bakery Career Ladders", tracks: [2]string{"Baking", "Design"},
		titles: [2][3]string{{"Junior Baker", "Baker", "Senior Baker"}, {"Junior Designer", "Designer", "Senior Designer"}},
		ranks:  [3]string{"Junior", "Mid-level", "Senior"}, word: "Level", areas: [2]string{"Craft", "Working with others"},
		clauses: [2][2][2]string{
			{{"knead the dough of every loaf", "watch the ovens at night"}, {"teach apprentices how to shape", "ask for help early"}},
			{{"sketch labels for new breads", "test prototypes with guests"}, {"listen to the people at the counter", "run workshops on drawing"}},
		},
		shown: [2][2]string{{"rebuild the rye starter in March", "guide two apprentices in one summer"}, {"redraw the label of the rye loaf", "host the spring workshop"}},
		tails: [3]string{"with guidance", "without guidance", "for the whole bakery"}, joint: " ", stop: ".",
		examples: "Examples", example: "Example: ", such: "e.g. ",
		intro: [2]string{"Bakers at this level make what the harbour eats.", "Designers at this level give the bakery its face."},
		facts: [2][2]string{{"Reports to", "Head of the bakery"}, {"Experience", "2 years"}}, levels: "Levels", contents: "Table of contents",
	}
	for t := range v.clauses {
		for a := range v.clauses[t] {
			for p, c := range v.clauses[t][a] {
				v.clauses[t][a][p] = say(c)
			}
			v.shown[t][a] = say(v.shown[t][a])
		}
	}
	return v
}

// unknownJobs returns English words for jobs that are in no list.
func unknownJobs() *vocabulary {
	v := english("english, unknown jobs", func(s string) string { return "You " + s })
	v.framework, v.tracks = "Career ladders of the lighthouse", [2]string{"Lamps", "Kelp"}
	v.titles = [2][3]string{{"Junior Lamplighter", "Lamplighter", "Senior Lamplighter"}, {"Junior Kelpwright", "Kelpwright", "Senior Kelpwright"}}
	v.intro = [2]string{"Lamplighters at this level keep the light.", "Kelpwrights at this level build with kelp."}
	return v
}
