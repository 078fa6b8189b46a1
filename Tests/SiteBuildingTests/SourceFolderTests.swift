import Diagnostics
import Foundation
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// Which files of a folder are content, and which are not.
@Suite struct SourceFolderTests {
  @Test func reportsASymbolicLinkThatLeavesTheSource() async throws {
    let site = try SampleSite(["archipel.yaml": "title: Lab\n", "content/index.md": "Bonjour.\n"])
    try site.link("content/etc", to: "/etc")
    try site.link("content/mot.md", to: "/etc/hostname")
    try site.link("content/rien.md", to: "absent.md")
    let report = try await site.build()
    #expect(
      report.findings == [
        "source.symlink content/etc", "source.symlink content/mot.md",
        "source.symlink content/rien.md",
      ])
    #expect(report.hasErrors)
    #expect(site.files.isEmpty)
  }

  /// No road leads out of the source, nor into what is hidden in it.
  @Test(arguments: [
    ("themes", "../dehors"), ("themes/propre", "../../dehors"),
    ("themes/propre/assets/a.txt", "../../../../dehors/secret"),
    ("themes/propre/templates/page.mustache", "../../../../dehors/secret"),
    ("themes/propre/langues/fr.yaml", "../../../../dehors/secret"),
    ("archipel.yaml", "../dehors/secret"), ("content/a.md", "../../dehors/secret"),
    ("content/_data/a.csv", "../../../dehors/secret"), ("content/x", "../.git"),
    ("content/b.txt", "../.env"), ("content", "../dehors"), ("content", ".git"),
    ("docs", "../dehors"),
  ])
  func readsNothingBehindALink(path: String, target: String) async throws {
    let site = try SampleSite([
      ".git/secret.md": "Mot de passe.\n", ".env": "Mot de passe.\n",
      "../dehors/secret": "Mot de passe.\n", "../dehors/secret.md": "Mot de passe.\n",
    ])
    if path != "archipel.yaml" {
      try site.write(
        "title: T\n" + (path.hasPrefix("themes") ? "theme: propre\n" : ""), to: "archipel.yaml")
    }
    if path != "content", path != "docs" { try site.write("Bonjour.\n", to: "content/index.md") }
    let folder = site.source + "/" + path.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try site.link(path, to: target)
    let report = try await site.build()
    #expect(report.hasErrors)
    #expect(report.findings.contains { $0.hasPrefix("source.symlink ") }, "\(report.findings)")
    #expect(report.diagnostics.allSatisfy { !$0.message.french.contains("Mot de passe") })
    #expect(site.files.isEmpty)
  }

  @Test func readsSheetsWhoseEndingIsInCapitals() async throws {
    let site = try SampleSite([
      "content/i.MD": "# I\n", "content/j.Markdown": "# J\n\n[I](i.MD)\n",
    ])
    #expect(try await site.build().findings == [])
    #expect(site.published("i/index.html")?.contains("<h1>I</h1>") == true)
    #expect(site.published("j/index.html")?.contains("href=\"../i/\"") == true)
  }

  @Test func saysWhatOnlyLooksLikeASheet() async throws {
    let site = try SampleSite([
      "content/index.md": "Bonjour.\n", "content/j.md.txt": "# J\n", "content/notes.txt": "N.\n",
      "content/k.md/plan.txt": "Plan.\n",
    ])
    #expect(mkfifo(site.source + "/content/l.md", 0o600) == 0)
    let report = try await site.build()
    #expect(
      report.findings == [
        "source.sheet-name content/j.md.txt", "source.kind content/k.md",
        "source.kind content/l.md",
      ])
    #expect(!report.hasErrors)
  }

  @Test func followsASymbolicLinkInsideTheSource() async throws {
    let site = try SampleSite(["content/a/b.md": "B.\n", "commun/c.md": "C.\n"])
    try site.link("content/d.md", to: "a/b.md")
    try site.link("content/e", to: "../commun")
    #expect(try await site.build().findings == [])
    #expect(site.published("d/index.html")?.contains("<p>B.</p>") == true)
    #expect(site.published("e/c/index.html")?.contains("<p>C.</p>") == true)
  }

  /// Whoever reads a pipe waits until somebody writes into it.
  @Test func waitsForNoPipeBehindASymbolicLink() async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n"])
    try #require(mkfifo(site.source + "/tube", 0o600) == 0)
    try site.link("content/a.md", to: "../tube")
    try site.link("content/b.pdf", to: "../tube")
    let report = try await site.build()
    #expect(report.findings == ["source.kind content/a.md", "source.kind content/b.pdf"])
  }

  @Test func waitsForNoPipeInThePlaceOfTheConfiguration() async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n"])
    try #require(mkfifo(site.source + "/archipel.yaml", 0o600) == 0)
    let failure = try await #require(throws: EnvironmentFailure.self) { try await site.build() }
    #expect(failure.message.french.contains("archipel.yaml"))
  }

  /// A file with a hole is as long as one likes, and takes no room on the disk.
  @Test func saysWhichFileIsLongerThanAnyMemory() async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n", "content/long.md": ""])
    try #require(truncate(site.source + "/content/long.md", 1 << 40) == 0)
    try site.write("", to: "content/long.pdf")
    try #require(truncate(site.source + "/content/long.pdf", 5 << 30) == 0)
    // Nobody has made a site of the folder: the rest is published.
    let report = try await site.build()
    #expect(
      report.findings == [
        "source.unreadable content/long.md", "source.unreadable content/long.pdf",
      ])
    let told = report.diagnostics.filter { $0.id == "source.unreadable" }
    #expect(told.map(\.severity) == [.warning, .warning])
    #expect(told.map { $0.expected?.french } == ["au plus 64 Mio", "au plus 4 Gio"])
    #expect(site.published("index.html") != nil)
    #expect(site.published("long.pdf") == nil)
    try site.write("title: T\n", to: "archipel.yaml")
    #expect(try await site.build().diagnostics.map(\.severity) == [.error, .error])
  }

  /// A folder that somebody else wrote must not act in the name of the site.
  @Test(arguments: [
    "e.html", "E.XHTML", "flux.xml", "sw.js", "_headers", "_redirects", "web.config", "e.php",
    "a.tar.phtml", "a.html.fr", "a.php.en", "a.php.pdf", "a.svg.br", "a.html.", "plan.svgz",
    "flux.rss", "a.opml", "a.xsd", "a.ashx", "a.cfm", "a.jspx", "a.fcgi", "a.shtm",
  ])
  func leavesOutWhatABrowserOrAServerRuns(name: String) async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n", "content/x/\(name)": "x"])
    let report = try await site.build()
    #expect(report.findings == ["source.active content/x/\(name)"])
    #expect(site.published("x/" + name) == nil)
    try site.write("html: allow\n", to: "archipel.yaml")
    // Windows takes away the dot that a name ends with.
    let told = name == "a.html." ? ["site.unportable-name content/x/a.html."] : []
    #expect(try await site.build().findings == told)
    #expect(site.published("x/" + name) == "x")
  }

  @Test(arguments: [
    "a.html.pdf", "contrat.pl.pdf", "a.py", "a.rb", "a.lua", "trace.gpx", "carte.kml", "LICENCE",
    "x/netlify.toml", "x/vercel.json",
  ])
  func publishesWhatOnlyLiesThere(name: String) async throws {
    let site = try SampleSite([
      "content/index.md": "Bonjour.\n", "content/\(name)": "<gpx><trk/></gpx> ou du texte",
    ])
    #expect(try await site.build().findings == [])
    #expect(site.published(name) != nil)
  }

  @Test(arguments: ["netlify.toml", "vercel.json", "staticwebapp.config.json", "_routes.json"])
  func leavesOutWhatAHostReadsAtTheRoot(name: String) async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n", "content/\(name)": "x"])
    #expect(try await site.build().findings == ["source.active content/\(name)"])
    #expect(site.published(name) == nil)
  }

  /// A browser may take a file without a known ending for what it starts as.
  @Test(arguments: [
    ("page", "<!DOCTYPE html><p>x"), ("page.truc", "\u{FEFF} \n<HTML>x"),
    ("page", "<!-- x --> <script>alert(1)</script>"), ("plan", "<svg onload=\"x()\"/>"),
    ("plan.truc", "<?xml version=\"1.0\"?>\n<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>"),
    ("trace.gpx", "<gpx><a:script xmlns:a=\"http://www.w3.org/1999/xhtml\">x</a:script></gpx>"),
    ("carte.kml", "<?xml-stylesheet href=\"a.css\"?><kml/>"),
  ])
  func leavesOutWhatStartsAsAPage(name: String, text: String) async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n", "content/\(name)": text])
    #expect(try await site.build().findings == ["source.active content/\(name)"])
    #expect(site.published(name) == nil)
  }

  @Test(arguments: [
    ("modele.bpmn", "<?xml version=\"1.0\"?><definitions/>"), ("donnees", "<x>1</x>"),
    ("LISEZMOI", "a < b"), ("vide", ""),
  ])
  func publishesWhatNoBrowserKnows(name: String, text: String) async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n", "content/\(name)": text])
    #expect(try await site.build().findings == [])
    #expect(site.published(name) == text)
  }

  @Test func endsWhenSymbolicLinksGoRound() async throws {
    let site = try SampleSite(["content/a/b.md": "B.\n", "content/c/d.md": "D.\n"])
    for (path, target) in [("a/x", "."), ("a/y", "."), ("a/z", "../c"), ("c/w", "../a")] {
      try site.link("content/" + path, to: target)
    }
    let folder = FileManager.default.currentDirectoryPath
    let climb = String(repeating: "../", count: folder.split(separator: "/").count)
    try await site.build { $0.source = climb + site.source.dropFirst() }
    let pages = site.files.keys.filter { $0.hasSuffix("b/index.html") }.sorted()
    #expect(pages == ["a/b/index.html", "c/w/b/index.html"])
  }

  @Test func reportsFoldersThatNeverEnd() async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n"])
    let folder = String(repeating: "d/", count: 70)
    try site.write("Loin.\n", to: "content/" + folder + "a.md")
    let report = try await site.build()
    #expect(report.diagnostics.map(\.id) == ["source.depth"])
    #expect(report.hasErrors)
  }

  @Test func reportsANameThatIsNotInUTF8() async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n"])
    let path = Array((site.source + "/content/caf").utf8) + [0xE9] + Array(".md\0".utf8)
    let file = path.map(CChar.init(bitPattern:)).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { fopen($0, "w") } ?? nil
    }
    let opened = try #require(file)
    fclose(opened)
    let report = try await site.build()
    #expect(report.findings == ["source.name content/caf\u{FFFD}.md"])
    #expect(report.diagnostics.map(\.severity) == [.warning])
    #expect(site.published("index.html") != nil)
    try site.write("title: T\n", to: "archipel.yaml")
    #expect(try await site.build().diagnostics.map(\.severity) == [.error])
  }

  @Test(arguments: [
    "archipel.yaml", "content/_types/t.yaml", "content/_vocabularies/v.yaml",
    "content/_data/d.yaml",
  ])
  func reportsSettingsThatAreNotInUTF8(path: String) async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n"])
    try site.write(Array("# Libell".utf8) + [0xE9, 0x0A], to: path)
    #expect(try await site.build().findings.contains("source.encoding \(path):1:9"))
    #expect(site.files.isEmpty)
  }

  @Test func publishesNamesThatHoldALineBreak() async throws {
    let site = try SampleSite(["content/a\nb.md": "AB.\n", "content/c\nd.txt": "CD.\n"])
    try await site.build()
    let before = site.files
    try await site.build()
    #expect(site.files == before)
    #expect(PublishedLinks(of: before).dangling == [])
  }

  @Test(arguments: ["docs", "content", ""])
  func findsTheContent(folder: String) async throws {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let site = try SampleSite(["\(prefix)index.md": "Bonjour.\n", "\(prefix)a/b.md": "B.\n"])
    for path in [
      "mkdocs.yml", "themes/x/README.md", "themes/x/theme.toml", "node_modules/a.md", "static/a.md",
    ] {
      try site.write("Un.\n", to: path)
    }
    #expect(try await site.build().findings == ["source.left-folder static"])
    let sheets = site.files.keys.filter { $0.contains("b/") || $0.contains("a/") }.sorted()
    #expect(sheets == ["a/b/index.html", "a/feed.json", "a/feed.xml", "a/index.html"])
    #expect(site.published("mkdocs.yml") == nil)
  }

  /// A folder `docs` beside other folders of pages is one of them; in a project, it is the pages.
  @Test(arguments: [
    (["blog/b.md"], true), (["SUMMARY.md", "README.md"], true), (["src/README.md"], false),
    (["blog/b.md", "package.json"], false), (["README.md"], false),
  ])
  func takesDocsForAFolderAmongOthers(others: [String], isOne: Bool) async throws {
    let site = try SampleSite(["docs/a.md": "A.\n"])
    for path in others { try site.write("Un.\n", to: path) }
    try await site.build()
    #expect((site.published("docs/a/index.html") != nil) == isOne)
    #expect((site.published("a/index.html") != nil) == !isOne)
  }

  @Test func leavesOutHiddenFilesAndFoldersOfSettings() async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\n",
      "content/a.md": "A.\n", "content/.git/config.md": "X.\n", "content/.cache": "x",
      "content/_prives/b.md": "B.\n", "content/_data/c.yaml": "a: 1\n",
    ])
    #expect(try await site.build().findings == [])
    let text = site.files.keys.sorted().joined(separator: " ")
    #expect(!text.contains(#/git|cache|prives|_data/#))
  }

  @Test func publishesAThousandPlainSheets() async throws {
    let site = try SampleSite()
    for number in 0..<1_000 {
      let text =
        "---\ntitle: \"Billet \(number)\"\ndate: 2024-01-0\(1 + number % 9)\n"
        + "tags: [\"t\(number % 50)\"]\ncategories: [x]\n---\n\nTexte.\n"
      try site.write(text, to: "content/posts/p\(number).md")
    }
    let report = try await site.build { $0.jobs = 2 }
    #expect(report.findings == [])
    let files = site.files
    #expect((0..<1_000).allSatisfy { files["posts/p\($0)/index.html"] != nil })
    #expect((0..<50).allSatisfy { files["etiquettes/t\($0)/index.html"] != nil })
    let map = try #require(site.published("sitemap.xml"))
    #expect((0..<1_000).allSatisfy { map.contains("<loc>posts/p\($0)/</loc>") })
    #expect(files["posts/page/21/index.html"] != nil)
    #expect(PublishedLinks(of: files).dangling == [])
  }

  @Test(arguments: ["content", "content/methodes", "content/methodes/vide"])
  func refusesAFolderInTheContentOfASite(path: String) async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\n", "content/methodes/a.md": "A.\n",
      "content/methodes/vide/x.txt": "X.\n",
    ])
    let failure = try await #require(throws: EnvironmentFailure.self) {
      try await site.build {
        $0.source = site.source + "/" + path
        $0.output = $0.source + "/output"
      }
    }
    #expect(failure.message.french.contains("dans le contenu du site « \(site.source) »"))
    #expect(failure.message.english.contains("in the content of the site “\(site.source)”"))
    #expect(!FileManager.default.fileExists(atPath: site.source + "/" + path + "/output"))
  }

  @Test(arguments: ["exemples/carnet", "themes/carnet"])
  func buildsAPlainFolderBesideTheContentOfASite(path: String) async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\n", "content/a.md": "A.\n", "\(path)/b.md": "B.\n",
    ])
    let report = try await site.build { $0.source = site.source + "/" + path }
    #expect(report.findings == [])
    #expect(site.published("b/index.html") != nil)
  }

  @Test(arguments: ["site", "themes"])
  func buildsAFolderThatIsNoContentOfAPlainSite(path: String) async throws {
    let site = try SampleSite([
      "archipel.yaml": "title: Lab\n", "a.md": "A.\n", "\(path)/b.md": "B.\n",
    ])
    let report = try await site.build { $0.source = site.source + "/" + path }
    #expect(report.findings == [])
    #expect(site.published("b/index.html") != nil)
  }

  @Test(arguments: ["", "content"])
  func refusesAFolderWithoutSheets(folder: String) async throws {
    let site = try SampleSite(["\(folder)/image.svg": "<svg/>"])
    let failure = try await #require(throws: EnvironmentFailure.self) { try await site.build() }
    #expect(failure.message.french.hasPrefix("aucune fiche dans « \(site.source) »"))
    #expect(failure.message.english.hasPrefix("no sheet in “\(site.source)”"))
    #expect(site.files.isEmpty)
  }

  @Test(arguments: ["content/methodes/output", "content/www", "www"])
  func leavesOutASiteThatIsPublishedAmongTheContent(path: String) async throws {
    let isPlain = !path.hasPrefix("content")
    let site = try SampleSite([isPlain ? "a.md" : "content/a.md": "A.\n"])
    try site.write("a/index.html\n", to: path + "/.archipel-manifest")
    try site.write("A.\n", to: path + "/a/index.html")
    let report = try await site.build()
    #expect(report.findings == ["source.published \(path)"])
    #expect(report.diagnostics.allSatisfy { $0.severity == .warning && $0.suggestion != nil })
    #expect(site.published("a/index.html") != nil)
    #expect(!site.files.keys.contains { $0.contains("output") || $0.contains("www") })
  }

  @Test func refusesToBuildAPublishedSite() async throws {
    let site = try SampleSite(["content/a.md": "A.\n"])
    try await site.build()
    let before = site.files
    let failure = try await #require(throws: EnvironmentFailure.self) {
      try await site.build {
        $0.source = site.output
        $0.output = site.output + "/output"
      }
    }
    #expect(failure.message.french.contains("un site qu’Archipel a publié"))
    #expect(site.files == before)
  }

  @Test func refusesASourceThatIsNotThere() async throws {
    let site = try SampleSite()
    await #expect(throws: EnvironmentFailure.self) {
      try await site.build { $0.source = site.root + "/absent" }
    }
  }

  /// Each folder is reached twice as often as the one before it.
  @Test func endsWhenSymbolicLinksDouble() async throws {
    let site = try SampleSite(["content/index.md": "Bonjour.\n", "content/e24/fin.md": "Fin.\n"])
    for level in 0..<24 {
      try site.write("x", to: "content/e\(level)/a.txt")
      for name in ["a", "b"] { try site.link("content/e\(level)/\(name)", to: "../e\(level + 1)") }
    }
    let report = try await site.build()
    let told = report.diagnostics.filter { $0.id == "source.symlink" }
    #expect(!told.isEmpty && told.count <= 24)
    #expect(told.allSatisfy { $0.severity == .warning })
    #expect(site.files.keys.count { $0.hasSuffix("fin/index.html") } == 17)
    try site.write("title: T\n", to: "archipel.yaml")
    #expect(try await site.build().hasErrors)
  }
}
