import Foundation
import SamplePictures
import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// What pages show of the pictures beside them.
@Suite struct PictureTests {
  private static let photo = SamplePictures.png(width: 1_200, height: 30, colour: (31, 111, 139))

  private func site(_ text: String = "![Une salle](salle.png)\n") throws -> SampleSite {
    let site = try SampleSite(["content/fiche.md": text])
    try site.write(Self.photo, to: "content/salle.png")
    return site
  }

  private func pictures(of site: SampleSite) -> [String] {
    site.files.keys.filter { $0.contains("salle") }.sorted().map { path in
      path.replacing(/-[0-9a-f]{12}/, with: "-…")
    }
  }

  @Test func showsDerivedFilesAndKeepsTheOriginal() async throws {
    let site = try site()
    #expect(try await site.build().findings == [])
    #expect(
      pictures(of: site) == [
        "images/salle-…-1200.webp", "images/salle-…-480.webp", "images/salle-…-960.webp",
      ])
    let page = try #require(site.published("fiche/index.html"))
    #expect(page.contains(##"width="1200" height="30" data-teinte="#1f6f8b""##))
    #expect(page.contains(/src="\.\.\/images\/salle-[0-9a-f]{12}-960\.webp"/))
    #expect(page.contains(/\.\.\/images\/salle-[0-9a-f]{12}-1200\.webp 1200w"/))
  }

  @Test func publishesAnOriginalThatSomebodyLinksTo() async throws {
    let site = try site("![Une salle](salle.png) [La photo](salle.png)\n")
    #expect(try await site.build().findings == [])
    #expect(pictures(of: site).contains("salle.png"))
    #expect(site.files["salle.png"] == Data(Self.photo))
  }

  @Test(arguments: [
    ("![Une salle](photo.jpg)", []),
    ("[La photo](photo.jpg)", ["image.gps content/fiche.md:1:12"]),
    ("[Sans lieu](salle.png)", []),
  ])
  func warnsOfALinkToAPhotoThatSaysWhereItWasTaken(text: String, findings: [String]) async throws {
    let site = try site(text + "\n")
    try site.write(SamplePictures.turnedPhoto, to: "content/photo.jpg")
    #expect(try await site.build().findings == findings)
  }

  @Test func publishesNoPictureThatNobodyShows() async throws {
    let site = try site("Rien.\n")
    #expect(try await site.build().findings == [])
    #expect(pictures(of: site) == [])
  }

  @Test func publishesEveryPictureWhereRawHTMLMayShowIt() async throws {
    let site = try site("Rien.\n")
    try site.write("html: allow\n", to: "archipel.yaml")
    #expect(try await site.build().findings == [])
    #expect(pictures(of: site) == ["salle.png"])
  }

  @Test func publishesAnAnimationBehindALink() async throws {
    let site = try SampleSite(["content/fiche.md": "![Un geste](salle.gif)\n"])
    try site.write(SamplePictures.animatedGIF, to: "content/salle.gif")
    #expect(try await site.build().findings == [])
    #expect(pictures(of: site) == ["images/salle-…-2.webp", "salle.gif"])
    let page = try #require(site.published("fiche/index.html"))
    #expect(page.contains(#"<a class="animation" href="../salle.gif">Voir l’animation</a>"#))
  }

  @Test func showsTheImageOfASheetAndOfItsFields() async throws {
    let site = try SampleSite([
      "content/_types/lieu.yaml": """
      libelle: Lieu
      dossier: lieux
      champs: { plan: { libelle: Plan des salles, type: image } }
      """,
      "content/lieux/ti.md": "---\ntitre: Ti\nplan: salle.png\nimage: salle.png\n---\n",
      "content/lieux/la.md": "---\ntitre: Là\nplan: rien.png\nimage: vide.png\n---\n",
    ])
    try site.write(Self.photo, to: "content/lieux/salle.png")
    try site.write([], to: "content/lieux/vide.png")
    #expect(
      try await site.build().findings == [
        "link.image content/lieux/la.md:3:7", "image.empty content/lieux/la.md:4:8",
      ])
    let data = try #require(site.published("lieux/ti/index.html"))
    #expect(data.contains(#"alt="Plan des salles""#))
  }

  /// One rule says what a path means: in the text, in a field, for the page and for what is published.
  @Test(arguments: [
    ("salle%20un.png", true), ("salle un.png", true), ("./salle un.png", true),
    ("../../salle%20haute.png", true), ("/salle haute.png", true),
    ("/lieux/../salle haute.png", true),
    ("salle.png", false),
    ("%73alle un.png", true), ("salle un.png?v=2", true), ("salle%2520un.png", false),
  ])
  func showsWhatItAcceptsAndReportsTheRest(written: String, isThere: Bool) async throws {
    let site = try SampleSite([
      "content/_types/lieu.yaml": """
      libelle: Lieu
      dossier: lieux/ti
      champs:
        plan: { libelle: Plan des salles, type: image }
        affiche: { libelle: Affiche, type: fichier }
      """,
      "content/lieux/ti/texte.md": "---\ntitre: Texte\n---\n![Une salle](<\(written)>)\n",
      "content/lieux/ti/champ.md": "---\ntitre: Champ\nplan: \"\(written)\"\n---\n",
      "content/lieux/ti/image.md": "---\ntitre: Image\nimage: \"\(written)\"\n---\n",
      "content/lieux/ti/fichier.md": "---\ntitre: Fichier\naffiche: \"\(written)\"\n---\n",
    ])
    try site.write(Self.photo, to: "content/lieux/ti/salle un.png")
    try site.write(Self.photo, to: "content/salle haute.png")
    let findings = try await site.build().findings
    let reported = [
      "link.image content/lieux/ti/champ.md:3:7", "link.image content/lieux/ti/image.md:3:8",
      "link.image content/lieux/ti/texte.md:4:15",
    ]
    #expect(findings == (isThere ? [] : reported))
    for name in ["texte", "champ", "image"] {
      let page = try #require(site.published("lieux/ti/\(name)/index.html"))
      #expect(page.contains("<img ") == isThere, "\(name)")
    }
    let page = try #require(site.published("lieux/ti/fichier/index.html"))
    #expect(page.contains(/<a href="[^"]*salle%20[a-z]+\.png"/) == isThere)
    let originals = Set(site.files.keys).intersection(["lieux/ti/salle un.png", "salle haute.png"])
    #expect(originals.count == (isThere ? 1 : 0))
  }

  /// A path that climbs out of the content was written in another folder: what ends it is looked for
  /// inside, and the writer is told.
  @Test(arguments: ["../../../salle haute.png", "/../salle haute.png"])
  func looksInsideForWhatAPathSeeksOutside(written: String) async throws {
    let site = try SampleSite([
      "content/lieux/texte.md": "---\ntitre: Texte\n---\n![Une salle](<\(written)>)\n"
    ])
    try site.write(Self.photo, to: "content/salle haute.png")
    try site.write(Self.photo, to: "salle haute.png")
    #expect(try await site.build().findings == ["link.elsewhere content/lieux/texte.md:4:15"])
    let page = try #require(site.published("lieux/texte/index.html"))
    #expect(page.contains("<img "))
  }

  @Test(arguments: [
    ("salle.png", Array("Une note.".utf8), "image.format"), ("salle.png", [], "image.empty"),
    ("salle.jpg", [0xFF, 0xD8, 0xFF, 0xE0], "image.damaged"),
    ("salle.png", SamplePictures.emptyPNG(width: 99_000, height: 9_000), "image.size"),
    ("salle.svg", Array("<svg".utf8), "image.damaged"),
    ("salle.svg", Array("<!DOCTYPE svg [<!ENTITY a \"a\">]><svg/>".utf8), "image.entities"),
  ])
  func saysWhereAPictureThatCannotBeShownIsAskedFor(
    name: String, bytes: [UInt8], id: String
  ) async throws {
    let site = try SampleSite([
      "content/a.md": "Là,\nune ![salle](\(name)).\n", "content/b.md": "![Une salle](\(name))\n",
    ])
    try site.write(bytes, to: "content/" + name)
    let report = try await site.build()
    #expect(report.findings == ["\(id) content/a.md:2:14", "\(id) content/b.md:1:14"])
    #expect(site.published("a/index.html")?.contains("une salle.") == true)
    #expect(pictures(of: site) == [])
  }

  @Test func cleansADrawingThatPagesShowOrLinkTo() async throws {
    let drawing =
      #"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><script/><g/></svg>"#
    let site = try SampleSite([
      "content/fiche.md": "![Une salle](salle.svg)\n\n[Le plan](salle.svg)\n",
      "content/salle.svg": drawing,
    ])
    #expect(
      try await site.build().findings == [
        "image.cleaned content/fiche.md:1:14", "image.cleaned content/fiche.md:3:11",
      ])
    #expect(pictures(of: site) == ["images/salle-….svg", "salle.svg"])
    #expect(site.published("salle.svg") == drawing.replacing("<script/>", with: ""))
  }

  @Test func publishesTheSameWithOneWorkerOrFourWithOrWithoutCache() async throws {
    let site = try site(String(repeating: "![Une salle](salle.png)\n\n", count: 3))
    for name in 0..<40 { try site.write("![Une salle](salle.png)\n", to: "content/f\(name).md") }
    try await site.build()
    let expected = site.files
    let cache = site.source + "/.archipel"
    #expect(FolderContent.files(of: cache).keys.sorted().first == ".gitignore")
    try await site.build { $0.jobs = 4 }
    #expect(site.files == expected)
    try FileManager.default.removeItem(atPath: cache)
    // A file in the place of the folder: nothing can be kept.
    try site.write("", to: ".archipel")
    try await site.build { $0.jobs = 4 }
    #expect(site.files == expected)
  }

  @Test func makesAgainWhatIsDamagedInTheCache() async throws {
    let site = try site()
    try await site.build()
    let expected = site.files
    let folder = site.source + "/.archipel/images/"
    let entry = try #require(FolderContent.files(of: folder).keys.first)
    var bytes = Array(try #require(FileManager.default.contents(atPath: folder + entry)))
    bytes[bytes.count / 2] ^= 1
    for damage in [bytes, Array(bytes.prefix(40)), []] {
      try site.write(damage, to: ".archipel/images/" + entry)
      try await site.build { $0.startsFromScratch = true }
      #expect(site.files == expected)
      #expect(FolderContent.files(of: folder)[entry] != Data(damage))
    }
  }

  /// The name of a file is made from the bytes of its picture: it never stands for others.
  @Test(arguments: [
    SamplePictures.png(width: 300, height: 30, colour: (31, 111, 139)),
    SamplePictures.png(width: 1_200, height: 30, colour: (139, 111, 31)), [],
  ])
  func showsNoOtherPictureInThePlaceOfOneThatIsGone(other: [UInt8]) async throws {
    let site = try site()
    try await site.build()
    let path = try #require(site.files.keys.first { $0.hasSuffix("-1200.webp") })
    let preview = try await SiteBuilder(site.request()).preview()
    try FileManager.default.removeItem(atPath: site.source + "/.archipel")
    #expect(try await preview.file(at: path)?.bytes == site.files[path].map { Array($0) })
    try site.write(other, to: "content/salle.png")
    await #expect(throws: EnvironmentFailure.self) { try await preview.file(at: path) }
  }

  @Test func readsNothingOfTheCacheAsContent() async throws {
    let site = try site("Rien.\n")
    try site.write("# Rien\n", to: ".archipel/fiche.md")
    try site.write("# Rien\n", to: "content/.archipel/fiche.md")
    let empty = try SampleSite(["archipel.yaml": "title: Rien\n"])
    #expect(try await site.build().pageCount == empty.build().pageCount + 1)
  }
}
