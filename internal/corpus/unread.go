package corpus

const asText = "save the document as plain text (.txt) or Markdown (.md)"

// unreadFormats say of formats without a reader what they are and what to do.
var unreadFormats = map[string]Unreadable{
	"ole":         {"it is an old file of Word, Excel, PowerPoint or Outlook", "open it and save a copy as .docx, .xlsx, .pptx or .eml"},
	"xls":         {"it is an old workbook of Excel", "open it and save a copy as .xlsx"},
	"ppt":         {"it is an old presentation of PowerPoint", "open it and save a copy as .pptx"},
	"odp":         {"it is an OpenDocument presentation", "export it as .pptx or .pdf"},
	"odf":         {"it is an OpenDocument file that holds no text", "export it as .pdf"},
	"xlsb":        {"it is a binary workbook of Excel", "open it and save a copy as .xlsx"},
	"xps":         {"it is an XPS file", "print it to a .pdf"},
	"iwork":       {"it is a file of Pages, Numbers or Keynote", "export it as .docx, .xlsx or .pptx"},
	"access":      {"it is a database of Access", "export what is to be read as .csv"},
	"chm":         {"it is a compiled help file of Windows", "unpack it (7-Zip does) and add the pages"},
	"spanned":     {"it is a part of an archive in several files", "unpack it and add the folder"},
	"wordperfect": {"it is a file of WordPerfect", "open it and save a copy as .docx or .odt"},
	"7z":          {"it is a 7-Zip archive", "unpack it and add the folder"},
	"rar":         {"it is a RAR archive", "unpack it and add the folder"},
	"xz":          {"it is packed with xz", "unpack it and add what it holds"},
	"pst":         {"it is a mailbox of Outlook", "export its mails as .eml or .mbox"},
	"mobi":        {"it is a Kindle book", "convert it to .epub"},
	"djvu":        {"it is a DjVu scan", "convert it to .pdf"},
	"ps":          {"it is a PostScript file", "convert it to .pdf"},
	"sqlite":      {"it is a database", "export what is to be read as .csv"},
	"image":       {"it is an image, without text", "put the text of it into a .txt file, or make a .pdf with recognised text of it"},
	"audio":       {"it is a sound recording", "add its transcript as .txt"},
	"video":       {"it is a film", "add its transcript as .txt"},
	"font":        {"it is a font", "remove it"},
	"program":     {"it is no text (a program)", "remove it"},
	"binary":      {"it is no text (binary data)", asText},
	"code":        {"it is the source of a program or a style sheet, no document", "remove it, or name it .txt if it is to be read as text"},
	"data":        {"it is data in XML, JSON or the like, no document", "save what is to be read as .txt or .csv"},
}

// unread is the error of a file in a format that has no reader.
func unread(format string) *Unreadable {
	if u, ok := unreadFormats[format]; ok {
		return &u
	}
	return &Unreadable{"files in the format " + format + " are not read", asText}
}
