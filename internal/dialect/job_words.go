package dialect

import "strings"

// jobNouns are the words that end the name of a job, in the singular, or begin
// it in languages that put the job first.
var jobNouns = wordSet(`engineer developer programmer architect designer manager director lead leader analyst scientist administrator admin
	consultant specialist coordinator officer head president vp svp evp cto ceo cfo ciso cpo coo cdo cio owner tester researcher writer editor
	strategist advisor adviser technician representative associate assistant executive partner recruiter supervisor operator master evangelist
	advocate champion accountant trainer coach mentor producer planner buyer baker agent intern apprentice technologist practitioner generalist
	fellow dev sre sde sdet pm chief counsel expert librarian nurse teacher auditor controller contributor trainee journeyman foreman forewoman
	physician doctor surgeon midwife paramedic pharmacist therapist psychologist counsellor counselor carer caregiver dentist
	driver mechanic electrician pilot captain keeper cook chef waiter cashier clerk receptionist secretary inspector surveyor
	geologist chemist biologist physicist statistician mathematician economist lawyer attorney paralegal solicitor translator interpreter
	instructor lecturer professor tutor curator archivist journalist reporter photographer illustrator animator artist copywriter marketer
	broker trader underwriter actuary adjuster banker teller treasurer bookkeeper merchandiser seller salesperson negotiator
	packer picker machinist welder carpenter plumber roofer painter installer fitter maintainer builder farmer gardener forester
	tailor weaver butcher brewer barista bartender steward concierge housekeeper cleaner guard firefighter dispatcher courier helper worker
	navigator moderator facilitator craftsman craftswoman craftsperson volunteer ranger
	engenheiro engenheira engenheiro(a) analista arquiteto arquiteta arquiteto(a) gerente diretor diretora diretor(a) desenvolvedor desenvolvedora desenvolvedor(a)
	técnico técnica técnico(a) enfermeiro enfermeira enfermeiro(a) gestor gestora gestor(a) coordenador coordenadora coordenador(a) líder especialista
	consultor consultora consultor(a) assistente auxiliar programador programadora programador(a) recepcionista supervisora estagiário estagiária
	ingeniero ingeniera ingeniero/a ingeniero(a) arquitecto arquitecta desarrollador desarrolladora desarrollador/a desarrollador(a) jefe jefa diseñador diseñadora
	coordinador coordinadora responsable agente asistente enfermero enfermera
	ingénieur ingénieure ingenieur développeur développeuse développeur·se analyste architecte directeur directrice chef cheffe technicien technicienne
	graphiste gestionnaire coordinateur coordinatrice chargé chargée infirmier infirmière consultante rédacteur rédactrice
	entwickler entwicklerin ingenieurin leiter leiterin leitung berater beraterin techniker technikerin lehrling geselle gesellin meister meisterin
	fachkraft assistent assistentin referent referentin mitarbeiter mitarbeiterin auszubildender auszubildende azubi pfleger pflegerin verkäufer verkäuferin
	architekt architektin sachbearbeiter sachbearbeiterin kaufmann kauffrau aushilfe trainer trainerin
	ontwikkelaar adviseur beheerder medewerker leidinggevende ingegnere sviluppatore sviluppatrice architetto direttore direttrice responsabile tecnico
	inżynier inżynierka programista programistka analityk kierownik kierowniczka specjalista specjalistka dyrektor dyrektorka tester testerka projektant projektantka lider liderka architekt menedżer utvecklare ingenjör
	analist ontwerper teamleider projectleider directeur verpleegkundige verzorgende analytiker chef ledare rådgivare konsult sjuksköterska undersköterska tekniker handläggare
	udvikler ingeniør leder rådgiver konsulent sygeplejerske utvikler sykepleier kehittäjä suunnittelija insinööri päällikkö johtaja asiantuntija hoitaja
	инженер разработчик программист аналитик менеджер руководитель директор архитектор тестировщик дизайнер специалист консультант администратор
	лид тимлид стажёр стажер эксперт мастер оператор лаборант техник`)

// jobEndings end the names of jobs in languages that write compounds as one
// word or have no spaces.
var jobEndings = []string{
	"entwickler", "entwicklerin", "ingenieur", "ingenieurin", "leiter", "leiterin", "leitung", "berater", "beraterin", "techniker", "technikerin",
	"meister", "meisterin", "fachkraft", "manager", "managerin", "verkäufer", "verkäuferin", "pfleger", "pflegerin", "helfer", "helferin", "führer", "führerin",
	"ontwikkelaar", "beheerder", "medewerker", "utvecklare", "ingenjör",
	"エンジニア", "マネージャー", "マネージャ", "デザイナー", "プログラマー", "アナリスト", "ディレクター", "リーダー", "リード", "スペシャリスト", "コンサルタント", "アーキテクト", "担当", "主任", "課長", "部長", "看護師", "職人",
	"工程师", "工程師", "经理", "經理", "总监", "设计师", "架构师", "分析师", "专家", "主管", "엔지니어", "매니저", "디자이너", "개발자",
}

// noJob are words that end as jobs do and are none.
var noJob = wordSet(`anleitung begleitung einleitung ableitung herleitung überleitung weiterleitung zuleitung rohrleitung stromleitung wasserleitung`)

// endsAsJob reports whether a word, in lower case, is a compound that names a
// job.
func endsAsJob(word string) bool {
	if len(word) < 8 {
		return false
	}
	for _, e := range jobEndings {
		if strings.HasSuffix(word, e) {
			return !noJob[word]
		}
	}
	return false
}

// linking are the words between a job and what it is about, where the job
// comes first: "Engenheiro de Software", "Técnico(a) de enfermagem".
var linking = wordSet("de da do del des du di en em para per по")

// headFirst reports whether a title begins with a job and goes on with what it
// is about, or ends in the adjective of one: "Enfermeiro(a) coordenador(a)".
func headFirst(fields []string) bool {
	if len(fields) < 2 {
		return false
	}
	first := strings.ToLower(fields[0])
	if is, many := jobNoun(first); !is || many {
		return false
	}
	return linking[strings.ToLower(fields[1])]
}
