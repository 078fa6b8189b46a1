import Testing

@testable import ContentModel

struct SheetDirectoryTests {
  private static let sheets = SmallSite().sheets([
    "index.md": "# Accueil", "methodes/index.md": "# Les méthodes",
    "methodes/world-cafe.md": "# World café", "methodes/photolangage.md": "# Photolangage",
    "roles/sage.md": "# Sage", "communautes/sage.md": "# Sage",
  ])
  private static let others = SmallSite().sheets([
    "methodes/essai.md": "", "agenda/demain.md": "", "agenda/essai.md": "",
  ])
  private static let directory = SheetDirectory(
    sheets, unpublished: zip(others, [.draft, .future, .future]).map { ($0, $1) })

  @Test(arguments: [
    ("methodes/world-cafe", 2), ("world-cafe", 2), ("methodes/world-cafe.md", 2),
    ("/methodes/world-cafe.md", 2), ("./world-cafe", 2), ("methodes/", 1), ("methodes", 1),
    ("methodes/index.md", 1), ("[[World café]]", 2), ("[[WORLD CAFE]]", 2), ("/", 0),
    ("roles/sage", 4),
  ])
  func findsASheetByWhatPeopleCallIt(reference: String, index: Int) {
    #expect(Self.directory.match(reference: reference) { _ in true } == .sheet(index))
  }

  /// Signs alone tell these titles apart.
  @Test(arguments: [("C", 0), ("C#", 1), ("c++", nil), ("Objectif C", nil)])
  func tellsTitlesApartByTheirSigns(name: String, index: Int?) {
    let sheets = SmallSite().sheets(["a.md": "# C", "b.md": "# C#"])
    let directory = SheetDirectory(sheets, unpublished: [])
    let match = directory.match(wiki: name, near: "a")
    #expect(match == index.map { .sheet($0, others: []) } ?? .nothing)
  }

  /// A file of just this name goes before a title that is nearly so, and in Obsidian before any title.
  @Test(arguments: [
    ("prettier-format", false, 1), ("prettier-format", true, 1), ("Prettier Format", true, 0),
    ("Prettier-Format", false, 1), ("Vim", false, 3), ("Vim", true, 2), ("vim", true, 2),
  ])
  func tellsFilesAndTitlesApart(name: String, filesFirst: Bool, index: Int) {
    let sheets = SmallSite().sheets([
      "p/aa.md": "# Prettier Format", "p/prettier-format.md": "# Autre titre",
      "p/Vim.md": "# Un éditeur", "q/outil.md": "# Vim",
    ])
    let directory = SheetDirectory(sheets, unpublished: [])
    let order = ["p/aa", "p/prettier-format", "p/Vim", "q/outil"]
    guard
      case .sheet(let found, let others) = directory.match(
        wiki: name, near: "q/x", filesFirst: filesFirst)
    else {
      Issue.record("nothing found")
      return
    }
    #expect(directory.id(of: found) == order[index])
    #expect(others == [])
  }

  @Test func findsTheOriginalByTheTitleOfItsTranslation() {
    let original = Self.sheets[3]
    let translation = SmallSite().read(
      "# Photo language", at: "methodes/photolangage.en.md", translating: original
    ).sheet
    let directory = SheetDirectory(
      Self.sheets + [translation].compactMap(\.self), unpublished: [])
    var asked: [Int] = []
    let match = directory.match(reference: "[[Photo language]]") { index in
      asked.append(index)
      return true
    }
    #expect(match == .sheet(3))
    #expect(asked == [3])
    // A link leads to the version that it names.
    #expect(directory.match(title: "Photo language") == .sheet(6))
  }

  @Test(arguments: ["sage", "[[Sage]]"])
  func asksWhichWhenSeveralHaveTheName(reference: String) {
    let match = Self.directory.match(reference: reference) { _ in true }
    #expect(match == .ambiguous(["roles/sage", "communautes/sage"]))
  }

  @Test(arguments: ["sage", "[[Sage]]"])
  func choosesTheOneThatIsWanted(reference: String) {
    #expect(Self.directory.match(reference: reference) { $0 == 5 } == .sheet(5))
  }

  @Test(
    arguments: [
      ("methodes/essai", .draft), ("agenda/demain", .future), ("demain", .future),
      ("essai", .draft), ("methodes/essai.md", .draft),
    ] as [(String, SheetDirectory.Unpublished)])
  func saysWhyASheetIsNotPublished(reference: String, reason: SheetDirectory.Unpublished) {
    #expect(Self.directory.match(reference: reference) { _ in true } == .unpublished(reason))
  }

  @Test(arguments: [
    ("world-cafée", "world-cafe"), ("methodes/world-caf", "methodes/world-cafe"),
    ("[[World cafés]]", "World café"), ("[[photo langage]]", "Photolangage"),
    ("tout-autre-chose", nil), ("[[Tout autre chose]]", nil),
  ])
  func suggestsTheClosestName(reference: String, suggestion: String?) {
    let match = Self.directory.match(reference: reference) { _ in true }
    #expect(match == .nothing)
    #expect(Self.directory.closest(toReference: reference) == suggestion)
  }

  @Test func findsASheetByItsFile() {
    #expect(Self.directory.match(path: "methodes/world-cafe.md") == .sheet(2))
    #expect(Self.directory.match(path: "methodes/essai.md") == .unpublished(.draft))
    #expect(Self.directory.match(path: "methodes/world-cafes.md") == .nothing)
    #expect(
      Self.directory.closest(toPath: "methodes/world-cafes.md") == "methodes/world-cafe.md")
    #expect(Self.directory.closest(toPath: "x") == nil)
  }

  @Test func findsASheetByItsWholeIDAlone() {
    #expect(Self.directory.index(ofID: "methodes/world-cafe") == 2)
    #expect(Self.directory.index(ofID: "") == 0)
    #expect(Self.directory.index(ofID: "world-cafe") == nil)
  }
}
