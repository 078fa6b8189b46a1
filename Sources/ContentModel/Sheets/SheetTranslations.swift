public import Diagnostics

/// Which files of a site are originals, and which are translations of them.
///
/// `world-cafe.br.md` is the translation of `world-cafe.md` into Breton. Without a file of the plain
/// name, the one in the language of the site is the original.
public struct SheetTranslations: Sendable {
  /// A file that translates another; both by their place in the list of files.
  public struct Translation: Sendable, Hashable {
    /// The translation.
    public let file: Int
    /// What it translates.
    public let original: Int
  }

  /// The files that translate no other, in their order.
  public private(set) var originals: [Int] = []
  /// The others, those of one original by language.
  public private(set) var translations: [Translation] = []

  private let names: [SheetName]
  private let paths: [String]
  private var orphanCount = 0

  /// Sorts files; a translation that has no place is reported and left out, one of nothing is a
  /// sheet in its language alone.
  ///
  /// - Parameters:
  ///   - names: What the paths below the content folder say.
  ///   - paths: The files relative to the source folder.
  ///   - siteLanguage: The language of the sheets whose names say none.
  ///   - keepsFirst: Whether the second of two sheets of one name is reported and left out, and not
  ///     for the addresses of pages to tell.
  /// - Complexity: O(*n*) in the number of files.
  public init(
    _ names: [SheetName], paths: [String], siteLanguage: String, keepsFirst: Bool = false,
    reporting diagnostics: inout [Diagnostic]
  ) {
    self.names = names
    self.paths = paths
    let marked = names.indices.filter { names[$0].language != nil }
    let dotted = names.indices.filter { names[$0].id.utf8.contains(UInt8(ascii: ".")) }
    guard !marked.isEmpty || !dotted.isEmpty || keepsFirst else {
      originals = Array(names.indices)
      return
    }
    var originalByID: [String: Int] = [:]
    for index in names.indices where names[index].language == nil {
      if keepsFirst, let other = originalByID[names[index].id] {
        diagnostics.append(.sheetGivenTwice(other: paths[other], at: at(index)))
        continue
      }
      originals.append(index)
      originalByID[names[index].id] = index
    }
    for index in marked where names[index].language == siteLanguage {
      if let other = originalByID[names[index].id] {
        diagnostics.append(.translationGivenTwice(siteLanguage, other: paths[other], at: at(index)))
      } else {
        originals.append(index)
        originalByID[names[index].id] = index
      }
    }
    for index in dotted where names[index].language == nil {
      reportUnknownLanguage(of: index, originalByID, &diagnostics)
    }
    join(marked.filter { names[$0].language != siteLanguage }, &originalByID, &diagnostics)
    originals.sort()
  }

  private mutating func join(
    _ marked: [Int], _ originalByID: inout [String: Int], _ diagnostics: inout [Diagnostic]
  ) {
    var firsts: [String: Int] = [:]
    for index in marked {
      guard let language = names[index].language else { continue }
      let id = names[index].id
      guard let original = originalByID[id] else {
        if reportOrphan(index, originalByID, &diagnostics) {
          originals.append(index)
          originalByID[id] = index
          firsts[language + "/" + id] = index
        }
        continue
      }
      if let other = firsts[language + "/" + id] {
        diagnostics.append(.translationGivenTwice(language, other: paths[other], at: at(index)))
      } else {
        firsts[language + "/" + id] = index
        translations.append(Translation(file: index, original: original))
      }
    }
    translations.sort { left, right in
      left.original != right.original
        ? left.original < right.original
        : names[left.file].language ?? "" < names[right.file].language ?? ""
    }
  }

  /// Makes an original of the first translation of each original that is held back; the other
  /// translations of that one then translate the new original.
  ///
  /// - Parameters:
  ///   - isHeldBack: Whether an original is not published.
  ///   - standsAlone: Whether a translation can do without what it translates.
  /// - Returns: The new originals, in their order.
  public mutating func replaceOriginals(
    _ isHeldBack: (Int) -> Bool, byTranslations standsAlone: (Int) -> Bool
  ) -> [Int] {
    var replacements: [Int: Int] = [:]
    for translation in translations
    where replacements[translation.original] == nil && isHeldBack(translation.original)
      && standsAlone(translation.file)
    {
      replacements[translation.original] = translation.file
    }
    guard !replacements.isEmpty else { return [] }
    translations = translations.compactMap { translation in
      guard let new = replacements[translation.original] else { return translation }
      return new == translation.file ? nil : Translation(file: translation.file, original: new)
    }
    let added = replacements.values.sorted()
    originals = (originals + added).sorted()
    return added
  }

  /// The most translations of nothing whose names are compared with all others.
  private static let maxCompared = 20

  /// Reports a translation of nothing; returns whether it is a sheet in its language alone.
  private mutating func reportOrphan(
    _ index: Int, _ originalByID: [String: Int], _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    let id = names[index].id
    if let (stem, ending) = SheetName.split(id[...]), LanguageTag.isKnown(String(ending)) {
      diagnostics.append(.translationOfTranslation(original: stem + ".md", at: at(index)))
      return false
    }
    orphanCount += 1
    diagnostics.append(
      .translationWithoutOriginal(
        original: id.isEmpty ? "index.md" : id + ".md", language: names[index].language ?? "",
        suggestion: orphanCount > Self.maxCompared
          ? nil : NearMiss.closest(to: id, among: originalByID.keys),
        at: at(index)))
    return true
  }

  /// Two letters after the name of a sheet that is there are meant as a language.
  private func reportUnknownLanguage(
    of index: Int, _ originalByID: [String: Int], _ diagnostics: inout [Diagnostic]
  ) {
    guard let (stem, ending) = SheetName.split(names[index].id[...]), ending.utf8.count == 2,
      ending.allSatisfy(\.isLetter), originalByID[String(stem)] != nil
    else { return }
    diagnostics.append(.unknownTranslationLanguage(String(ending), at: at(index)))
  }

  private func at(_ index: Int) -> SourceLocation { SourceLocation(path: paths[index]) }
}
