package change

// english is the language most ladders are written in. A list leaves out what
// may be read in two ways: "peers" may be those of a team or of the company,
// "often" may add a frequency or take off certainty.
var english = language{
	marks: "the and with for of to is are my i that in a an on by as or from their our",
	scales: []scale{
		{"part", []string{
			"help=assist=help to=help with=assist with=assist in*, support*",
			"contribute=contribute to*, participate=take part=participate in=take part in*",
			"do*, perform*, execute*, implement*, carry out*",
			"own*, responsible=responsible for, accountable=accountable for, lead*, drive*",
			"set direction=set the direction=set the direction of=set the direction for=set direction for*, set strategy=set the strategy=set the strategy of=set the strategy for=set strategy for*, set vision=set the vision=set the vision of=set the vision for*",
		}},
		{"reach", []string{
			"peer=colleague=co worker=coworker",
			"team=squad",
			"teams=squads, several teams, multiple teams, many teams, other teams, cross team, a few teams, some teams",
			"department, division, business unit, business area, product area",
			"organisation=company=whole company=entire company=whole organisation=entire organisation, enterprise, company wide=organisation wide",
			"industry=whole industry, industry wide",
		}},
		{"whose", []string{
			"my own=my, their own=their, your own=your, her own=her, his own=his",
			"team's, my team's=our team's=the team's, their team's",
			"department's, our department's, the department's, my department's",
			"company's, organisation's, our company's, our organisation's, the company's=the organisation's",
			"industry's, the industry's",
		}},
		{"span", []string{"hours", "days", "weeks", "months", "quarters", "years"}},
		{"period", []string{"hour", "day", "week", "month", "quarter", "year"}},
		{"frequency", []string{"rarely=seldom", "sometimes=occasionally=from time to time", "often=frequently", "usually=normally", "always=at all times=every time"}},
		{"rhythm", []string{"yearly=annually=once a year=every year", "quarterly=once a quarter=every quarter", "monthly=once a month=every month", "weekly=once a week=every week", "daily=once a day=every day"}},
		{"quantity", []string{"some, a few, a couple of", "several=multiple=a number of", "many", "most", "all, every, each"}},
		{"modality", []string{"may, can=able to=capable of, could, might", "should", "must=have to=need to"}},
		{"independence", []string{
			"with help=with assistance, with guidance, with supervision, with support, under supervision, with some help, with some guidance, with some supervision, with some support, with close supervision, with close guidance, with a lot of help, with a lot of guidance, with regular guidance, under close supervision, under guidance",
			"with little help, with little guidance, with little supervision, with little support, with minimal help, with minimal guidance, with minimal supervision, with minimal support, with limited help, with limited guidance, with limited supervision, with limited support, with occasional help, with occasional guidance",
			"independently=on my own=on their own=on your own=by myself=by themselves=by yourself=autonomously, without help=without assistance, without guidance, without supervision, without support, with no help, with no guidance, with no supervision, unsupervised, unaided",
		}},
		{"complexity", []string{
			"small, simple=straightforward, basic, minor, trivial, routine, well defined=well understood",
			"moderate=medium, medium sized, moderately complex",
			"complex, large=big, ambiguous, difficult=hard, challenging, major, very large, very complex=highly complex, highly ambiguous",
		}},
		{"border", []string{"in=within=inside=across=throughout", "beyond, outside=outside of"}},
		{"choice", []string{"or, and or, /", "and=as well as=and also=along with=plus"}},
	},
	synonyms: `follow up*, follow through*, begin=start*, use=utilise*, show=demonstrate*, choose=select*, purchase=buy*, improve=enhance*, get=receive*, give=provide*, fix=repair*, ensure=make sure*, speak=talk*, happen=occur*,
		goal=objective+, bug=defect+, client=customer+, application=app+, repository=repo+, employee=staff member+, colleague=coworker=co worker+, aim=target+, trade off=tradeoff+, pull request=pr+,
		information=info, documentation=docs, everyone=everybody, someone=somebody, anyone=anybody, quickly=fast=rapidly, whole=entire, through=via, about=regarding=concerning, while=whilst, among=amongst,
		toward=towards, however=but, because=since, whether=if, technical debt=tech debt, code review=review of code, source code=code, me=myself, kind=type, kinds=types`,
	articles:    "a, an, the",
	subjects:    "i, you, he, she, they",
	possessives: "my, your, his, her, their, our",
	links:       "in=into, on=upon, at, of, to=in order to=so as to",
	being:       "am, is, are, be, being, has, have",
	fillers:     "also, too, additionally, themselves, indeed, that",
	boosts: `always, at all times, every time, consistently, proactively, effectively, efficiently, confidently, actively, continuously, constantly, thoroughly, all, every, each, must, independently, on my own, on their own, on your own, by myself, by themselves, autonomously, without help, without assistance,
		without guidance, without supervision, without support, with no help, with no guidance, with no supervision, unsupervised, unaided, at least, complex, large, big, ambiguous, difficult, hard, challenging, very large, very complex,
		highly complex, highly ambiguous, company wide, organisation wide, industry wide`,
	hedges: `sometimes, occasionally, from time to time, usually, normally, typically, generally, mostly, rarely, seldom, can, may, could, might, able to, capable of, some, a few, a couple of, some of the, with help, with assistance, with guidance,
		with supervision, with support, under supervision, with some help, with some guidance, with some supervision, with some support, with close supervision, with close guidance, under close supervision, under guidance, with a lot of help,
		with a lot of guidance, with regular guidance, when asked=if asked=when asked to, when needed=if needed=as needed, where possible=when possible=if possible, where appropriate, when appropriate, if necessary, when necessary,
		try to*, aim to*, strive to*, learn to*, begin to*, start to*, want to*, help=assist=help to=help with=assist with=assist in*, support*, contribute to*, participate in*, take part in*,
		small, simple, straightforward, basic, minor, trivial, routine, well defined, well understood`,
	limits: `not, no, never, none, nobody, nothing, neither, nor, without, hardly, barely, rarely, seldom, avoid*, prevent*, reduce*, minimise*, decrease*, limit*, limited, lower*, lack*, less, fewer, few, little, only, just, need*, require*, required,
		ask*, seek*, request*, receive*, depend*, rely*, unless, except, instead, rather, too, cannot, refuse*, stop*, remove*, eliminate*, break*, split*, simplify*, simple to, easy, fail*, failure, failures, miss*, error, errors, mistake, mistakes,
		bug, bugs, defect, defects, incident, incidents, outage, outages, downtime, delay, delays, cost, costs, risk, risks, complaint, complaints, turnover, attrition, latency, guided, supervised, supported, helped, assisted, directed, led,
		than, against, despite, up to, at most, not more than, fewer than, less than, no more than, deadline, response time, still, yet, otherwise, exempt, escalate*, hand over*, handover, delegate*, excuse*, optional,
		regardless, any, either, wait*, blocked, allow*, allowed, tolerate*, interrupt*, waste*, under, get*, follow*, instruction, instructions, approval, approvals,
		a mentor, the mentor, my mentor, with mentor, a guide, a supervisor, supervisor, a buddy, oversight, help of, help from, the help, some help, told, given, taught, shown, hand*, pass*, leave*, lose*, burn*, late, absent, spend*, report to*, new to, slowly, excused`,
	conditions: "if, when, whenever, where, wherever, while, once, after, before, until, during, who, whose, which, as long as, provided, in case, given, unless",
	examples:   "e.g, for example, for instance, such as, eg",
	explains:   "i.e, that is, in other words, ie, meaning",
	ands:       "and, as well as, and also, along with, plus",
	ors:        "or, and or, /",
	numbers:    "one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, eleven 11, twelve 12, fifteen 15, twenty 20, thirty 30, fifty 50, hundred 100",
	units: `hour hour hours, day day days, week week weeks, month month months, quarter quarter quarters, year year years yr yrs, person person people persons, engineer engineer engineers developer developers, team team teams squad squads,
		report report reports, project project projects, mentee mentee mentees, % % percent`,
	until: "to, until",
	least: "at least, no fewer than, no less than, more than, over, ≥, >, minimum, a minimum of, min",
	most:  "up to, ≤, at most, no more than, a maximum of, maximum, max, fewer than, less than, under, below, within, <, not more than",
	more:  "+, or more, or above, and more, or longer, and above",
	common: `ability accountability achieve across action actively actual address advice advocate align alignment ambiguity analysis anticipate appropriate approach architect architecture area areas articulate assess assumption audience
		automation available aware balance barrier become behaviour believe beneficial best better beyond boundary budget build business calm candidate capability capacity career celebrate challenge change clarity clear clearly coach coaching
		code coding collaborate collaboration collaborative comfortable commitment committed common communicate communication community complexity component concern confidence conflict consensus consider consistent constraint constructive content
		context continuous contribution conversation craft create creative critical cross cultural culture curiosity curious customer data debug decide decision deep define deliver delivery demand dependency deploy deployment depth describe
		design detail develop developer development difference different direct direction discipline discover discuss discussion document documentation domain effective efficient effort empathy employee empower encourage engage engagement engineer
		engineering environment established estimate evaluate evidence evolve example excellence excellent execution exemplify existing expectation expectations experience experiment expert expertise explain explore facilitate familiar feature feedback
		finance focus follow foster framework functional fundamental future general generate goal group grow growth habit handle healthy hire hiring identify impact implementation improvement include inclusion inclusive incident increase independent individual
		industry influence inform information initiative innovation insight inspire integrate integration integrity interview investigate involve issue junior knowledge language launch leader leadership learn learning level listen maintain maintenance
		manage management manager market measure meaningful meeting member mentor mentoring method metric mindset model monitor motivate necessary negotiate network objective observe offer operate operation opportunity opportunities optimise organise outcome
		ownership partner partnership pattern people performance perspective plan planning platform policy positive potential practical practice pragmatic prepare present presentation principle priorities prioritise priority proactive problem process
		product production productive productivity professional proficient program progress project promote proposal provide quality question raise reason recognise recommend recommendation recruit reflect relationship relevant reliability reliable requirement
		research resolve resource resources respect respond response responsibilities responsibility result review roadmap role safety scale schedule scope security senior sensitive service share significant situation skill solution solve specific
		stakeholder stakeholders standard standards strategic strategy strength strong structure success successful suggestion sustainable system systems talent task teach technical technique technologies technology test testing thinking thought together
		training transparent trust trusted understand understanding unique user users value vision visible weakness willing workflow working write writing`,
	contractions: []string{
		"i'm i am", "i've i have", "i'll i will", "i'd i would", "you're you are", "you've you have", "you'll you will", "they're they are", "they've they have", "they'll they will", "we're we are", "we've we have", "we'll we will",
		"it's it is", "that's that is", "don't do not", "doesn't does not", "didn't did not", "isn't is not", "aren't are not", "wasn't was not", "weren't were not", "haven't have not", "hasn't has not", "can't can not", "cannot can not",
		"won't will not", "wouldn't would not", "shouldn't should not", "couldn't could not", "mustn't must not", "needn't need not", "he's he is", "she's she is", "what's what is", "there's there is", "let's let us",
	},
}
