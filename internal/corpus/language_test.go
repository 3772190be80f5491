package corpus

import (
	"strings"
	"testing"

	"analyze/internal/doc"
)

// Texts of the tests are written for them.
var inLanguages = map[string]string{
	"en": "The council met in the old hall and heard what the families had to say about the harvest. They were told that it would take two more years.",
	"fr": "Le conseil s’est réuni dans la vieille salle et il a écouté les familles qui parlaient de la récolte. Elles ont dit que ce n’est pas fini.",
	"es": "El consejo se reunió en la sala vieja y escuchó a las familias que hablaban de la cosecha. Dijeron que no es el final, sino que falta un año más.",
	"pt": "O conselho reuniu-se na sala velha e ouviu as famílias que falavam da colheita. Disseram que não é o fim e que ainda falta mais um ano para todos.",
	"de": "Der Rat traf sich in dem alten Saal und hörte die Familien, die von der Ernte sprachen. Sie sagten, dass es noch nicht das Ende ist und ein Jahr dauern wird.",
	"nl": "De raad kwam bijeen in de oude zaal en luisterde naar de gezinnen die over de oogst spraken. Zij zeiden dat het nog niet voorbij is en een jaar zal duren.",
	"sv": "Rådet möttes i den gamla salen och lyssnade på familjerna som talade om skörden. De sade att det inte är slut och att det tar ett år till för alla.",
	"pl": "Rada zebrała się w starej sali i wysłuchała rodzin, które mówiły o zbiorach. Powiedziały, że to jeszcze nie koniec i że na to trzeba czekać do wiosny.",
	"tr": "Konsey eski salonda toplandı ve hasat için konuşan aileleri dinledi. Bir yıl daha sürecek, bu son değil, çok daha kötü de olabilir dediler ve gittiler.",
	"id": "Dewan itu bertemu di balai lama dan mendengar keluarga yang berbicara tentang panen. Mereka mengatakan bahwa ini tidak akan selesai dalam satu tahun dan masih ada lebih banyak.",
	"so": "Golaha ayaa ku kulmay hoolka weyn oo waxay dhageysteen qoysaska ka hadlayay goosashada. Waxa ay sheegeen in uu sannad kale socon doono ee aan la dhammayn.",
	"ru": "Совет собрался в старом зале и выслушал семьи, которые говорили об урожае.",
	"uk": "Рада зібралася у старій залі й вислухала сім’ї, які говорили про врожай.",
	"ar": "اجتمع المجلس في القاعة القديمة واستمع إلى العائلات التي تحدثت عن الحصاد.",
	"fa": "شورا در تالار قدیمی گرد آمد و به خانواده\u200cهایی که از برداشت می\u200cگفتند گوش داد.",
	"he": "המועצה התכנסה באולם הישן ושמעה את המשפחות.",
	"zh": "委员会在旧礼堂开会，听取了各家庭关于收成的意见。",
	"ja": "評議会は古い講堂に集まり、収穫について家族の話を聞いた。",
	"ko": "위원회는 낡은 강당에 모여 수확에 대한 가족들의 이야기를 들었다.",
	"hi": "परिषद पुराने सभागार में मिली और फसल के बारे में परिवारों की बात सुनी।",
	"el": "Το συμβούλιο συνεδρίασε στην παλιά αίθουσα και άκουσε τις οικογένειες.",
}

func TestIdentify(t *testing.T) {
	for want, s := range inLanguages {
		if got, sure := identify(s); got != want || !sure {
			t.Errorf("%s: got %s, sure %v", want, got, sure)
		}
		if got, sure := identify(strings.Repeat(s+"\n\n", 200)); got != want || !sure {
			t.Errorf("%s, long: got %s, sure %v", want, got, sure)
		}
		if lexicons().names[want] == "" {
			t.Errorf("%s has no name", want)
		}
	}
}

// What is short, bare of words, or English in good part is English.
func TestIdentifyEnglish(t *testing.T) {
	for name, s := range map[string]string{
		"short":        "Communiqué de presse",
		"names":        strings.Repeat("José García, María de la Cruz, Jean-Paul Dupont, Abdul-Rahman al-Masri, ", 40),
		"table":        strings.Repeat("Wheat\t40\t50\nBarley\t30\t20\nMaize\t1\t2\n", 50),
		"numbers":      strings.Repeat("12,5 40 3.000 ", 100),
		"bibliography": strings.Repeat("Petrova, A. (2015). Harbour Towns. Geneva: Quay Press. Ode, B. (2016). El fin de la guerra. Madrid: Alba. ", 30),
		"quotes":       strings.Repeat(inLanguages["en"]+"\n\n"+inLanguages["ar"]+"\n\n", 20),
		"empty":        "",
	} {
		if got, _ := identify(s); got != "en" {
			t.Errorf("%s: got %s", name, got)
		}
	}
}

func TestSetLanguage(t *testing.T) {
	for name, c := range map[string]struct{ text, declared, format, want string }{
		"words win":              {inLanguages["fr"], "en", "html", "fr"},
		"the file tells more":    {inLanguages["en"], "en_GB", "html", "en-GB"},
		"too short, declared":    {"Communiqué", "fr", "html", "fr"},
		"too short, by a menu":   {"Communiqué", "fr", "docx", "en"},
		"no tag":                 {"Communiqué", "français de France", "html", "en"},
		"taken for its neighbor": {inLanguages["pt"], "gl", "html", "gl"},
		"English after all":      {inLanguages["en"], "fr", "html", "en"},
	} {
		d := &doc.Document{Text: c.text, File: doc.Meta{Language: c.declared, Format: c.format}}
		if setLanguage(d); d.File.Language != c.want {
			t.Errorf("%s: got %s, want %s", name, d.File.Language, c.want)
		}
	}
	menu := strings.Repeat("Home of the news and all that is in the shop for you. ", 30)
	d := &doc.Document{Text: menu + inLanguages["de"], Marks: []doc.Mark{{Span: doc.Span{Start: 0, End: len(menu)}, Kind: doc.MarkBoilerplate}}}
	if setLanguage(d); d.File.Language != "de" {
		t.Errorf("below a menu in English: got %s", d.File.Language)
	}
	if got := LanguageName("pt-BR"); got != "Portuguese" {
		t.Errorf("the name of pt-BR is %s", got)
	}
}

func BenchmarkSetLanguage(b *testing.B) {
	text := strings.Repeat(inLanguages["en"]+"\n", 7000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		setLanguage(&doc.Document{Text: text})
	}
}
