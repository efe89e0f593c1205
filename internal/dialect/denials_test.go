package dialect

import (
	"strings"
	"testing"

	"rung/internal/parse"
)

func TestDenies(t *testing.T) {
	t.Parallel()
	for _, title := range []string{
		"What keeper 2 is not", "What it isn't", "What this level isn’t about", "Not this:", "**Not this**", "This is not", "Not like this", "What we do not ask", "What's not expected", "It is not", "Not",
		"Don't", "Don'ts", "Please don't", "Causes for concern", "Reasons for concern", "Red flags at L3", "Common pitfalls for keepers", "Warnings", "Counter-examples", "How it goes wrong", "Out of scope", "7.4 What a keeper is not",
		"⚠️ Common misreadings", "Less of this", "Signs that somebody is stuck at P3", "Where it goes wrong", "Missverständnisse", "What does this level not mean?", "🚩 Red flags", "Anti-patterns (level 2)", "Failure modes", "Negative behaviours",
		"Was Stufe 2 nicht ist", "Das ist nicht gemeint", "Nicht so", "Gegenbeispiele", "Warnsignale auf Stufe 2", "Ce que l'échelon III n'est pas", "Ce n'est pas", "Pas ceci", "Contre-exemples", "Points de vigilance",
		"Ce qu’on n’attend pas", "Qu'est-ce que ce n'est pas", "O que não é", "Não é", "O que não se espera", "Lo que no es", "Qué no es", "No es", "Esto no", "Cosa non è", "Non è", "Wat het niet is", "Niet dit", "Vad det inte är", "Hva det ikke er",
		"Czym nie jest", "To nie jest", "Чем это не является", "Это не", "G2で「ない」もの", "このレベルではないこと", "求めないこと", "NG例", "よくある誤解", "不是什么", "不是", "常见误区", "이런 것이 아닌 것", "안티패턴",
	} {
		if facetOf(title) != warningFacet {
			t.Errorf("%q is no warning", title)
		}
	}
	for _, title := range []string{
		"Not afraid to ask", "Not just code", "What matters", "What you do", "Notebooks", "Craft", "Concern for others", "Trapping", "Nothing is wasted", "Not only tides", "Whether or not it rains", "No surprises", "Noise", "Do the right thing",
		"Nicht nur Technik", "Pas à pas", "Passion", "Non-profit work", "No desperdicia nada", "Não desiste", "Ne lâche rien", "諦めない", "失敗を恐れない", "不断学习", "This is not a checklist", "Warning the fleet", "Risk and warnings at sea for all hands", "Signs of growth", "Less waste", "Stuck valves", "",
	} {
		if facetOf(title) == warningFacet {
			t.Errorf("%q is a warning", title)
		}
	}
}

func TestDeniesLead(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"*Not this:*", "**Not this:**", "Not this:", "A keeper is not yet expected to:", "You don't have to:", "At this level we do not look for:", "Noch nicht erwartet:", "Das wird nicht verlangt:", "On ne demande pas encore de:", "Ainda não se espera:",
		"_What this isn't_", "Todavía no se pide:", "求めないこと：", "Avoid:", "**What it is not**", "🚫 Not this:",
	} {
		if !deniesLead(line) {
			t.Errorf("%q leads to what is asked", line)
		}
	}
	for _, line := range []string{
		"Including but not limited to:", "This list is not complete:", "If nothing is said, you don't wait:", "When you are not sure:", "Not only do you sail, you also:", "Expectations:", "You:", "The keeper does not sleep.", "", "Ohne Anleitung, aber nicht allein:",
		"This is not a checklist:", "Whether or not you are asked:", "No keeper does all of this:", "I don't:,", "Non è un elenco completo, ma:",
	} {
		if deniesLead(line) {
			t.Errorf("%q leads to what is not asked", line)
		}
	}
}

func TestDeniesBullet(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"❌ Waits to be asked": true, "Not: a ticket machine": true, "*Anti-pattern:* waits": true, "Red flag – hides the log": true, "Nicht: Einzelkämpfer": true, "**Not this:** a lone keeper": true,
		"Not afraid: asks at once": false, "Knows what is not asked: says so": false, "Notes: kept": false, "Tides: read without help": false, "": false, strings.Repeat("Not ", 20) + ":": false,
	} {
		if got := deniesBullet(parse.Text{Value: text}); got != want {
			t.Errorf("deniesBullet(%q) = %v, want %v", text, got, want)
		}
	}
}
