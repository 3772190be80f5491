package nlp

import (
	"analyze/internal/doc"
)

// fromForeign makes candidates of bodies that go by their name in another
// language: a head with a capital and what follows with capitals, joined by small
// words of that language: "Banco de la Nación", "Mouvement pour la Justice". A
// head that is an English word as well needs such a small word.
func (n *namer) fromForeign() {
	for s := range n.d.Sentences {
		sent := &n.d.Sentences[s]
		for i := sent.First; i+1 < sent.Last; i++ {
			t := n.traits[i]
			if !t.has(tCap) || t.any(tNever|tWork) {
				continue
			}
			foreign := lookup(foreignHeads, n.words[i])
			if !foreign && !lookup(sharedHeads, n.words[i]) && !n.firmPrefix(i) {
				continue
			}
			last, joined := n.foreignTail(i+1, sent.Last)
			switch {
			case last == i+1 || !joined && lookup(sharedHeads, n.words[i]):
				continue
			case joined:
				n.cands = append(n.cands, cand{first: i, last: last, typ: doc.Org, power: 84, hit: -1})
			default:
				n.cands = append(n.cands, cand{first: i, last: last, typ: doc.Org, power: 72, hit: -1})
			}
			i = last - 1
		}
	}
}

// firmPrefix reports whether token i is a legal form that stands before the name
// of a firm.
func (n *namer) firmPrefix(i int) bool {
	return n.traits[i].has(tCaps) && lookup(firmPrefixes, n.words[i]) && n.trait(i+1).has(tCap) && !n.trait(i+1).has(tCaps)
}

// foreignTail returns the end of a name whose head stands before token i, and
// whether small words of another language join it.
func (n *namer) foreignTail(i, end int) (last int, joined bool) {
	last = i
	small := 0
	for k := i; k < end && k < i+12; k++ {
		t := n.traits[k]
		switch {
		case t.has(tCap) && !t.has(tNever):
			if k > last && n.traits[k].has(tGiven) && small == 1 && lookup(listJoins, n.words[k-1]) {
				return last, joined // "Banco Ripley y Ana": another name
			}
			joined = joined || small > 0
			last, small = k+1, 0
		case n.words[k] == "&", n.words[k] == "-" && n.glued(k) && n.glued(k+1):
		case t.has(tLower) && lookup(foreignJoins, n.words[k]) && small < 2:
			small++
		default:
			return last, joined
		}
	}
	return last, joined
}

var (
	foreignHeads = set("banco", "banque", "banca", "caja", "caixa", "grupo", "groupe", "gruppo", "grupa", "grup", "gruppe", "fundacja", "stowarzyszenie", "związek", "partia", "ruch", "savez", "udruženje", "stranka", "svaz", "spolek", "strana", "egyesület", "fondacija", "uniunea", "partidul", "lega", "unia", "minera", "compañía", "cementos", "cervecería", "aerolíneas", "constructora", "ingenio", "hacienda", "laboratorios", "democrazia", "empresa", "compañía", "companhia", "compagnie", "compagnia",
		"société", "sociedad", "sociedade", "società", "cooperativa", "fundación", "fundação", "fondation", "fondazione", "stiftung",
		"asociación", "associação", "associazione", "sindicato", "syndicat", "sindacato", "confederación", "confederação", "confédération", "confederazione",
		"federación", "federação", "fédération", "federazione", "movimiento", "movimento", "mouvement", "partido", "partito", "frente", "fronte", "fuerza", "fuerzas", "força", "forças", "forces",
		"unión", "união", "unione", "alianza", "aliança", "alleanza", "universidad", "universidade", "université", "università", "universität", "universiteit", "universitas", "hochschule",
		"instituto", "istituto", "institut", "escuela", "escola", "école", "scuola", "ministerio", "ministério", "ministère", "ministero", "bundesministerium", "secretaría", "secretaria", "secrétariat",
		"dirección", "direção", "direzione", "direction", "agencia", "agência", "agence", "agenzia", "comisión", "comissão", "commissione", "consejo", "conselho", "conseil", "consiglio",
		"tribunal", "tribunale", "corte", "cour", "juzgado", "policía", "polícia", "polizia", "gendarmerie", "guardia", "ejército", "exército", "armée", "comité", "comitê", "comitato",
		"colectivo", "collectif", "coordinadora", "coordination", "centro", "oficina", "cámara", "câmara", "chambre", "camera", "defensoría", "fiscalía", "procuraduría", "contraloría", "superintendencia", "registraduría",
		"observatorio", "observatório", "observatoire", "osservatorio", "ligue", "liga", "hôpital", "hospital", "clínica", "museo", "musée", "museu", "academia", "académie", "accademia", "asamblea", "assemblée", "congreso", "parlamento", "parlement",
		"asociatia", "asociația", "partidul", "banca", "ministerul", "verein", "verband", "bund", "gesellschaft", "stichting", "vereniging", "partij", "rassemblement", "autorité", "autoridad", "oficial", "editorial", "ediciones", "éditions", "librairie", "asile", "médicos", "médecins", "jandarma", "régie", "gremio", "rondas", "lycée", "liceo", "colegio", "collège", "kolleg", "inversiones", "minerales", "transportes", "construcciones", "comercial", "corporación", "corporação", "consorcio", "organización", "organização", "organisasi", "yayasan", "persatuan", "pertubuhan", "kementerian", "badan", "majlis", "dewan", "parti", "kongres", "bloque", "bloco", "bloc", "red", "radio")
	// sharedHeads are English words as well.
	sharedHeads = set("association", "commission", "direction", "coordination", "union", "front", "organisation", "radio", "red", "tribunal", "hospital", "institut", "forces", "bloc", "camera", "bund", "editorial", "liga", "majlis", "parti", "oficial", "caja", "corte", "armée", "badan", "dewan", "congrès", "centre", "office", "agence", "fonds", "office", "service", "caisse", "maison", "collectif")
	// foreignJoins are the small words of names in Romance and Germanic languages.
	foreignJoins = set("de", "del", "la", "las", "los", "el", "le", "les", "du", "des", "da", "do", "das", "dos", "di", "della", "delle", "dei", "degli", "dello", "al", "y", "e", "et", "und", "en", "em", "pour", "por", "para", "per", "für", "der", "die", "van", "voor", "het", "sur", "sans", "sin", "aux", "au", "à", "contra", "contre", "pentru", "si", "și", "d'", "l'")
	listJoins    = set("y", "e", "et", "und")
	firmPrefixes = set("pt", "ooo", "zao", "oao", "pao", "cv", "tov", "pjsc", "ao", "uab")
)
