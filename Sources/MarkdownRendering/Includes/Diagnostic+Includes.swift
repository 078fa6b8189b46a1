import Diagnostics

/// What is said of texts of other files that a text includes.
extension Diagnostic {
  /// - Parameters:
  ///   - folder: The folder that the path was looked for in, from the source; empty for the source itself.
  ///   - suggestion: The file that the writer is likely to mean.
  static func includeMissing(
    _ path: String, in folder: String, suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    let (french, english) =
      folder.isEmpty
      ? ("celui du site", "that of the site") : ("« \(folder)/ »", "“\(folder)/”")
    return Diagnostic(
      .warning, id: "include.missing", at: location,
      LocalizedText(
        fr: "le fichier à inclure « \(path) » n’existe pas",
        en: "the file to include “\(path)” does not exist"),
      expected: LocalizedText(
        fr: "le chemin d’un fichier depuis le dossier \(french)",
        en: "the path of a file from the folder \(english)"),
      suggestion: suggestion.map {
        LocalizedText(fr: "voulez-vous dire « \($0) » ?", en: "do you mean “\($0)”?")
      })
  }

  static func includeOutside(_ path: String, at location: SourceLocation) -> Diagnostic {
    told(
      "include.outside",
      "« \(path) » ne peut pas être inclus : il n’est pas dans le dossier du site",
      "“\(path)” cannot be included: it does not lie in the folder of the site", at: location,
      fr: "le chemin d’un fichier du site, sans lien symbolique, ni adresse, ni dossier caché",
      en: "the path of a file of the site, no symbolic link, address or hidden folder")
  }

  static func includeUnreadable(_ path: String, at location: SourceLocation) -> Diagnostic {
    told(
      "include.unreadable",
      "« \(path) » ne peut pas être inclus : ce n’est pas un texte, ou il est trop long",
      "“\(path)” cannot be included: it is no text, or too long", at: location,
      fr: "un texte en UTF-8 de 1 Mo au plus", en: "a text in UTF-8 of 1 MB at most")
  }

  static func includeCircle(_ path: String, at location: SourceLocation) -> Diagnostic {
    told(
      "include.circle", "« \(path) » s’inclut lui-même", "“\(path)” includes itself", at: location,
      fr: "des fichiers qui ne s’incluent pas en rond",
      en: "files that do not include each other")
  }

  static func includeTooDeep(limit: Int, at location: SourceLocation) -> Diagnostic {
    told(
      "include.bounds", "trop de fichiers inclus les uns dans les autres",
      "too many files included in one another", at: location, fr: "au plus \(limit)",
      en: "at most \(limit)")
  }

  static func includesTooMuch(files: Int, bytes: Int, at location: SourceLocation) -> Diagnostic {
    told(
      "include.bounds", "cette fiche inclut trop de texte", "this sheet includes too much text",
      at: location, fr: "au plus \(files) fichiers et \(bytes >> 20) Mo",
      en: "at most \(files) files and \(bytes >> 20) MB")
  }

  static func includeWithoutPart(
    _ path: String, _ part: IncludedPart, at location: SourceLocation
  ) -> Diagnostic {
    let (french, english) =
      switch part {
      case .anchor(let name), .section(let name): ("pas de partie « \(name) »", "no part “\(name)”")
      case .lines, .whole: ("pas ces lignes", "no such lines")
      case .between(let after?, nil, _): ("pas de ligne « \(after) »", "no line “\(after)”")
      case .between(nil, let before?, _): ("pas de ligne « \(before) »", "no line “\(before)”")
      case .between(let after, let before, _):
        (
          "pas de lignes entre « \(after ?? "") » et « \(before ?? "") »",
          "no lines between “\(after ?? "")” and “\(before ?? "")”"
        )
      }
    return told(
      "include.part", "« \(path) » n’a \(french)", "“\(path)” has \(english)", at: location,
      fr:
        "des lignes du fichier, ou un nom qui s’y trouve : « ANCHOR: nom », « --8<-- [start:nom] »",
      en: "lines of the file, or a name in it: “ANCHOR: name”, “--8<-- [start:name]”")
  }

  static func openInclude(at location: SourceLocation) -> Diagnostic {
    told(
      "include.open", "cette liste de fichiers à inclure n’est pas refermée",
      "this list of files to include is not closed", at: location,
      fr: "« --8<-- », seul sur une ligne, à la fin de la liste",
      en: "“--8<--”, on a line of its own, at the end of the list")
  }

  private static func told(
    _ id: String, _ french: String, _ english: String, at location: SourceLocation, fr: String,
    en: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: id, at: location, LocalizedText(fr: french, en: english),
      expected: LocalizedText(fr: fr, en: en))
  }
}
