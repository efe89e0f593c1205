package lineagetest

import "strings"

// topic is one matter of which a ladder speaks: the ways to say it. Verbs are
// in their base form. "{d}" stands for what a track works on.
type topic struct {
	area                    int
	verbs, objects, clauses []string
}

// topics reads the bank. Topics of one area stand together.
func topics() []topic {
	var out []topic
	area := -1
	for line := range strings.Lines(bank) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case strings.HasPrefix(line, "#"):
			area++
		default:
			f := strings.Split(line, "|")
			out = append(out, topic{area, strings.Split(f[0], ","), strings.Split(f[1], ","), strings.Split(f[2], ",")})
		}
	}
	return out
}

// areaNames are the names that an area may bear, in the order of the bank.
func areaNames() [][]string {
	return [][]string{
		{"craft", "technical-skills", "domain-expertise", "mastery"},
		{"delivery", "getting-things-done", "execution", "results"},
		{"communication", "speaking-and-writing", "collaboration", "working-together"},
		{"people", "teaching-and-mentoring", "growing-others", "leadership"},
		{"customers", "customer-success", "impact", "understanding-the-business"},
		{"culture", "values", "community", "citizenship"},
	}
}

// trackNames are folder, title of a role and what the track works on.
func trackNames() [][3]string {
	return [][3]string{
		{"harbour-systems", "Harbour Engineer", "services"},
		{"bakery-science", "Recipe Scientist", "recipes"},
		{"observatory-data", "Data Keeper", "datasets"},
		{"lighthouse-design", "Lamp Designer", "interfaces"},
		{"orchard-growth", "Orchard Planner", "campaigns"},
		{"ferry-operations", "Ferry Operator", "timetables"},
		{"archive-research", "Archive Researcher", "studies"},
		{"mill-platform", "Mill Builder", "tooling"},
		{"canal-security", "Lock Guardian", "controls"},
		{"market-support", "Market Guide", "answers"},
		{"glass-works", "Glass Maker", "prototypes"},
		{"wind-energy", "Turbine Specialist", "models"},
	}
}

// ranks are put before the title of a role, by level.
func ranks() []string {
	return []string{"Associate", "Intermediate", "Senior", "Lead", "Principal", "Distinguished", "Chief", "Emeritus"}
}

// scopes say how far something reaches, by level; each has two forms.
func scopes() [][2]string {
	return [][2]string{
		{"in my own tasks", "for the tasks at hand"}, {"in my project", "for the features of one project"},
		{"in my team", "for the whole team"}, {"across several teams", "with neighbouring teams"},
		{"across the department", "for all teams of the department"}, {"across the company", "for the organisation as a whole"},
		{"beyond the company", "in the wider profession"}, {"for the years to come", "over a horizon of years"},
	}
}

// adverbs come before verbs; most statements have none.
func adverbs() []string {
	return []string{"regularly", "independently", "reliably", "with guidance", "proactively", "consistently", "usually", "with little direction"}
}

// tails may be added to any statement.
func tails() []string {
	return []string{
		"with care", "and asks for help early", "without being asked", "where it matters most", "and shares what was learned",
		"even under pressure", "and follows through", "in agreement with the others concerned", "at a sustainable pace",
	}
}

const bank = `
# craft
write,add,maintain,extend|automated tests,unit and end to end tests,test suites for {d},tests that run with every change|so that changes are safe to release,before anybody reviews the change,and treats a failing one as urgent
design,shape,plan,sketch|{d} that are simple to change,the structure of new {d},maintainable {d} with clear boundaries,how parts of {d} fit together|weighing alternatives openly,and records why it was decided,with the next two years in mind
review,comment on,examine|changes to {d} by colleagues,the work of others,proposals and drafts before they are final|giving feedback that teaches,within a working day,looking for clarity first
debug,investigate,trace,resolve|problems in {d},incidents of unknown origin,faults that nobody has seen before,complex issues at their root|using measurements rather than guesses,and writes down what happened,so that they do not return
document,describe,explain in writing|how {d} work,decisions and their reasons,the systems we depend on|so that newcomers find their way,in words that others understand,keeping the documentation current
watch,monitor,measure|the health of {d},how {d} behave in use,alerts and dashboards|and acts before users notice,with thresholds agreed on beforehand,and tunes what is noisy
improve,simplify,clean up,refactor|old {d} nobody dares to touch,the quality of existing {d},technical debt in {d}|in small steps,whenever passing by,while delivery goes on
secure,protect,harden|{d} against misuse,data that people entrust to us,access to sensitive {d}|following our security guide,and knows the common weaknesses,treating privacy as a requirement
choose,evaluate,compare|tools and libraries,suppliers and technologies for {d},third party components|on evidence rather than fashion,considering what they cost to keep,and retires what is no longer used
learn,study,pick up|new techniques for {d},unfamiliar parts of the domain,the tools of the trade|from books and from peers,by building small experiments,setting aside time for it
# delivery
break down,divide,slice|large pieces of work,ambiguous requirements,complex proposals into discrete steps|that can be delivered one by one,and orders them by risk,so that progress is visible
estimate,forecast,size|effort and duration,how long a project takes,work that is well understood|stating the uncertainty,and updates the estimate as things change,comparing with what it took before
deliver,ship,complete|well defined tasks,{d} from first idea to daily use,a project with many dependencies|at the agreed quality,on the date that was promised,leaving no loose ends
prioritise,order,sequence|my workload,competing demands,the backlog of {d}|by value to the customer,and says no when needed,talking to those who wait
manage,handle,address|risks to a project,dependencies on other groups,surprises and changing plans|before they become urgent,raising them in good time,with a plan in reserve
run,facilitate,organise|planning meetings,the retrospective,a regular check of progress|so that everyone has a say,keeping to the time,with clear outcomes
own,take responsibility for,look after|a part of {d},outcomes rather than tasks,the release of {d}|from start to finish,including the unpleasant bits,also when on call
improve,streamline,question|the way we work,our delivery process,routines that cost more than they give|with small experiments,measuring the effect,together with the people who do the work
report,share,make visible|status and progress,bad news,results of {d}|without being chased,early and plainly,to everybody who depends on it
# communication
present,demonstrate,show|finished work to stakeholders,results to a broad audience,{d} in the monthly demo|in language they know,adjusting the depth to the listener,and takes questions well
listen to,seek,invite|views that differ from mine,opinions of quieter colleagues,input from other disciplines|before deciding anything,and changes course because of them,making room in discussions
write,draft,prepare|proposals that get decisions made,short and clear messages,tickets with the necessary detail|so that readers need not ask,with the conclusion first,for those who were not there
negotiate,mediate,settle|conflicts between priorities,disagreements about direction,trade-offs with product and design|finding what both sides need,staying calm and fair,so that the relation survives
represent,speak for,stand in for|the team in meetings,our needs towards leadership,engineering at planning tables|with a mandate and its limits,bringing back what was said,honestly and with confidence
translate,convey,clarify|technical concepts to people outside the field,goals into everyday language,complex subjects with pictures|checking that they were understood,avoiding jargon,choosing fitting examples
give,offer,provide|feedback to peers,praise and criticism,honest reactions to ideas|soon after the event,about behaviour and never character,in private when it is hard
build,keep,grow|relationships with neighbouring groups,trust among colleagues,a network of experts|based on reliability,over time and distance,which help when things get difficult
# people
mentor,coach,guide|newer colleagues,people who change their field,apprentices and interns|towards independence,meeting them every other week,asking more than telling
interview,assess,select|candidates for open roles,applicants in a structured conversation,future colleagues|with the same questions for all,writing evidence down,reducing bias where possible
welcome,onboard,settle in|new starters,people joining from elsewhere,new members during their first weeks|so that they contribute soon,with a plan for the first month,introducing them around
teach,train,instruct|a subject at workshops,sessions about {d},classes around skills that are missing|with exercises people remember,repeating it when needed,leaving material behind
delegate,hand over,entrust|interesting work,responsibility to those who want to grow,decisions to the people closest|with enough support,accepting another way of doing it,and remains reachable
recognise,celebrate,notice|contributions of others,effort that usually stays unseen,what colleagues achieve|publicly and specifically,at the end of a project,giving credit generously
identify,spot,find|knowledge gaps in the group,skills that we will lack,opportunities for others to grow|and arranges training for them,talking about them with managers,a year ahead
support,help,assist|colleagues through difficult times,those who are stuck,peers with heavy load|noticing without being told,respecting their wishes,sharing the burden
set,agree on,formulate|goals with each report,expectations of roles,a development plan|that stretch and are attainable,reviewing them quarterly,linking them to what the company needs
# customers
understand,know,study|what customers need,how users work with {d},the problem behind a request|by talking with them directly,watching them at work,from data and visits
answer,respond to,treat|questions of customers,support requests about {d},complaints|kindly and completely,within the promised time,looking for the cause behind them
connect,relate,link|daily work to business goals,technical choices to cost and revenue,priorities to strategy|and explains the connection,when arguing for investment,asking why when it is missing
define,choose,introduce|measures of success,indicators for {d},what good looks like|together with stakeholders,and looks at them weekly,before any work starts
anticipate,predict,foresee|demand for {d},changes in the market,what users will ask next|and prepares for it,from trends and conversations,sharing the outlook
influence,steer,inform|the roadmap,strategy of the product,investments in {d}|with arguments from practice,over several quarters,balancing short and long term
save,control,reduce|the cost of running {d},waste in how we buy,spending without benefit|keeping quality level,reporting what was saved,as if it were my own money
# culture
live,embody,practise|our values in daily work,openness about mistakes,respect in every exchange|being an example to others,also when nobody looks,reminding others gently
include,welcome,respect|people of all backgrounds,different ways of thinking,colleagues who work remotely|adapting rituals for them,calling out exclusion,so that all can do their best work
admit,own up to,share|mistakes and what they taught,uncertainty,failures of my own|without fear,as soon as they are seen,so that others can learn
contribute to,take part in,strengthen|communities of practice,events inside the company,open knowledge|with talks or articles,outside the usual duties,bringing ideas back
question,challenge,examine|assumptions everybody holds,decisions that conflict with our principles,habits of the organisation|politely and with reasons,offering an alternative,regardless of rank
shape,develop,evolve|the culture of learning,principles that guide decisions,how we hire and promote|by starting initiatives,listening to many,over the long run
balance,protect,pace|work and rest,attention and focus time,energy over long projects|knowing the limits,setting an example in this,and says when it is too much
`
