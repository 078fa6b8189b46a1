package import Diagnostics
package import SiteFiles

/// What can be wrong with the source folder as a whole.
extension Diagnostic {
  /// - Parameter isPlain: Whether nobody has made a site of the folder: the link is then left out.
  static func linkLeavesSource(
    isPlain: Bool = false, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      isPlain ? .warning : .error, id: "source.symlink", at: location,
      LocalizedText(
        fr: "ce lien symbolique sort du dossier du site, ou mène à ce qui y est caché",
        en: "this symbolic link leaves the site’s folder, or leads to what is hidden there"),
      expected: LocalizedText(fr: "une copie du fichier", en: "a copy of the file"))
  }

  /// - Parameter isPlain: Whether nobody has made a site of the folder: the link is then left out.
  static func brokenSymbolicLink(isPlain: Bool, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      isPlain ? .warning : .error, id: "source.symlink", at: location,
      LocalizedText(
        fr: "ce lien symbolique ne mène à rien", en: "this symbolic link leads nowhere"),
      expected: LocalizedText(
        fr: "une copie du fichier",
        en: "a copy of the file"))
  }

  /// - Parameter isPlain: Whether nobody has made a site of the folder: the link is then left out.
  static func repeatedLink(
    limit: Int, isPlain: Bool, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      isPlain ? .warning : .error, id: "source.symlink", at: location,
      LocalizedText(
        fr: "plus de \(limit) chemins de liens symboliques mènent à ce dossier : il n’est plus lu "
          + "à partir d’ici",
        en:
          "more than \(limit) ways through symbolic links lead to this folder: from here on it is "
          + "no longer read"),
      expected: LocalizedText(
        fr: "des dossiers à la place des liens, ou moins de liens",
        en: "folders in place of links, or fewer links"))
  }

  /// - Parameter isPlain: Whether nobody has made a site of the folder: the file is then left out.
  static func unreadableName(isPlain: Bool, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      isPlain ? .warning : .error, id: "source.name", at: location,
      LocalizedText(
        fr: "le nom de ce fichier n’est pas en UTF-8 : il est laissé de côté",
        en: "the name of this file is not in UTF-8: it is left out"),
      suggestion: LocalizedText(fr: "renommez le fichier", en: "rename the file"))
  }

  static func looksLikeSheet(_ name: Substring, at location: SourceLocation) -> Diagnostic {
    let right = name.dropLast(".txt".count)
    return Diagnostic(
      .warning, id: "source.sheet-name", at: location,
      LocalizedText(
        fr:
          "ce fichier ressemble à une fiche, mais son nom finit par « .txt » : il est publié tel quel",
        en: "this file looks like a sheet, but its name ends in “.txt”: it is published as it is"),
      expected: LocalizedText(fr: "un nom en « .md »", en: "a name in “.md”"),
      suggestion: LocalizedText(
        fr: "renommez-le « \(right) » (Windows cache la fin des noms : affichez les extensions)",
        en: "rename it “\(right)” (Windows hides the end of names: show extensions)"))
  }

  static func notAFile(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "source.kind", at: location,
      LocalizedText(
        fr: "ce n’est pas un fichier ordinaire : il est laissé de côté",
        en: "this is no regular file: it is left out"),
      expected: LocalizedText(fr: "un fichier ou un dossier", en: "a file or a folder"))
  }

  static func folderNamedAsSheet(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "source.kind", at: location,
      LocalizedText(
        fr: "ce dossier porte le nom d’une fiche", en: "this folder has the name of a sheet"),
      expected: LocalizedText(
        fr: "un fichier ; pour un dossier, un nom sans « .md »",
        en: "a file; for a folder, a name without “.md”"))
  }

  static func foldersTooDeep(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "source.depth", at: location,
      LocalizedText(
        fr: "plus de \(limit) dossiers les uns dans les autres",
        en: "more than \(limit) folders in one another"),
      expected: LocalizedText(
        fr: "des dossiers moins profonds",
        en: "folders less deep"))
  }

  package static func publishedFolder(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "source.published", at: location,
      LocalizedText(
        fr: "ce dossier est un site qu’Archipel a publié : il est laissé de côté",
        en: "this folder is a site that Archipel has published: it is left out"),
      suggestion: LocalizedText(
        fr: "supprimez-le ; ou, pour le publier tel quel, ôtez-en « .archipel-manifest »",
        en: "delete it; or, to publish it as it is, remove its “.archipel-manifest”"))
  }

  package static func unreadable(
    _ failure: DiskFile.Failure, isFolder: Bool = false, at location: SourceLocation
  ) -> Diagnostic {
    if failure.isOutside { return .linkLeavesSource(at: location) }
    let (french, english) = isFolder ? ("dossier", "folder") : ("fichier", "file")
    return Diagnostic(
      .error, id: "source.unreadable", at: location,
      LocalizedText(
        fr: "ce \(french) ne peut pas être lu : \(failure.reason.french)",
        en: "this \(english) cannot be read: \(failure.reason.english)"),
      suggestion: LocalizedText(
        fr: "rendez-le lisible, ou ôtez-le du site",
        en: "make it readable, or remove it from the site"))
  }

  /// A file that is longer than what is read.
  ///
  /// - Parameter isPlain: Whether nobody has made a site of the folder: the file is then left out.
  static func tooLarge(limit: Int, isPlain: Bool, at location: SourceLocation) -> Diagnostic {
    let (french, english) =
      limit >= 1 << 30
      ? ("\(limit >> 30) Gio", "\(limit >> 30) GiB")
      : ("\(limit >> 20) Mio", "\(limit >> 20) MiB")
    return Diagnostic(
      isPlain ? .warning : .error, id: "source.unreadable", at: location,
      LocalizedText(
        fr: "ce fichier ne peut pas être lu : il est trop gros",
        en: "this file cannot be read: it is too large"),
      expected: LocalizedText(fr: "au plus \(french)", en: "\(english) at most"),
      suggestion: LocalizedText(fr: "ôtez-le du site", en: "remove it from the site"))
  }

  static func notUTF8(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "source.encoding", at: location,
      LocalizedText(fr: "le fichier n’est pas en UTF-8", en: "the file is not in UTF-8"),
      suggestion: LocalizedText(
        fr: "dans l’éditeur de texte, enregistrez-le avec l’encodage UTF-8",
        en: "in the text editor, save it with the UTF-8 encoding"))
  }

  /// - Parameter known: The themes that there are, those of the program and of the site.
  static func unknownTheme(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "site.theme", at: location,
      LocalizedText(fr: "thème inconnu « \(name) »", en: "unknown theme “\(name)”"),
      expected: LocalizedText(
        fr: (known.map { "« \($0) »" } + ["le nom d’un dossier de « themes/ »"])
          .joined(separator: ", "),
        en: (known.map { "“\($0)”" } + ["the name of a folder of “themes/”"])
          .joined(separator: ", ")),
      suggestion: NearMiss.suggestion(for: name, among: known))
  }

  package static func unreadableBaseURL(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.base-url", at: location,
      LocalizedText(
        fr: "adresse du site illisible « \(text) »", en: "unreadable base URL “\(text)”"),
      expected: LocalizedText(fr: "« https://exemple.fr/ »", en: "“https://example.org/”"))
  }

  package static func missingTemplate(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.missing-template",
      at: SourceLocation(path: "themes"),
      LocalizedText(
        fr: "le thème n’a pas de gabarit « \(name) »", en: "the theme has no template “\(name)”"),
      expected: LocalizedText(
        fr: "le fichier « templates/\(name).mustache » dans un dossier de « themes »",
        en: "the file “templates/\(name).mustache” in a folder of “themes”"))
  }

  package static func nameTooLong(_ name: Substring, limit: Int, path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "site.name-length", at: SourceLocation(path: path),
      LocalizedText(
        fr: "nom trop long pour une adresse « \(name.prefix(40))… »",
        en: "name too long for an address “\(name.prefix(40))…”"),
      expected: LocalizedText(fr: "au plus \(limit) octets", en: "at most \(limit) bytes"))
  }

  package static func wordOfNoSheet(
    _ word: String, field: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "view.word", at: location,
      LocalizedText(
        fr: "aucune fiche n’a « \(word) » pour « \(field) »",
        en: "no sheet has “\(word)” for “\(field)”"),
      expected: LocalizedText(names: known),
      suggestion: NearMiss.suggestion(for: word, among: known))
  }

  package static func unknownViewFolder(
    _ folder: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "view.folder", at: location,
      LocalizedText(
        fr: "la vue montre le dossier « \(folder) », qui n’a pas de fiche",
        en: "the view shows the folder “\(folder)”, which has no sheet"),
      expected: LocalizedText(names: known),
      suggestion: NearMiss.suggestion(for: folder, among: known))
  }

  package static func unknownGlossaryWord(
    _ word: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "view.word", at: location,
      LocalizedText(
        fr: "le glossaire ne définit pas « \(word) »",
        en: "the glossary does not define “\(word)”"),
      expected: LocalizedText(
        fr: "le texte d’un titre « ## » de la page", en: "the text of a “##” heading of the page"),
      suggestion: NearMiss.suggestion(for: word, among: known))
  }

  /// An entry of a menu that leads nowhere.
  ///
  /// - Parameters:
  ///   - suggestion: What the link of a sheet to it would be told.
  ///   - known: What it may name.
  package static func unknownMenuTarget(
    _ target: String, suggestion: LocalizedText?, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    let name = target.drop { $0 == "/" }
    return Diagnostic(
      .error, id: "site.menu", at: location,
      LocalizedText(
        fr: "le menu mène à « \(target) », qui n’existe pas",
        en: "the menu leads to “\(target)”, which does not exist"),
      expected: LocalizedText(
        fr: "un dossier du contenu, une fiche sans « .md », comme « methodes/world-cafe », "
          + "ou une adresse",
        en: "a folder of the content, a sheet without “.md”, as “methodes/world-cafe”, "
          + "or an address"),
      suggestion: suggestion
        ?? NearMiss.suggestion(
          for: name.hasSuffix("/") ? String(name.dropLast()) : String(name), among: known))
  }

  package static func unknownAccessibilityPage(
    _ target: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "site.accessibility", at: location,
      LocalizedText(
        fr: "la déclaration d’accessibilité « \(target) » n’existe pas",
        en: "the accessibility declaration “\(target)” does not exist"),
      expected: LocalizedText(
        fr: "une fiche publiée, sans « .md » : « accessibilite »",
        en: "a published sheet, without “.md”: “accessibilite”"),
      suggestion: NearMiss.suggestion(for: target, among: known))
  }

  package static func unknownPageSearchedLast(
    _ target: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "site.search-last", at: location,
      LocalizedText(
        fr: "« \(target) », à montrer en dernier dans la recherche, n’existe pas",
        en: "“\(target)”, to be shown last in the search, does not exist"),
      expected: LocalizedText(
        fr: "une fiche publiée ou un dossier, sans « .md » : « notes »",
        en: "a published sheet or a folder, without “.md”: “notes”"),
      suggestion: NearMiss.suggestion(for: target, among: known))
  }

  package static func unknownComposerPage(
    _ target: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "site.composer", at: location,
      LocalizedText(
        fr: "la page pour composer un déroulé « \(target) » n’existe pas",
        en: "the page to compose a sequence, “\(target)”, does not exist"),
      expected: LocalizedText(
        fr: "une fiche publiée, sans « .md » : « parcours/composer »",
        en: "a published sheet, without “.md”: “parcours/composer”"),
      suggestion: NearMiss.suggestion(for: target, among: known))
  }

  package static func unknownCardsPage(
    _ target: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "site.cards", at: location,
      LocalizedText(
        fr: "« \(target) » n’est pas une page de cartes de poche",
        en: "“\(target)” is not a page of pocket cards"),
      expected: LocalizedText(
        fr: "une fiche publiée, sans « .md », dont la vue est « genre: cartes, format: poche »",
        en: "a published sheet, without “.md”, whose view is “genre: cartes, format: poche”"),
      suggestion: NearMiss.suggestion(for: target, among: known))
  }

  static func missingContentFolder(_ folder: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.path", at: location,
      LocalizedText(
        fr: "le dossier « \(folder) » n’existe pas", en: "the folder “\(folder)” does not exist"),
      expected: LocalizedText(
        fr: "un dossier de la source, comme « content »", en: "a folder of the source, as “content”"
      ))
  }

  static func misnamedConfiguration(_ name: String, expected: String) -> Diagnostic {
    Diagnostic(
      .error, id: "site.configuration", at: SourceLocation(path: name),
      LocalizedText(
        fr: "la configuration du site n’est pas lue sous ce nom",
        en: "the configuration of the site is not read by this name"),
      suggestion: LocalizedText(
        fr: "renommez ce fichier « \(expected) »", en: "rename this file “\(expected)”"))
  }
}
