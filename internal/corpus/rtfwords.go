package corpus

import (
	"fmt"
	"strings"
)

// rtfSigns are control words that stand for a character.
var rtfSigns = map[string]rune{
	"emdash": '—', "endash": '–', "lquote": '‘', "rquote": '’', "ldblquote": '“', "rdblquote": '”', "bullet": '•',
	"emspace": ' ', "enspace": ' ', "qmspace": ' ', "zwj": 0, "zwnj": 0,
}

// rtfSkipped are groups that hold no text of the document.
var rtfSkipped = set(`colortbl pict object themedata colorschememapping latentstyles listtable listoverridetable listlevel leveltext levelnumbers listname rsidtbl generator xmlnstbl fldinst bkmkstart bkmkend datastore operator company category keywords doccomm hlinkbase nextfile template revtbl atnid atnauthor annotation atrfstart atrfend atndate atnref filetbl private shpinst nonshppict sp sn sv falt panose objdata nonesttables mmathPr userprops upr tc xe pgdsctbl listpicture pnseclvl stylesheet2 passwordhash protusertbl background`)

// word obeys a control word.
func (r *rtfReader) word(word string, arg int, has bool) {
	if word == "u" {
		r.unicode(arg)
		return
	}
	r.decode()
	if c, ok := rtfSigns[word]; ok {
		if c != 0 {
			r.write(string(c))
		}
		return
	}
	if r.destination(word) || r.property(word, arg, has) {
		return
	}
	switch word {
	case "par", "sect":
		r.st.table = r.st.table && word == "par"
		if r.st.table && r.st.dest == rtfBody {
			r.par.text(" ")
			return
		}
		r.endPar()
	case "line", "lbr":
		r.par.newline()
	case "tab":
		if r.st.dest == rtfLabel {
			r.label += " "
			return
		}
		r.par.tabulator()
	case "page", "pagebb":
		r.pageBreak(word)
	case "cell", "nestcell":
		if r.st.dest == rtfBody {
			r.endCell()
		}
	case "row", "nestrow":
		if r.st.dest == rtfBody {
			r.endRow()
		}
	case "chftn":
		r.noteMark()
	case "bin":
		r.at = min(r.at+max(arg, 0), len(r.data))
	case "yr", "mo", "dy":
		if r.st.dest == rtfInfo && arg > 0 {
			fmt.Fprintf(&r.field, map[string]string{"yr": "%04d", "mo": "-%02d", "dy": "-%02d"}[word], arg)
			r.info["date"] = []string{strings.TrimSpace(r.field.String())}
		}
	}
}

// pageBreak notes that a page begins.
func (r *rtfReader) pageBreak(word string) {
	if r.st.dest != rtfBody || word != "page" {
		return
	}
	r.endPar()
	if r.pages++; r.pages == 1 {
		r.pages = 2
	}
	r.c.page(r.pages)
}

// noteMark writes the number of a note where its mark stands, and leaves it
// out in the note.
func (r *rtfReader) noteMark() {
	if r.st.dest == rtfNote {
		return
	}
	r.number++
	r.par.noteRef(fmt.Sprint(r.number))
}

// destination obeys a word that says where the text of its group goes.
func (r *rtfReader) destination(word string) bool {
	switch word {
	case "fonttbl":
		r.st.dest = rtfFonts
	case "stylesheet":
		r.st.dest = rtfStyles
	case "info":
		r.st.dest = rtfInfo
	case "title", "author", "creatim", "subject", "revtim", "printim", "manager", "comment", "buptim":
		if r.st.dest == rtfInfo {
			r.field.Reset()
			r.st.marked = false
			r.infoGroup(word)
		}
	case "footnote":
		r.st.body = &run{}
		r.st.body.join(&r.par)
		r.st.body.blank = r.par.blank
		r.par = run{}
		r.st.dest, r.st.raised = rtfNote, false
	case "header", "footer", "headerl", "headerr", "footerl", "footerr", "headerf", "footerf":
		r.st.body = &run{}
		r.st.body.join(&r.par)
		r.st.body.blank = r.par.blank
		r.par = run{}
		r.st.dest, r.st.table = rtfAround, false
	case "listtext", "pntext":
		r.st.dest = rtfLabel
		r.label = ""
	case "shptxt", "fldrslt":
		return true
	default:
		if rtfSkipped[word] || r.st.marked && !rtfKept[word] {
			r.st.marked = false
			r.st.dest = rtfNowhere
			return true
		}
		return false
	}
	r.st.marked = false
	return true
}

// rtfKept are words behind \* that are no group to be left out.
var rtfKept = set(`footnote cs ts shppict fldrslt listtext pntext pn`)

// infoGroup reads what a group of the document's properties says.
func (r *rtfReader) infoGroup(word string) {
	end := r.at
	for end < len(r.data) && r.data[end] != '}' && end-r.at < 4000 {
		end++
	}
	if word != "title" && word != "author" {
		if word != "creatim" {
			r.st.dest = rtfNowhere
		}
		return
	}
	sub := &rtfReader{data: r.data[r.at:end], page: r.page, fonts: r.fonts}
	sub.st.skip = r.st.skip
	sub.read()
	if s := sub.par.String(); s != "" {
		if word == "author" {
			word = "creator"
		}
		r.info[word] = []string{s}
	}
	r.st.dest = rtfNowhere
}

// property obeys a word that changes how text is set.
func (r *rtfReader) property(word string, arg int, has bool) bool {
	switch word {
	case "ansicpg":
		if e := codePageOf(arg); e != nil {
			r.page = e
		}
	case "mac":
		r.page = codePageOf(10000)
	case "pc":
		r.page = codePageOf(437)
	case "pca":
		r.page = codePageOf(850)
	case "f":
		r.st.font = arg
	case "fcharset":
		if r.st.dest == rtfFonts && len(r.fonts) < 10000 {
			r.fonts[r.st.font] = codePageOf(charsets[arg])
		}
	case "cpg":
		if r.st.dest == rtfFonts {
			r.fonts[r.st.font] = codePageOf(arg)
		}
	case "uc":
		r.st.skip = min(max(arg, 0), 16)
	case "plain":
		r.st.raised, r.st.hidden = false, false
	case "super":
		r.st.raised = !has || arg != 0
	case "nosupersub", "sub":
		r.st.raised = false
	case "up":
		r.st.raised = arg > 0
	case "v", "deleted":
		r.st.hidden = !has || arg != 0
	case "pard":
		r.st.style, r.st.level, r.st.listed, r.st.table = 0, 0, 0, false
	case "s":
		r.st.style = arg
		if r.st.dest == rtfStyles {
			r.styleName(arg)
		}
	case "outlinelevel":
		r.st.level = arg + 1
	case "ls":
		if arg > 0 {
			r.st.listed = max(r.st.listed, 1)
		}
	case "ilvl":
		r.st.listed = min(max(arg, 0), 8) + 1
	case "intbl":
		r.st.table = true
	case "trowd":
		r.st.table = true
	default:
		return false
	}
	return true
}

// styleName reads the name of style n, which ends its group.
func (r *rtfReader) styleName(n int) {
	end := r.at
	for end < len(r.data) && r.data[end] != ';' && r.data[end] != '}' && end-r.at < 2000 {
		end++
	}
	s := string(r.data[r.at:end])
	if at := strings.LastIndexAny(s, "}"); at >= 0 {
		s = s[at+1:]
	}
	// The name stands behind the last control word.
	if at := strings.LastIndexByte(s, '\\'); at >= 0 {
		s = s[at:]
		if sp := strings.IndexByte(s, ' '); sp >= 0 {
			s = s[sp+1:]
		}
	}
	if len(r.styles) < 10000 {
		r.styles[n] = strings.ToLower(strings.TrimSpace(s))
	}
}
