import Foundation

/// What happens around the sheets.
extension LivingSite {
  /// The pages that show others, by name: how each may do so, in turn.
  static let views = [
    "vues/tableau": ["{ genre: tableau, type: fiche, par: etat }"],
    "vues/matrice": ["{ genre: matrice, type: fiche, lignes: etat, colonnes: niveau }"],
    "vues/catalogue": [
      "{ genre: catalogue, type: fiche, par: etat, facettes: [etat, niveau] }",
      "{ genre: catalogue, type: fiche, facettes: [savoirs] }",
    ],
    "vues/annuaire": ["{ genre: annuaire, type: fiche, par: savoirs }"],
    "vues/frise": [
      "{ genre: frise, donnees: dates, reperes: [{ type: evenement }] }",
      "{ genre: frise, donnees: dates }",
    ],
    "vues/carte": [
      "{ genre: graphe, iles: [{ type: fiche, par: etat }, { type: evenement, par: etat }] }"
    ],
    "vues/poche": [
      "{ genre: cartes, type: fiche, format: poche, montre: [etat, mot] }",
      "{ genre: cartes, type: fiche, format: libre, par: etat, montre: [niveau] }",
    ],
    "vues/liste": [
      "{ genre: liste, type: fiche, filtre: { etat: [ouvert, clos] }, tri: -titre, limite: 3 }",
      "[{ genre: liste, type: fiche, limite: 2, titre: Un }, { genre: tableau, type: fiche, par: etat }]",
    ],
    "vues/types": ["{ genre: types }"],
    "vues/accessible": [
      "{ genre: conformite }",
      "{ genre: conformite, referentiel: R, auditeur: A, date: 2026-01-01, taux: 60, criteres: [1.1] }",
    ],
    "vues/budget": ["{ genre: budget }"],
    "rendez-vous/index": [
      "{ genre: agenda, type: evenement, mois: 1 }", "{ genre: agenda, type: evenement, mois: 2 }",
    ],
    "mots": ["{ genre: glossaire }", "{ genre: glossaire, formes: { phare: [feu] } }"],
  ]

  /// Writes the page of a view; the glossary with the words of the moment.
  mutating func show(_ name: String, _ way: Int) throws {
    var parts = ["---\ntitre: \(name)\nvue: \(Self.views[name]?[way] ?? "")\n---", sentence()]
    if name == "mots" {
      let words = Set(some(of: Self.words) + ["phare"]).sorted()
      parts += words.map { "## \($0)\n\n" + sentence() }
    }
    try write(parts.joined(separator: "\n\n") + "\n", to: "content/\(name).md")
  }

  mutating func changeView() throws -> String {
    let name = number(3) == 0 ? "mots" : any(of: Self.views.keys.sorted())
    let ways = Self.views[name]?.count ?? 1
    let way = number(ways + 1)
    if way == ways, name != "rendez-vous/index" {
      try? remove("content/\(name).md")
      return "plus de vue \(name)"
    }
    try show(name, min(way, ways - 1))
    return "vue \(name)"
  }

  mutating func toggleSectionPage() throws -> String {
    let section = any(of: ["fiches", "notes", "notes/loin"])
    if sectionPages.remove(section) != nil {
      try remove("content/\(section)/index.md")
      return "\(section) n’a plus de page"
    }
    sectionPages.insert(section)
    try write("---\ntitre: \(title())\n---\n\(body())\n", to: "content/\(section)/index.md")
    return "\(section) a une page"
  }

  mutating func changePicture() throws -> String {
    let name = any(of: Self.pictures + Self.extras)
    if extras.contains(name), number(2) == 0 {
      extras.remove(name)
      try remove("content/" + name)
      return "\(name) s’en va"
    }
    if Self.extras.contains(name) { extras.insert(name) }
    if name.hasSuffix(".svg") {
      try draw(name)
    } else {
      try save(sentence(), to: "content/" + name)
    }
    return "nouveau \(name)"
  }

  mutating func draw(_ name: String) throws {
    let side = 1 + number(50)
    try save(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(side)" height="\(side)"><path d="M0 0"/></svg>
      """, to: "content/" + name)
  }

  mutating func declare() throws -> String {
    switch number(13) {
    case 0: declarations.title = "Site " + word()
    case 1: declarations.pageSize = 2 + number(3)
    case 2: declarations.menu = some(of: ["fiches"])
    case 3: declarations.address = maybe { "https://exemple.fr/\($0.number(3))/" }
    case 4: declarations.label = word()
    case 5: declarations.term = word()
    case 6: declarations.figure += 1
    case 7: declarations.years = (0...number(4)).map { 2020 + $0 }
    case 8: declarations.ending = word()
    case 9: return try replaceTemplate()
    case 10, 11: return try changeRow()
    default: declarations.home = word()
    }
    for (path, text) in declarations.files { try write(text, to: path) }
    return "déclarations"
  }

  /// Changes a row of the table of sheets, adds one above or below the others, or takes one out.
  private mutating func changeRow() throws -> String {
    let titles = declarations.rows.keys.sorted()
    let title = number(2) == 0 ? any(of: titles) : "\(word()) L\(newNumber())"
    if titles.count > 3, titles.contains(title), number(2) == 0 {
      declarations.rows[title] = nil
    } else {
      declarations.rows[title] = [some(of: Self.tags).joined(separator: "; "), body()]
    }
    let path = "content/_data/lieux.csv"
    try save(declarations.files[path] ?? "", to: path)
    return "ligne \(title)"
  }

  /// Puts a file in the theme of the site, or takes it out again.
  private mutating func replaceTemplate() throws -> String {
    let path = any(of: LivingTheme.replacements.keys.sorted())
    if extras.remove(path) != nil {
      try remove(path)
      return "\(path) s’en va"
    }
    extras.insert(path)
    try write(LivingTheme.replacements[path] ?? "", to: path)
    return "nouveau \(path)"
  }

  mutating func passDays() -> String {
    day = number(4) == 0 ? number(90) - 45 : number(21) - 10
    return "jour \(day)"
  }

  /// Gives a file the bytes that it has, and another time: that of now, or of any day.
  mutating func touch() throws -> String {
    guard let path = anyPage(), let page = pages[path] else { return try addPage() }
    try write(page.text, to: "content/\(path).md")
    if number(2) == 0 {
      let time = Date(timeIntervalSince1970: Double(number(4_000_000)) * 1_000)
      try FileManager.default.setAttributes(
        [.modificationDate: time], ofItemAtPath: folder + "/content/\(path).md")
    }
    return "\(path) est réécrite telle quelle"
  }

  /// Does to the published site, or to what is kept of it, what nobody should.
  mutating func spoil() throws -> String {
    let records = folder + "/.archipel/records"
    switch number(5) {
    case 0:
      guard FileManager.default.fileExists(atPath: folder + "/output/index.html") else { break }
      try write("gribouillis", to: "output/index.html")
      return "page publiée modifiée"
    case 1:
      let names = (try? FileManager.default.contentsOfDirectory(atPath: records)) ?? []
      for name in names.sorted() {
        var bytes = FileManager.default.contents(atPath: records + "/" + name) ?? Data()
        if number(2) == 0 {
          bytes = bytes.prefix(number(bytes.count + 1))
        } else if !bytes.isEmpty {
          bytes[number(bytes.count)] ^= UInt8(1 + number(255))
        }
        try bytes.write(to: URL(filePath: records + "/" + name))
      }
      return "trace abîmée"
    case 2:
      try? remove("output/404.html")
      return "page publiée supprimée"
    default: break
    }
    try? remove("output")
    return "site publié supprimé"
  }
}
