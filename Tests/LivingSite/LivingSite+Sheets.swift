import Foundation

/// What happens to sheets.
extension LivingSite {
  mutating func editText() throws -> String { try edit("corps") { $0.body = $1.body() } }

  mutating func editHead() throws -> String {
    switch number(40) {
    case 0..<8: try edit("titre") { $0.title = $1.title() }
    case 8..<13: try edit("étiquettes") { $0.tags = $1.some(of: Self.tags) }
    case 13..<16: try edit("date") { $0.date = $1.date() }
    case 16..<19: try edit("résumé") { $0.summary = $1.maybe { $0.sentence() } }
    case 19..<22: try edit("relations") { $0.named = $1.some(of: $1.fiches + $1.translatedFiches) }
    case 22..<24: try edit("état") { $0.state = $1.maybe { $0.any(of: ["ouvert", "clos"]) } }
    case 24: try edit("niveau") { $0.level = $1.maybe { 1 + $0.number(3) } }
    case 25: try edit("savoirs") { $0.skills = $1.some(of: Self.words) }
    case 26: try edit("mot") { $0.word = $1.maybe { "Un [[\($0.title())]]." } }
    case 27: try edit("adresse") { $0.slug = $1.maybe { "a-\($0.newNumber())" } }
    case 28: try edit("alias") { $0.alias = $1.maybe { "vieux/\($0.newNumber())" } }
    case 29: try edit("brouillon") { page, _ in page.isDraft.toggle() }
    case 30: try edit("image") { $0.picture = $1.maybe { $0.any(of: Self.pictures) } }
    case 31: try edit("illustration") { $0.illustration = $1.maybe { $0.any(of: Self.pictures) } }
    case 32:
      try edit("type") { $0.type = $1.maybe { $0.any(of: ["fiche", "evenement", "page"]) } }
    case 33, 34: try edit("vue") { page, _ in page.showsTypes.toggle() }
    case 35, 36: try edit("hors des listes") { page, _ in page.isUnlisted.toggle() }
    default: try edit("rendez-vous") { $0.event = $1.maybe { $0.event() } }
    }
  }

  private mutating func edit(
    _ what: String, _ change: (inout LivingPage, inout LivingSite) -> Void
  ) throws -> String {
    guard let path = anyPage(), var page = pages[path] else { return try addPage() }
    change(&page, &self)
    page.named.removeAll(where: names(of: path).contains)
    if page.event?.place == path { page.event?.place = nil }
    pages[path] = page
    if !isNameable(path) { try forget(path) }
    try save(page.text, to: "content/\(path).md")
    return "\(what) de \(path)"
  }

  mutating func addPage() throws -> String {
    let folder = any(of: Self.folders)
    let path = folder + "p\(newNumber())"
    var page = LivingPage(title: title(), body: body(), tags: some(of: Self.tags), date: date())
    if folder == "rendez-vous/" { page.event = event() }
    pages[path] = page
    try write(page.text, to: "content/\(path).md")
    return "ajout de \(path)"
  }

  /// Adds a note that depends on nothing else, and says much of itself to the search.
  mutating func addPlainPage() throws {
    let path = "notes/p\(newNumber())"
    let summary = (0..<8).map { _ in sentence() }.joined(separator: " ")
    let page = LivingPage(title: title(), body: sentence(), summary: summary)
    pages[path] = page
    try write(page.text, to: "content/\(path).md")
  }

  mutating func removePage() throws -> String {
    guard pages.count > 6, let path = anyPage() else { return try addPage() }
    try remove(page: path)
    return "retrait de \(path)"
  }

  private mutating func remove(page path: String) throws {
    pages[path] = nil
    try forget(path)
    try remove("content/\(path).md")
    if translations.removeValue(forKey: path) != nil { try remove("content/\(path).br.md") }
  }

  mutating func movePage() throws -> String {
    let folder = any(of: Self.folders)
    let name = "p\(newNumber())"
    return try movePage { _ in folder + name }
  }

  /// Changes the case of a name alone.
  mutating func renameInCapitals() throws -> String {
    try movePage { path in
      var parts = path.split(separator: "/").map(String.init)
      let name = parts.removeLast()
      return (parts + [name.first == "p" ? name.uppercased() : name.lowercased()])
        .joined(separator: "/")
    }
  }

  private mutating func movePage(_ target: (String) -> String) throws -> String {
    guard let path = anyPage(), let page = pages[path], translations[path] == nil else {
      return try addPage()
    }
    let target = target(path)
    pages[path] = nil
    try forget(path)
    pages[target] = page
    try write("", to: "content/\(target).md")
    try remove("content/\(target).md")
    try FileManager.default.moveItem(
      atPath: folder + "/content/\(path).md", toPath: folder + "/content/\(target).md")
    return "\(path) devient \(target)"
  }

  /// Takes every sheet out of a folder, which stays or goes.
  mutating func emptyFolder() throws -> String {
    let emptied = any(of: ["notes/loin", "rendez-vous"])
    let inside = pages.keys.filter { $0.hasPrefix(emptied + "/") }.sorted()
    guard pages.count - inside.count > 4 else { return try addPage() }
    for path in inside { try remove(page: path) }
    if emptied == "notes/loin", number(2) == 0 {
      if sectionPages.remove(emptied) != nil { try remove("content/\(emptied)/index.md") }
      try? FileManager.default.removeItem(atPath: folder + "/content/" + emptied)
    }
    return "\(emptied) est vidé"
  }

  mutating func translatePage() throws -> String {
    guard let path = anyPage() else { return try addPage() }
    if translations[path] != nil {
      try forget(path)
      translations[path] = nil
      try remove("content/\(path).br.md")
      return "\(path) n’est plus traduite"
    }
    let title = "\(word()) br \(newNumber())"
    translations[path] = title
    let text = "---\ntitre: \(title)\n---\n" + (maybe { $0.sentence() + "\n" } ?? "")
    try write(text, to: "content/\(path).br.md")
    return "\(path) est traduite"
  }

  /// Takes a translation away, or brings it back as it was, as going from one branch to another does.
  mutating func switchBranches() throws -> String {
    if let (path, title, text) = away, pages[path] != nil, translations[path] == nil {
      away = nil
      translations[path] = title
      try write(text, to: "content/\(path).br.md")
      return "la traduction de \(path) revient"
    }
    guard let (path, title) = translations.min(by: { $0.key < $1.key }) else {
      return try translatePage()
    }
    let file = "content/\(path).br.md"
    away = (path, title, try String(contentsOfFile: folder + "/" + file, encoding: .utf8))
    try forget(path)
    translations[path] = nil
    try remove(file)
    return "la traduction de \(path) s’en va"
  }

  // MARK: Names in fields

  /// The sheets that others may name.
  var fiches: [String] { pages.keys.filter(isNameable).sorted() }

  /// What names those of them that are translated, by the titles of their translations.
  var translatedFiches: [String] { fiches.compactMap(translatedName) }

  private func isNameable(_ path: String) -> Bool {
    guard let page = pages[path], page.date == nil, !page.isDraft else { return false }
    return page.type.map { $0 == "fiche" } ?? path.hasPrefix("fiches/")
  }

  /// What a sheet may be named by.
  private func names(of path: String) -> [String] {
    [path] + [translatedName(of: path)].compactMap(\.self)
  }

  private func translatedName(of path: String) -> String? {
    translations[path].map { "\"[[\($0)]]\"" }
  }

  /// Takes a sheet out of the fields of the others: naming one that is not published is an error.
  private mutating func forget(_ path: String) throws {
    let names = names(of: path)
    for (other, var page) in pages
    where page.named.contains(where: names.contains) || page.event?.place == path {
      page.named.removeAll(where: names.contains)
      if page.event?.place == path { page.event?.place = nil }
      pages[other] = page
      try write(page.text, to: "content/\(other).md")
    }
  }
}
