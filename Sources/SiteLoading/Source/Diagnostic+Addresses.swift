package import Diagnostics

/// What can be wrong with where files are published.
extension Diagnostic {
  /// Files at one address.
  ///
  /// - Parameters:
  ///   - paths: The files, one at least.
  ///   - choices: Where some of them choose their address.
  package static func collision(
    _ address: String, paths: [String], choices: [SourceLocation]
  ) -> Diagnostic {
    let first = paths.first ?? address
    let others = paths.dropFirst().joined(separator: ", ")
    let place = choices.first { $0.path == first } ?? SourceLocation(path: first)
    // Texts are equal that differ by the form of an accent alone.
    let isLookalike = paths.count > 1 && paths.allSatisfy { $0 == first }
    return Diagnostic(
      .error, id: "site.collision", at: place,
      LocalizedText(
        fr: "l’adresse « \(address) » est aussi celle de \(others)",
        en: "the address “\(address)” is also that of \(others)"),
      expected: LocalizedText(fr: "une adresse par fichier", en: "one address a file"),
      suggestion: choices.first.map { choice in
        let line = choice.position?.line ?? 1
        return LocalizedText(
          fr: "changez l’adresse que donne \(choice.path), ligne \(line)",
          en: "change the address that \(choice.path) gives, on line \(line)")
      }
        ?? (isLookalike ? sameToTheEye : nil)
        ?? LocalizedText(
          fr: "renommez l’un des fichiers, ou donnez-lui une autre adresse avec « slug: »",
          en: "rename one of the files, or give it another address with “slug:”"))
  }

  /// Two names that people read alike: disks of macOS write « é » as « e » and its accent.
  private static let sameToTheEye = LocalizedText(
    fr:
      "renommez l’un des deux : leurs noms se lisent pareil, mais l’un écrit « é » d’un seul signe et "
      + "l’autre « e » suivi de son accent, comme le font des disques de Mac",
    en:
      "rename one of the two: their names read alike, but one writes “é” as one sign and the other “e” "
      + "followed by its accent, as some disks of macOS do")

  /// A former address that something else has now.
  package static func aliasTaken(
    _ alias: String, by other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.alias-taken", at: location,
      LocalizedText(
        fr: "l’ancienne adresse « \(alias) » est celle de \(other), qui la garde",
        en: "the alias “\(alias)” is the address of \(other), which keeps it"),
      suggestion: LocalizedText(
        fr: "ôtez cette ancienne adresse", en: "remove this alias"))
  }

  /// A page or a file that no disk of Windows takes, nor a USB stick.
  package static func unportableFile(
    _ path: String, portable: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.unportable-name", at: location,
      LocalizedText(
        fr: "Windows refuse le nom « \(path) » : ni clé USB ni copie ne le prendront",
        en: "Windows refuses the name “\(path)”: no USB stick nor copy will take it"),
      suggestion: LocalizedText(
        fr: "renommez la source, ou donnez-lui une autre adresse : « \(portable) »",
        en: "rename the source, or give it another address: “\(portable)”"))
  }

  /// A page or a file whose path another one bears too, letter case and the form of accents aside.
  package static func lookalike(
    _ path: String, other: String, at location: SourceLocation
  ) -> Diagnostic {
    let dot = path.lastIndex { $0 == "." || $0 == "/" }
    let end = dot.flatMap { path[$0] == "." ? $0 : nil } ?? path.endIndex
    let free = path[..<end] + "-2" + path[end...]
    return Diagnostic(
      .warning, id: "site.lookalike", at: location,
      LocalizedText(
        fr:
          "Windows, macOS et les clés USB confondent « \(path) » et « \(other) » : une copie n’en garde qu’un",
        en:
          "Windows, macOS and USB sticks take “\(path)” and “\(other)” for one: a copy keeps one of them"
      ),
      suggestion: LocalizedText(
        fr: "renommez la source, ou donnez-lui une autre adresse : « \(free) »",
        en: "rename the source, or give it another address: “\(free)”"))
  }

  /// A path that leaves Windows no room for the folder where a copy is put.
  package static func longPath(
    _ path: String, limit: Int, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.long-path", at: location,
      LocalizedText(
        fr: "chemin trop long pour Windows, \(path.utf16.count) signes : « \(path) »",
        en: "a path too long for Windows, \(path.utf16.count) characters: “\(path)”"),
      expected: LocalizedText(
        fr: "\(limit) signes au plus, dossiers compris",
        en: "\(limit) characters at most, folders included"),
      suggestion: LocalizedText(
        fr: "raccourcissez le nom de la source, ou donnez-lui une autre adresse avec « slug: »",
        en: "shorten the name of the source, or give it another address with “slug:”"))
  }

  /// A file at the address of a page, or of a file that a page needs.
  package static func addressTaken(
    _ address: String, by other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.address-taken", at: location,
      LocalizedText(
        fr: "l’adresse « \(address) » est celle de \(other) : ce fichier n’est pas publié",
        en: "the address “\(address)” is that of \(other): this file is not published"),
      suggestion: LocalizedText(
        fr: "renommez ce fichier, ou ôtez-le", en: "rename this file, or remove it"))
  }

  /// A file, often of an older site, at the address of one that Archipel makes.
  package static func madeByArchipel(
    _ address: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.made", at: location,
      LocalizedText(
        fr: "Archipel fabrique lui-même « \(address) » : ce fichier n’est pas publié",
        en: "Archipel makes “\(address)” itself: this file is not published"),
      suggestion: LocalizedText(
        fr: "ôtez ce fichier, ou renommez-le", en: "remove this file, or rename it"))
  }

  /// A sheet at the address of one page of those that Archipel makes.
  package static func madePageTaken(
    _ address: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.made-page", at: location,
      LocalizedText(
        fr: "cette page prend la place de « \(address) », qu’Archipel fabrique d’ordinaire",
        en: "this page takes the place of “\(address)”, which Archipel makes otherwise"),
      suggestion: LocalizedText(
        fr: "pour garder les deux, renommez ce fichier", en: "to keep both, rename this file"))
  }

  /// Sheets in the folder of a page that Archipel makes, which therefore moves.
  ///
  /// - Parameter key: The key of `addresses:` that chooses the folder.
  package static func movedPage(
    _ folder: String, to other: String, key: String, at location: SourceLocation
  ) -> Diagnostic {
    let page = made[key] ?? LocalizedText(verbatim: key)
    return Diagnostic(
      .warning, id: "site.moved-page", at: location,
      LocalizedText(
        fr: "« \(folder)/ » est le dossier d’une page qu’Archipel fabrique (\(page.french)) : "
          + "elle passe à « \(other)/ »",
        en: "“\(folder)/” is the folder of a page that Archipel makes (\(page.english)): "
          + "it moves to “\(other)/”"),
      suggestion: LocalizedText(
        fr: "pour choisir son adresse : « addresses: { \(key): … } » dans archipel.yaml",
        en: "to choose its address: “addresses: { \(key): … }” in archipel.yaml"))
  }

  /// A sheet at the address of a file that Archipel makes, which therefore has another one.
  package static func movedSheet(
    _ file: String, to other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.moved-sheet", at: location,
      LocalizedText(
        fr: "Archipel fabrique lui-même « \(file) » : cette fiche passe à l’adresse « \(other)/ »",
        en: "Archipel makes “\(file)” itself: this sheet moves to the address “\(other)/”"),
      suggestion: LocalizedText(
        fr: "pour choisir son adresse, renommez-la, ou donnez-lui « slug: »",
        en: "to choose its address, rename it, or give it “slug:”"))
  }

  /// The pages of a taxonomy whose folder the site has already.
  package static func movedTaxonomy(
    _ folder: String, to other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.moved-page", at: location,
      LocalizedText(
        fr: "le site a déjà un dossier « \(folder)/ » : ces pages passent à « \(other)/ »",
        en: "the site has a folder “\(folder)/” already: these pages move to “\(other)/”"),
      suggestion: LocalizedText(
        fr: "pour choisir leur adresse, renommez le dossier, ou le vocabulaire ou le champ",
        en: "to choose their address, rename the folder, or the vocabulary or the field"))
  }

  /// Pages that no sheet would be on.
  package static func emptyTaxonomy(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.taxonomy-empty", at: location,
      LocalizedText(
        fr: "aucune fiche n’a « \(name) »", en: "no sheet has “\(name)”"),
      expected: LocalizedText(
        fr: "un vocabulaire, « auteurs », un champ d’un type, ou une clé que des fiches donnent",
        en: "a vocabulary, “authors”, a field of a type, or a key that sheets give"),
      suggestion: NearMiss.suggestion(for: name, among: known))
  }

  /// The pages that Archipel makes, by the keys of `addresses:`.
  private static let made: [String: LocalizedText] = [
    "tags": LocalizedText(fr: "les étiquettes", en: "the tags"),
    "search": LocalizedText(fr: "la page de recherche", en: "the search page"),
    "search_index": LocalizedText(fr: "l’index de la recherche", en: "the search index"),
    "a_z": LocalizedText(fr: "l’index alphabétique", en: "the alphabetical list"),
    "site_map": LocalizedText(fr: "le plan du site", en: "the site map"),
  ]

  package static func languageFolderTaken(
    _ folder: String, by translation: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "site.language-folder", at: location,
      LocalizedText(
        fr: "le dossier « \(folder) » est celui des traductions, comme \(translation)",
        en: "the folder “\(folder)” is that of translations, as \(translation)"),
      suggestion: LocalizedText(fr: "renommez le dossier", en: "rename the folder"))
  }
}
