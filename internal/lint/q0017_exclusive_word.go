package lint

import "rung/internal/diag"

var q0017ExclusiveWord = &Rule{
	Rule: diag.Rule{
		Code: "Q0017", Slug: "exclusive-word", Severity: diag.Note, Since: "0.1.0",
		Title: "a word shuts people out, or was given up by most",
		Text: `"Ninja" and "rockstar" describe a picture of a person and no behaviour, and many who would do the work well do not see
themselves in it. "Whitelist", "slave" and "grandfathered" carry what most style guides have given up, and each has a plain
word that says more: "allowlist", "replica", "exempt".`,
		Bad: `A picture instead of a behaviour.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I am a ninja with ropes and sails.
`,
		Good: `The behaviour that was meant.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I splice a rope in the dark.
`,
	},
	Run: func(p *Pass) {
		p.words(exclusive, exclusiveWords, "%q shuts people out or was given up by most, expected a plain word")
	},
}

// exclusiveWords and what may be said instead.
var exclusiveWords = map[string]string{
	"rockstar": "expert", "rockstars": "experts", "ninja": "expert", "ninjas": "experts", "guru": "expert", "gurus": "experts", "superhero": "expert",
	"whitelist": "allowlist", "whitelists": "allowlists", "whitelisting": "allowlisting", "blacklist": "denylist", "blacklists": "denylists", "blacklisting": "denylisting",
	"slave": "replica", "slaves": "replicas", "grandfathered": "exempt", "cripple": "slow down", "crippled": "slowed down", "crippling": "severe", "lame": "weak",
	"rock star": "expert", "rock stars": "experts", "sanity check": "quick check", "sanity checks": "quick checks", "man hours": "hours", "man days": "days",
	"tribal knowledge": "unwritten knowledge", "spirit animal": "example",
	"insane": "extreme", "crazy": "extreme",
}
