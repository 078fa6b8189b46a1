import Diagnostics
import TextEncoding

extension ImportNote {
  static func unsupportedFile(_ name: String) -> ImportNote {
    ImportNote(
      .error, id: "kind",
      LocalizedText(
        fr: "« \(name) » n’est pas d’une sorte qui s’importe",
        en: "“\(name)” is of no kind that can be imported"),
      expected: LocalizedText(
        fr: ".docx, .odt, .html, .zip de Google Docs, .md, .txt de YesWiki, .csv, ou un dossier",
        en: ".docx, .odt, .html, Google Docs’ .zip, .md, YesWiki’s .txt, .csv, or a folder"))
  }

  static func unreadable(_ reason: LocalizedText) -> ImportNote {
    ImportNote(.error, id: "source", reason)
  }

  /// A page that is no text, or too long for one.
  static let noText = unreadable(
    LocalizedText(
      fr: "ce fichier n’est pas un texte en UTF-8 de 16 Mo au plus",
      en: "this file is no text in UTF-8 of 16 MB at most"))

  static func taken(_ path: String, free: String) -> ImportNote {
    ImportNote(
      .error, id: "exists",
      LocalizedText(
        fr: "« \(path) » existe déjà ; rien n’y a été touché",
        en: "“\(path)” is there already; it has not been touched"),
      expected: LocalizedText(
        fr: "un autre titre, qui donne un autre nom : --title \"\(free)\"",
        en: "another title, which gives another name: --title \"\(free)\""))
  }

  static func pathTaken(_ path: String) -> ImportNote {
    ImportNote(
      .error, id: "exists",
      LocalizedText(
        fr: "« \(path) » existe déjà ; rien n’y a été touché",
        en: "“\(path)” is there already; it has not been touched"),
      expected: LocalizedText(
        fr: "un autre dossier : --into NOM", en: "another folder: --into NAME"))
  }

  static func unusableName(_ path: String) -> ImportNote {
    ImportNote(
      .error, id: "name",
      LocalizedText(
        fr: "« \(path) » ne peut pas être le chemin d’un fichier du site",
        en: "“\(path)” cannot be the path of a file of the site"))
  }

  static func unwritableHead(_ path: String) -> ImportNote {
    ImportNote(
      .error, id: "front-matter",
      LocalizedText(
        fr: "l’en-tête de « \(path) » ne peut pas être écrit avec ces valeurs ; rien n’a été écrit",
        en: "the front matter of “\(path)” cannot hold these values; nothing was written"))
  }

  static func unreadField(_ label: String, _ reason: LocalizedText?, near: String) -> ImportNote {
    let because = (
      fr: reason.map { " : " + $0.french } ?? "", en: reason.map { ": " + $0.english } ?? ""
    )
    return ImportNote(
      id: "field", near: near,
      LocalizedText(
        fr: "« \(label) » est resté dans le texte\(because.fr)",
        en: "“\(label)” was left in the text\(because.en)"))
  }

  static func strayValue(_ name: String) -> ImportNote {
    ImportNote(
      .remark, id: "stray", near: "**\(name)** :",
      LocalizedText(
        fr: "aucun champ ne prend « \(name) » : sa valeur est à la fin du texte",
        en: "no field takes “\(name)”: its value is at the end of the text"))
  }

  static func picture(_ address: String, _ reason: LocalizedText, near: String?) -> ImportNote {
    ImportNote(
      id: "picture", near: near,
      LocalizedText(
        fr: "image « \(address) » laissée de côté : \(reason.french)",
        en: "picture “\(address)” left out: \(reason.english)"))
  }

  static func noAlternative(_ name: String) -> ImportNote {
    ImportNote(
      id: "alternative", near: "](\(name)",
      LocalizedText(
        fr: "l’image « \(name) » n’a pas de texte de remplacement",
        en: "the picture “\(name)” has no alternative"),
      expected: LocalizedText(
        fr: "ce qu’elle montre, entre les crochets", en: "what it shows, between the brackets"))
  }

  static func remotePicture(_ address: String) -> ImportNote {
    ImportNote(
      .remark, id: "remote-picture", near: address,
      LocalizedText(
        fr: "l’image « \(address) » est restée sur son site",
        en: "the picture “\(address)” has been left on its site"))
  }

  static func droppedLink(_ address: String, near: String) -> ImportNote {
    ImportNote(
      id: "link", near: near,
      LocalizedText(
        fr: "le lien vers « \(address) » est devenu du texte : sa cible n’est pas dans le site",
        en: "the link to “\(address)” became text: its target is not in the site"))
  }

  static func foreignTag(_ tag: String) -> ImportNote {
    ImportNote(
      id: "tag", near: tag,
      LocalizedText(
        fr: "« \(tag) » n’est compris que de l’outil d’origine : montré comme du code",
        en: "“\(tag)” means something to the former tool alone: shown as code"))
  }

  static func removedIcon(_ name: String) -> ImportNote {
    ImportNote(
      .remark, id: "icon",
      LocalizedText(fr: "icône « \(name) » ôtée", en: "icon “\(name)” taken out"))
  }

  static func leftOut(_ what: LocalizedText, near: String? = nil) -> ImportNote {
    ImportNote(id: "left-out", near: near, what)
  }

  static func unreadableLine(_ text: String) -> ImportNote {
    ImportNote(
      id: "front-matter", near: text,
      LocalizedText(
        fr: "ligne de l’en-tête incomprise « \(text) »", en: "unread line of front matter “\(text)”"
      ))
  }
}
