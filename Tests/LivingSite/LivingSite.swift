import Foundation

/// A small site that somebody keeps changing in every way that a site can be changed.
///
/// It is built into `output`, beside its content. What changes, and in which order, its seed decides.
public struct LivingSite {
  /// The source folder.
  public let folder: String
  /// The day of the build, counted from that of the fixtures.
  public internal(set) var day = 0

  var random: SeededRandom
  var pages: [String: LivingPage] = [:]
  /// The titles of translations, by the paths of what they translate.
  var translations: [String: String] = [:]
  /// A translation that was taken away, by the sheet that it translates, its title and its text.
  var away: (path: String, title: String, text: String)?
  var sectionPages: Set<String> = []
  /// The files that come and go and are there now.
  var extras: Set<String> = []
  var declarations = LivingDeclarations()
  /// How many names have been given.
  var count = 0
  /// How many of the next changes are of texts alone.
  private var textCount = 0

  /// Writes a site.
  ///
  /// - Parameters:
  ///   - folder: A source folder of its own.
  ///   - sheets: How many sheets it has that lead to others.
  ///   - plainPages: How many sheets it has that lead nowhere, beside these.
  ///   - hasHistory: Whether it shows what version control remembers of its sheets.
  public init(
    in folder: String, seed: UInt64, sheets: Int = 12, plainPages: Int = 0,
    hasHistory: Bool = false
  ) throws {
    self.folder = folder
    random = SeededRandom(seed: seed)
    declarations.hasHistory = hasHistory
    for (path, text) in declarations.files { try write(text, to: path) }
    for (path, text) in LivingTheme.files { try write(text, to: path) }
    for picture in Self.pictures { try draw(picture) }
    try write("Bonjour.\n", to: "content/index.md")
    for name in Self.views.keys.sorted() { try show(name, 0) }
    for _ in 0..<sheets { _ = try addPage() }
    for _ in 0..<plainPages { try addPlainPage() }
  }

  /// Changes something, or two things at once; returns what, for whoever has to explain a difference.
  public mutating func change() throws -> String {
    if textCount > 0 {
      textCount -= 1
      return try editText()
    }
    guard number(12) == 0 else { return try changeOne() }
    return try changeOne() + " et " + changeOne()
  }

  private mutating func changeOne() throws -> String {
    switch number(100) {
    case 0..<22:
      if number(5) == 0 { textCount = 3 + number(3) }
      return try editText()
    case 22..<58: return try editHead()
    case 58..<63: return try addPage()
    case 63..<67: return try removePage()
    case 67..<70: return try movePage()
    case 70..<72: return try renameInCapitals()
    case 72..<76: return try translatePage()
    case 76..<78: return try toggleSectionPage()
    case 78..<80: return try emptyFolder()
    case 80..<83: return try changePicture()
    case 83..<85: return try changeView()
    case 85..<90: return try declare()
    case 90..<94: return passDays()
    case 94..<97: return try touch()
    case 97: return try switchBranches()
    default: return try spoil()
    }
  }

  // MARK: Files

  /// Writes a file as editors do: in its place, or beside it and then renamed, some of which keep the
  /// time of the file that was there.
  mutating func save(_ text: String, to path: String) throws {
    let whole = folder + "/" + path
    let attributes = try? FileManager.default.attributesOfItem(atPath: whole)
    if number(4) == 0 {
      try write(text, to: path + "~")
      guard rename(whole + "~", whole) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } else {
      try write(text, to: path)
    }
    if number(8) == 0, let modified = attributes?[.modificationDate] {
      try FileManager.default.setAttributes([.modificationDate: modified], ofItemAtPath: whole)
    }
  }

  func write(_ text: String, to path: String) throws {
    let whole = URL(filePath: folder + "/" + path)
    try FileManager.default.createDirectory(
      at: whole.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: whole)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: folder + "/" + path)
  }
}
