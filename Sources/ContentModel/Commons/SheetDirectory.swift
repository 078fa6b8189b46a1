import Diagnostics
import TextEncoding

/// Finds sheets by everything that people call them.
public struct SheetDirectory: Sendable {
  /// What a name leads to.
  public enum Match: Sendable, Hashable {
    /// One sheet, by its index.
    case sheet(Int)
    /// Several sheets, by their ids.
    case ambiguous([String])
    /// A sheet that is not published, and why.
    case unpublished(Unpublished)
    /// Nothing.
    case nothing
  }

  /// Why a sheet of the source is not published.
  public enum Unpublished: Sendable, Hashable {
    /// It is a draft.
    case draft
    /// Its date is to come.
    case future
    /// The day from which it is no longer published has come.
    case expired
    /// Its file cannot be read as a sheet.
    case unreadable
  }

  private let ids: [String]
  let titles: [String]
  private let indexByID: [String: Int]
  private let indexByPath: [String: Int]
  private let indicesByName: [String: [Int]]
  let indicesByTitle: [String: [Int]]
  /// What each translation translates.
  private let originals: [Int: Int]
  private let unpublishedByID: [String: Unpublished]
  private let unpublishedByName: [String: Unpublished]
  private let unpublishedByPath: [String: Unpublished]
  // Few sites need these.
  let names: OnDemand<Names>
  private let nearPaths: OnDemand<NearNames>
  private let nearTitles: OnDemand<NearNames>
  private let nearIDs: OnDemand<NearNames>
  private let nearNames: OnDemand<NearNames>

  /// Creates a directory.
  ///
  /// - Parameters:
  ///   - sheets: The sheets that are published, in the order of the site; the translations last.
  ///   - unpublished: The others.
  public init(_ sheets: [Sheet], unpublished: [(sheet: Sheet, reason: Unpublished)]) {
    ids = sheets.map(\.id)
    titles = sheets.map(\.title)
    var indexByID: [String: Int] = [:]
    var indexByPath: [String: Int] = [:]
    var indicesByName: [String: [Int]] = [:]
    var indicesByTitle: [String: [Int]] = [:]
    var originals: [Int: Int] = [:]
    indexByID.reserveCapacity(sheets.count)
    indexByPath.reserveCapacity(sheets.count)
    indicesByTitle.reserveCapacity(sheets.count)
    for (index, sheet) in sheets.enumerated() {
      indexByPath[sheet.path] = index
      if let original = sheet.original {
        originals[index] = indexByID[original.id]
        // A title that an original has names it; translations of one sheet that share theirs name it
        // as one.
        let key = sheet.sortingKey.folded
        let others = indicesByTitle[key] ?? []
        if others.allSatisfy({ originals[$0].map { $0 != originals[index] } ?? false }) {
          indicesByTitle[key] = others + [index]
        }
        continue
      }
      indexByID[sheet.id] = index
      indicesByName[String(sheet.id.lastName), default: []].append(index)
      indicesByTitle[sheet.sortingKey.folded, default: []].append(index)
    }
    self.indexByID = indexByID
    self.indexByPath = indexByPath
    self.indicesByName = indicesByName
    self.indicesByTitle = indicesByTitle
    self.originals = originals
    unpublishedByID = Dictionary(
      unpublished.map { ($0.sheet.id, $0.reason) }, uniquingKeysWith: { first, _ in first })
    unpublishedByName = Dictionary(
      unpublished.map { (String($0.sheet.id.lastName), $0.reason) },
      uniquingKeysWith: { first, _ in first })
    unpublishedByPath = Dictionary(
      unpublished.map { ($0.sheet.path, $0.reason) }, uniquingKeysWith: { first, _ in first })
    names = OnDemand { Names(sheets, unpublished: unpublished) }
    nearPaths = OnDemand { [indexByPath] in NearNames(indexByPath.keys) }
    nearTitles = OnDemand { [indicesByTitle] in NearNames(indicesByTitle.keys) }
    nearIDs = OnDemand { [ids] in NearNames(ids) }
    nearNames = OnDemand { [indicesByName] in NearNames(indicesByName.keys) }
  }

  /// Returns the id of a sheet.
  public func id(of index: Int) -> String { ids[index] }

  /// Returns the sheet with an id.
  public func index(ofID id: String) -> Int? { indexByID[id] }

  /// Returns why the sheet with an id is not published; nil when no such sheet waits.
  public func reasonNotToPublish(id: String) -> Unpublished? { unpublishedByID[id] }

  /// Finds the sheet in a file, its path relative to the source folder.
  public func match(path: String) -> Match {
    if let index = indexByPath[path] { return .sheet(index) }
    if let reason = unpublishedByPath[path] { return .unpublished(reason) }
    return .nothing
  }

  /// Finds a sheet by its title, whatever its accents and letter case.
  public func match(title: String) -> Match {
    match(title: title) { _ in true }
  }

  private func match(title: String, where isWanted: (Int) -> Bool) -> Match {
    let key = Slug.make(from: title)
    if let matches = indicesByTitle[key] {
      return single(exact(matches, title), where: isWanted)
    }
    return .nothing
  }

  /// Finds a sheet by what a reference may hold: an id, the last part of one, a path or `[[Title]]`.
  ///
  /// It is an original: what the title of a translation names is what it translates.
  ///
  /// - Parameter isWanted: Which originals the reference may name; it decides between several of one
  ///   name.
  public func match(reference: String, where isWanted: (Int) -> Bool) -> Match {
    if let title = Self.title(in: reference) {
      let match = match(title: title) { index in
        isWanted(original(of: index))
      }
      if case .sheet(let index) = match { return .sheet(original(of: index)) }
      if case .nothing = match {
        return named(title.trimmed) ?? match
      }
      return match
    }
    let name = Self.name(in: reference)
    if let index = indexByID[name] { return .sheet(index) }
    if let reason = unpublishedByID[name] { return .unpublished(reason) }
    if !name.contains("/") {
      if let named = indicesByName[name] { return single(named, where: isWanted) }
      if let reason = unpublishedByName[name] { return .unpublished(reason) }
    }
    if let index = index(ofFolded: name) { return .sheet(original(of: index)) }
    return .nothing
  }

  /// Returns the title in `[[Title]]`; nil for another reference.
  private static func title(in reference: String) -> String? {
    guard reference.hasPrefix("[["), reference.hasSuffix("]]") else { return nil }
    return String(reference.dropFirst(2).dropLast(2))
  }

  /// Returns the id, or the last part of one, that a reference without brackets holds.
  private static func name(in reference: String) -> String {
    var name = reference
    for prefix in ["./", "/"] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
    if name.hasSuffix(".md") { name = SheetName(path: name).id }
    if name.hasSuffix("/") { name.removeLast() }
    return name
  }

  /// Finds the original that `[[…]]` calls otherwise than by a title.
  private func named(_ name: String) -> Match? {
    switch match(wiki: name, near: "") {
    case .sheet(let index, let others):
      others.isEmpty
        ? .sheet(original(of: index)) : .ambiguous(([index] + others).map { ids[$0] })
    case .unpublished(let reason): .unpublished(reason)
    case .nothing: nil
    }
  }

  /// Returns the one wanted sheet among those of one name.
  private func single(_ matches: [Int], where isWanted: (Int) -> Bool) -> Match {
    let wanted = matches.filter(isWanted)
    let candidates = wanted.isEmpty ? matches : wanted
    return candidates.count == 1
      ? .sheet(candidates[0]) : .ambiguous(candidates.map { ids[$0] })
  }

  /// Returns the sheets that bear a title with its signs, as C, C# and C++ differ; all of them when none
  /// does, or when accents and letter case alone differ.
  func exact(_ matches: [Int], _ title: String) -> [Int] {
    guard matches.count > 1 else { return matches }
    let wanted = title.trimmed.lowercased()
    let found = matches.filter { titles[$0].lowercased() == wanted }
    return found.isEmpty ? matches : found
  }

  private func original(of index: Int) -> Int { originals[index] ?? index }
}

// MARK: What was meant

/// Each of these searches the names of all sheets: it is asked for what is shown alone, through
/// ``Suggestions``.
extension SheetDirectory {
  /// Returns the path of the file that is named nearly so.
  public func closest(toPath path: String) -> String? {
    nearPaths.value.closest(to: path)
  }

  /// Returns the title that is nearly this one.
  public func closest(toTitle title: String) -> String? {
    nearTitles.value.closest(to: Slug.make(from: title))
      .flatMap { indicesByTitle[$0]?.first }.map { titles[$0] }
  }

  /// Returns what a reference nearly holds: an id, the last part of one, or a title.
  public func closest(toReference reference: String) -> String? {
    if let title = Self.title(in: reference) { return closest(toTitle: title) }
    let name = Self.name(in: reference)
    return (name.contains("/") ? nearIDs : nearNames).value.closest(to: name)
  }
}
