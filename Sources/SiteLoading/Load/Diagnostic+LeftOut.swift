import ContentModel
import Diagnostics

/// What is not published, or in no list, and why: remarks, which the closing line of a command counts.
extension Diagnostic {
  /// A sheet that waits, or that its writer keeps back.
  ///
  /// - Parameter origin: The sheet that the reason is that of: itself, or the one that it translates.
  static func heldBack(
    _ sheet: Sheet, _ reason: SheetDirectory.Unpublished, of origin: Sheet
  ) -> Diagnostic {
    let date = origin.publication.from ?? origin.date
    let day = LocalizedText(
      fr: date.map { "le \($0)" } ?? "son jour", en: date.map { "\($0)" } ?? "its day")
    let cause =
      switch reason {
      case .draft: LocalizedText(fr: "c’est un brouillon", en: "it is a draft")
      case .future:
        LocalizedText(fr: "elle attend \(day.french)", en: "it waits for \(day.english)")
      case .expired: LocalizedText(fr: "elle est périmée", en: "it has expired")
      case .unreadable: LocalizedText(fr: "elle est illisible", en: "it cannot be read")
      }
    return Diagnostic(
      .remark, id: reason == .future ? "sheet.waiting" : "sheet.held-back",
      at: SourceLocation(path: sheet.path),
      origin === sheet
        ? LocalizedText(
          fr: "fiche retenue : \(cause.french)", en: "sheet held back: \(cause.english)")
        : LocalizedText(
          fr: "traduction retenue avec sa fiche d’origine, « \(origin.path) » : \(cause.french)",
          en: "translation held back with its original, “\(origin.path)”: \(cause.english)"),
      suggestion: LocalizedText(
        fr: "« archipel serve --drafts » la montre", en: "“archipel serve --drafts” shows it"))
  }

  /// A sheet that is published, and that its address and links alone lead to.
  static func unlisted(_ sheet: Sheet) -> Diagnostic {
    Diagnostic(
      .remark, id: "sheet.unlisted", at: SourceLocation(path: sheet.path),
      LocalizedText(
        fr: "page hors des listes : son adresse et les liens seuls y mènent",
        en: "unlisted page: its address and links alone lead to it"))
  }

  /// A sheet that cannot be read, which keeps the others from nothing.
  static func unreadSheet(_ sheet: Sheet) -> Diagnostic {
    Diagnostic(
      .warning, id: "sheet.held-back", at: SourceLocation(path: sheet.path),
      LocalizedText(
        fr: "cette fiche n’est pas publiée : elle ne peut pas être lue",
        en: "this sheet is not published: it cannot be read"),
      expected: LocalizedText(
        fr: "un fichier sans l’erreur dite ici", en: "a file without the mistake told here"))
  }

  /// A file that nothing is made from.
  static func leftOut(_ file: LeftOut) -> Diagnostic? {
    let cause: LocalizedText
    switch file.reason {
    case .underscore:
      cause = LocalizedText(
        fr: "ce qui commence par « _ » n’est pas une page",
        en: "what starts with “_” is no page")
    case .hidden:
      cause = LocalizedText(
        fr: "un dossier qui commence par « . » n’est pas lu",
        en: "a folder that starts with “.” is not read")
    case .beside:
      cause = LocalizedText(
        fr: "un dossier de ce nom est celui d’un outil",
        en: "a folder of this name is that of a tool")
    case .outside:
      cause = LocalizedText(
        fr: "il n’est pas dans le dossier du contenu", en: "it is not in the content folder")
    case .excluded:
      cause = LocalizedText(
        fr: "« exclude » de « _config.yml » le nomme", en: "“exclude” of “_config.yml” names it")
    case .otherFormat:
      cause = LocalizedText(
        fr: "c’est un gabarit d’un autre outil", en: "it is a template of another tool")
    case .otherMarkup: return .leftOutMarkup(at: SourceLocation(path: file.file.path))
    case .drawing: return .leftOutDrawing(at: SourceLocation(path: file.file.path))
    case .contents: return nil
    }
    return Diagnostic(
      .remark, id: "source.left-out", at: SourceLocation(path: file.file.path),
      LocalizedText(
        fr: "fichier laissé de côté : \(cause.french)", en: "file left out: \(cause.english)"),
      suggestion: LocalizedText(
        fr: "pour le publier, donnez-lui un autre nom, ou un autre dossier",
        en: "to publish it, give it another name, or another folder"))
  }

  /// A page that is not written in Markdown.
  private static func leftOutMarkup(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .remark, id: "source.left-out", at: location,
      LocalizedText(
        fr: "fichier laissé de côté : cette page n’est pas en Markdown",
        en: "file left out: this page is not in Markdown"),
      suggestion: LocalizedText(
        fr: "pour la publier, convertissez-la : Pandoc écrit du Markdown, avec « -t gfm »",
        en: "to publish it, convert it: Pandoc writes Markdown, with “-t gfm”"))
  }

  /// A drawing, which Markdown only carries.
  private static func leftOutDrawing(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .remark, id: "source.left-out", at: location,
      LocalizedText(
        fr: "fichier laissé de côté : c’est un dessin d’Excalidraw",
        en: "file left out: it is a drawing of Excalidraw"),
      suggestion: LocalizedText(
        fr: "pour le montrer, exportez-le en SVG à côté, sous le même nom",
        en: "to show it, export it as SVG beside it, under the same name"))
  }

  /// A folder of sheets that is not read.
  static func leftOutFolder(
    _ folder: String, sheets: Int, beside content: String? = nil, at location: SourceLocation
  ) -> Diagnostic {
    let name = folder.split(separator: "/").last ?? folder[...]
    let right = name.drop { $0 == "_" || $0 == "." }
    let (s, sont) = sheets > 1 ? ("s", "sont") : ("", "est")
    return Diagnostic(
      .warning, id: "source.left-folder", at: location,
      LocalizedText(
        fr: "\(sheets) fiche\(s) \(sont) dans « \(folder)/ », qui n’est pas lu",
        en: "\(sheets) sheet\(sheets == 1 ? " is" : "s are") in “\(folder)/”, which is not read"),
      suggestion: hint(right: String(right), isRenamed: right != name, content))
  }

  private static func hint(
    right: String, isRenamed: Bool, _ content: String?
  ) -> LocalizedText {
    if let content {
      return LocalizedText(
        fr: "pour les publier, mettez ce dossier dans « \(content)/ »",
        en: "to publish them, put this folder into “\(content)/”")
    }
    return isRenamed
      ? LocalizedText(
        fr: "pour les publier, renommez le dossier « \(right) »",
        en: "to publish them, rename the folder “\(right)”")
      : LocalizedText(
        fr: "pour les publier, donnez un autre nom au dossier",
        en: "to publish them, give the folder another name")
  }

  /// A sheet whose components are not shown.
  static func readAsMarkdown(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .remark, id: "source.components", at: location,
      LocalizedText(
        fr: "fichier MDX lu comme du Markdown : ses composants ne sont pas montrés",
        en: "MDX file read as Markdown: its components are not shown"),
      expected: LocalizedText(fr: "du Markdown", en: "Markdown"))
  }
}

extension SourceFolder {
  /// How many sheets are in the folders that are not read, as `_pages`, by the paths of these folders.
  var unreadFolders: [String: Int] {
    Dictionary(leftOut.compactMap(\.unreadFolder).map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// What is to be said of the files that nothing is made from.
  func reportLeftOut(_ diagnostics: inout [Diagnostic]) {
    var outside: Set<String> = []
    for file in leftOut {
      if let remark = Diagnostic.leftOut(file) { diagnostics.append(remark) }
      if file.reason == .outside, let folder = file.unreadFolder { outside.insert(folder) }
    }
    // Who has made a site of the folder has named its folders on purpose.
    for (folder, count) in unreadFolders.sorted(by: { $0.key < $1.key }) where isPlain {
      diagnostics.append(
        .leftOutFolder(
          folder, sheets: count, beside: outside.contains(folder) ? contentFolder : nil,
          at: SourceLocation(path: folder)))
    }
    for file in sheets where SourceName.holdsComponents(file.contentPath) {
      diagnostics.append(.readAsMarkdown(at: SourceLocation(path: file.path)))
    }
  }
}

extension LeftOut {
  /// The folder that keeps the file from being read; nil when its own name does.
  fileprivate var unreadFolder: String? {
    if reason == .beside || reason == .outside {
      let parts = file.path.split(separator: "/")
      return parts.count > 1 ? parts.first.map(String.init) : nil
    }
    let sign: Character = reason == .underscore ? "_" : "."
    guard reason == .underscore || reason == .hidden else { return nil }
    let parts = file.path.split(separator: "/")
    guard let place = parts.dropLast().firstIndex(where: { $0.first == sign }) else { return nil }
    return parts[...place].joined(separator: "/")
  }
}
