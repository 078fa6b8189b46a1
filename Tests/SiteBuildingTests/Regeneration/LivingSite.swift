import ContentModel
import Foundation
import SiteBuilding

/// A small site that somebody keeps changing in every way that a site can be changed.
struct LivingSite {
  let site: SampleSite
  /// The day of the build.
  private(set) var today = Fixtures.today
  private var random: SeededRandom
  private var pages: [String: LivingPage] = [:]
  private var translations: Set<String> = []
  private var sectionPages: Set<String> = []
  private var declarations = LivingDeclarations()
  private var count = 0

  private static let words = ["rade", "phare", "bouée", "amer", "cale", "vasière", "goémon"]
  private static let tags = ["Mer", "mer", "Côte", "vent", "marée"]
  private static let folders = ["fiches/", "fiches/", "notes/", "notes/loin/", ""]
  private static let drawings = ["a.svg", "b.svg"]

  init(seed: UInt64) throws {
    random = SeededRandom(seed: seed)
    site = try SampleSite()
    for (path, text) in declarations.files { try site.write(text, to: path) }
    for drawing in Self.drawings { try draw(drawing) }
    try site.write("Bonjour.\n", to: "content/index.md")
    for _ in 0..<10 { _ = try addPage() }
  }

  // MARK: Changes

  /// Changes something; returns what, for whoever has to explain a difference.
  mutating func change() throws -> String {
    switch number(100) {
    case 0..<24: try edit("corps") { $0.body = $1.body() }
    case 24..<33: try edit("titre") { $0.title = $1.title() }
    case 33..<40: try edit("étiquettes") { $0.tags = $1.some(of: Self.tags) }
    case 40..<44: try edit("date") { $0.date = $1.date() }
    case 44..<48: try edit("résumé") { $0.summary = $1.maybe { $0.sentence() } }
    case 48..<53: try edit("relations") { $0.named = $1.some(of: $1.fiches) }
    case 53..<56: try edit("état") { $0.state = $1.maybe { $0.any(of: ["ouvert", "clos"]) } }
    case 56..<58: try edit("adresse") { $0.slug = $1.maybe { "a-\($0.newNumber())" } }
    case 58..<60: try edit("alias") { $0.alias = $1.maybe { "vieux/\($0.newNumber())" } }
    case 60..<62: try edit("brouillon") { page, _ in page.isDraft.toggle() }
    case 62..<64: try edit("image") { $0.picture = $1.maybe { $0.any(of: Self.drawings) } }
    case 64..<69: try addPage()
    case 69..<74: try removePage()
    case 74..<78: try movePage()
    case 78..<82: try translatePage()
    case 82..<84: try toggleSectionPage()
    case 84..<86: try redraw()
    case 86..<95: try declare()
    case 95..<97: passDays()
    default: try spoil()
    }
  }

  private mutating func edit(
    _ what: String, _ change: (inout LivingPage, inout LivingSite) -> Void
  ) throws -> String {
    guard let path = anyPage(), var page = pages[path] else { return try addPage() }
    change(&page, &self)
    if page.date != nil || page.isDraft { try forget(path) }
    page.named.removeAll { $0 == path }
    pages[path] = page
    try site.write(page.text, to: "content/\(path).md")
    return "\(what) de \(path)"
  }

  private mutating func addPage() throws -> String {
    let path = any(of: Self.folders) + "p\(newNumber())"
    let page = LivingPage(title: title(), body: body(), tags: some(of: Self.tags), date: date())
    pages[path] = page
    try site.write(page.text, to: "content/\(path).md")
    return "ajout de \(path)"
  }

  private mutating func removePage() throws -> String {
    guard pages.count > 4, let path = anyPage() else { return try addPage() }
    pages[path] = nil
    try forget(path)
    try site.remove("content/\(path).md")
    if translations.remove(path) != nil { try site.remove("content/\(path).br.md") }
    return "retrait de \(path)"
  }

  private mutating func movePage() throws -> String {
    guard let path = anyPage(), let page = pages[path], !translations.contains(path) else {
      return try addPage()
    }
    let target = any(of: Self.folders) + "p\(newNumber())"
    pages[path] = nil
    try forget(path)
    pages[target] = page
    try site.write("", to: "content/\(target).md")
    try site.remove("content/\(target).md")
    try FileManager.default.moveItem(
      atPath: site.source + "/content/\(path).md", toPath: site.source + "/content/\(target).md")
    return "\(path) devient \(target)"
  }

  /// Takes a sheet out of the fields of the others: naming one that is not published is an error.
  private mutating func forget(_ path: String) throws {
    for (other, var page) in pages where page.named.contains(path) {
      page.named.removeAll { $0 == path }
      pages[other] = page
      try site.write(page.text, to: "content/\(other).md")
    }
  }

  private mutating func translatePage() throws -> String {
    guard let path = anyPage() else { return try addPage() }
    if translations.remove(path) != nil {
      try site.remove("content/\(path).br.md")
      return "\(path) n’est plus traduite"
    }
    translations.insert(path)
    let text = "---\ntitre: \(word()) br\n---\n" + (maybe { $0.sentence() + "\n" } ?? "")
    try site.write(text, to: "content/\(path).br.md")
    return "\(path) est traduite"
  }

  private mutating func toggleSectionPage() throws -> String {
    let folder = any(of: ["fiches", "notes", "notes/loin"])
    if sectionPages.remove(folder) != nil {
      try site.remove("content/\(folder)/index.md")
      return "\(folder) n’a plus de page"
    }
    sectionPages.insert(folder)
    try site.write("---\ntitre: \(title())\n---\n\(body())\n", to: "content/\(folder)/index.md")
    return "\(folder) a une page"
  }

  private mutating func redraw() throws -> String {
    let drawing = any(of: Self.drawings)
    try draw(drawing)
    return "dessin de \(drawing)"
  }

  private mutating func draw(_ drawing: String) throws {
    let side = 1 + number(50)
    try site.write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(side)" height="\(side)"><path d="M0 0"/></svg>
      """, to: "content/" + drawing)
  }

  private mutating func declare() throws -> String {
    switch number(8) {
    case 0: declarations.title = "Site " + word()
    case 1: declarations.pageSize = 2 + number(3)
    case 2: declarations.menu = some(of: ["fiches", "a-z-inconnu"]).filter { $0 == "fiches" }
    case 3: declarations.label = word()
    case 4: declarations.term = word()
    case 5: declarations.figure += 1
    case 6: declarations.ending = word()
    default: declarations.home = word()
    }
    for (path, text) in declarations.files { try site.write(text, to: path) }
    return "déclarations"
  }

  private mutating func passDays() -> String {
    today = Fixtures.today.adding(days: number(7) - 3)
    return "nous sommes le \(today)"
  }

  /// Does to the published site, or to what is kept of it, what nobody should.
  private mutating func spoil() throws -> String {
    let cache = site.source + "/.archipel/traces"
    switch number(3) {
    case 0:
      try site.write("gribouillis", to: "output/index.html")
      return "page publiée modifiée"
    case 1:
      for name in try FileManager.default.contentsOfDirectory(atPath: cache) {
        let bytes = FileManager.default.contents(atPath: cache + "/" + name) ?? Data()
        try site.write(Array(bytes.prefix(number(bytes.count + 1))), to: ".archipel/traces/" + name)
      }
      return "trace coupée"
    default:
      try? FileManager.default.removeItem(atPath: site.output + "/404.html")
      return "page publiée supprimée"
    }
  }

  // MARK: Words

  /// The sheets that others may name.
  private var fiches: [String] {
    pages.filter { $0.key.hasPrefix("fiches/") && $0.value.date == nil && !$0.value.isDraft }
      .keys.sorted()
  }

  private mutating func anyPage() -> String? { pages.keys.sorted().randomElement(using: &random) }

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  private mutating func newNumber() -> Int {
    count += 1
    return count
  }

  private mutating func any(of choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }

  private mutating func some(of choices: [String]) -> [String] {
    choices.filter { _ in number(3) == 0 }
  }

  private mutating func maybe(_ value: (inout LivingSite) -> String) -> String? {
    number(3) == 0 ? nil : value(&self)
  }

  private mutating func word() -> String { any(of: Self.words) }

  private mutating func title() -> String { "\(word()) \(number(6))" }

  private mutating func sentence() -> String { "Un \(word()) et une \(word())." }

  private mutating func date() -> String? { maybe { "2026-03-\(10 + $0.number(9))" } }

  private mutating func body() -> String {
    var parts = [sentence()]
    if number(2) == 0 { parts.append("## \(word())\n\n" + sentence()) }
    if number(3) == 0 { parts.append("Voir [[\(title())]].") }
    if number(3) == 0, let path = anyPage() { parts.append("Lire [la suite](/\(path).md).") }
    if number(6) == 0 { parts.append("![](/\(any(of: Self.drawings)))") }
    return parts.joined(separator: "\n\n")
  }
}
