package corpus

import (
	"strings"

	"golang.org/x/net/html"
)

// notices are how lines begin that stand between the paragraphs of an article
// and speak of the site: of other articles, of sharing, following, subscribing
// and buying. In the languages whose pages are met most, in lower case.
var notices = []string{
	"read also", "also read", "read more", "read next", "more on this", "more from", "more about this", "more stories", "related articles", "related stories", "related posts", "related content", "related topics", "related:", "recommended for you", "recommended reading", "you may also like", "you might also like", "you may also be interested", "most read", "most popular", "share this", "share on", "share via", "follow us", "filed under", "filed in", "tagged", "posted in", "leave a comment", "leave a reply", "post a comment", "back to top", "back to overview", "sign up for", "sign up to", "subscribe to", "subscribe now", "advertisement", "sponsored content", "article continues", "story continues", "skip to", "print this", "email this", "jump to", "download our app", "image credit", "photo credit", "this article was originally published", "this post contains affiliate",
	"mehr zum thema", "mehr zu", "mehr themen", "mehr informationen:", "lesen sie auch", "lesen sie dazu", "lesen sie mehr", "lies auch", "auch interessant", "auch lesenswert", "das könnte sie", "das könnte dich", "das könnte euch", "ähnliche beiträge", "ähnliche artikel", "weitere artikel", "weitere beiträge", "weitere meldungen", "weitere pressemitteilungen", "weitere themen", "zum weiterlesen", "meistgelesen", "schlagworte", "schlagwörter", "anzeige", "- anzeige", "werbung", "zurück zu", "artikel teilen", "diesen artikel teilen", "teilen mit", "teile diesen", "artikel drucken", "schon gelesen", "neueste artikel", "aktuelle meldungen", "kommentar schreiben", "schreibe einen kommentar", "newsletter", "jetzt anmelden", "zur übersicht", "zur startseite", "gefällt mir", "veröffentlicht in", "kategorien:", "bildquelle", "titelbild:", "beitragsbild",
	"à lire aussi", "lire aussi", "à lire également", "voir aussi", "sur le même sujet", "sur le même thème", "partager", "crédits photo", "crédit photo", "abonnez-vous", "vos réactions",
	"le puede interesar", "te puede interesar", "también te puede", "lea también", "lee también", "lea además", "puedes ver", "puede leer", "más información", "noticias relacionadas", "compartir", "síguenos", "suscríbete", "comparte",
	"leia também", "leia mais", "veja também", "saiba mais", "siga-nos", "siga o", "compartilhe",
	"leggi anche", "leggi pure", "condividi", "ti potrebbe interessare", "potrebbe interessarti",
	"lees ook", "lees meer", "lees verder", "meer over", "czytaj też", "czytaj także", "czytaj więcej", "zobacz też", "zobacz także", "läs också", "läs mer", "les også", "læs også", "lue myös", "čtěte také", "читайте также", "подписывайтесь",
}

// notice reports whether n is a short line that speaks of the site.
func notice(n *html.Node) bool {
	s := strings.ToLower(strings.Trim(oneLine(textOf(n)), "\"“”„»«›‹>→–—-*•|[]() "))
	for _, p := range notices {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
