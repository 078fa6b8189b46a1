import Testing

@testable import ContentModel

/// What may be adapted into what, and published beside what, pair by pair.
@Suite struct LicenceCompatibilityTests {
  private static let ids = [
    "CC0-1.0", "etalab-2.0", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0",
    "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "LAL-1.3", "GFDL-1.3-or-later",
    "GPL-3.0-only",
  ]

  /// A line a licence, a column a licence that an adaptation takes, both in the order of the ids: the
  /// rule that forbids it.
  private static let adaptations = """
    =  =  =  =  =  =  =  =  =  =  =  =
    BY =  =  =  =  =  =  =  =  =  =  =
    BY BY =  =  =  =  =  =  =  BY BY BY
    BY BY =  =  =  =  =  =  =  =  =  =
    SA SA SA SA =  =  SA SA SA SA SA SA
    SA SA SA SA version =  SA SA SA =  SA =
    NC NC NC NC NC NC =  =  NC NC NC NC
    NC NC NC NC NC NC SA =  NC NC NC NC
    ND ND ND ND ND ND ND ND ND ND ND ND
    SA SA SA SA SA =  SA SA SA =  SA SA
    SA SA SA SA SA SA SA SA SA SA =  SA
    SA SA SA SA SA SA SA SA SA SA SA =
    """

  /// The same for a collection, in which works stand as they are.
  private static let collections = """
    =  =  =  =  =  =  =  =  =  =  =  =
    =  =  =  =  =  =  =  =  =  =  =  =
    =  =  =  =  =  =  =  =  =  =  =  =
    =  =  =  =  =  =  =  =  =  =  =  =
    =  =  =  =  =  =  =  =  =  =  =  =
    =  =  =  =  =  =  =  =  =  =  =  =
    NC NC NC NC NC NC =  =  NC NC NC NC
    NC NC NC NC NC NC =  =  NC NC NC NC
    ND ND ND ND ND ND ND ND =  ND ND ND
    =  =  =  =  =  =  =  =  =  =  =  =
    =  =  =  =  =  =  =  =  =  =  =  =
    =  =  =  =  =  =  =  =  =  =  =  =
    """

  private static func table(_ rule: (Licence, Licence) -> LicenceRule?) throws -> [[String]] {
    let licences = try ids.map { try #require(Licence(id: $0)) }
    return licences.map { licence in
      licences.map { rule(licence, $0)?.rawValue ?? "=" }
    }
  }

  private static func cells(_ table: String) -> [[String]] {
    table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  @Test func tellsWhatMayBeAdaptedIntoWhat() throws {
    let table = try Self.table { $0.rule(againstAdaptingInto: $1) }
    #expect(table == Self.cells(Self.adaptations))
  }

  @Test func tellsWhatMayBePublishedBesideWhat() throws {
    let table = try Self.table { $0.rule(againstCollectingIn: $1) }
    #expect(table == Self.cells(Self.collections))
  }

  @Test(
    arguments: [
      // Versions and countries.
      ("CC-BY-SA-2.0", "CC-BY-SA-4.0", nil), ("CC-BY-SA-2.0", "CC-BY-SA-2.0-UK", nil),
      ("CC-BY-SA-3.0-DE", "CC-BY-SA-3.0", nil),
      ("CC-BY-SA-2.1-JP", "CC-BY-SA-2.0", .earlierVersion),
      ("CC-BY-SA-1.0", "CC-BY-SA-2.0", .earlierVersion), ("CC-BY-SA-1.0", "CC-BY-SA-1.0", nil),
      ("CC-BY-NC-SA-3.0", "CC-BY-NC-SA-4.0", nil), ("CC-BY-4.0", "CC-BY-2.0", nil),
      // Only version 4 recognizes other licences, and only version 3 of the GPL.
      ("CC-BY-SA-3.0", "GPL-3.0-only", .shareAlike), ("CC-BY-SA-4.0", "GPL-2.0-only", .shareAlike),
      ("CC-BY-SA-4.0", "GPL-3.0-or-later", .shareAlike),
      // GNU.
      ("GFDL-1.1-or-later", "GFDL-1.3-only", nil),
      ("GFDL-1.2-only", "GFDL-1.3-only", .earlierVersion),
      ("GFDL-1.3-or-later", "GFDL-1.2-or-later", .earlierVersion),
      ("GFDL-1.3-only", "GFDL-1.3-or-later", .earlierVersion),
      ("GFDL-1.3-invariants-only", "GFDL-1.3-only", .shareAlike),
      ("GPL-2.0-or-later", "GPL-3.0-only", nil), ("GPL-2.0-only", "GPL-3.0-only", .earlierVersion),
      ("GPL-3.0-only", "GFDL-1.3-only", .shareAlike),
      // The public domain, and what nobody has read.
      ("CC-PDDC", "MIT", nil), ("PDDL-1.0", "CC-BY-NC-ND-4.0", nil), ("CC-PDM-1.0", "CC0-1.0", nil),
      ("MIT", "CC-BY-4.0", .unknown), ("CC-BY-4.0", "MIT", .unknown), ("MIT", "MIT", nil),
      ("etalab-2.0", "OGL-UK-3.0", nil), ("CC-BY-ND-4.0", "CC-BY-ND-4.0", .noDerivatives),
    ] as [(String, String, LicenceRule?)])
  func knowsVersionsAndExceptions(id: String, other: String, rule: LicenceRule?) throws {
    let (licence, target) = (try #require(Licence(id: id)), try #require(Licence(id: other)))
    #expect(licence.rule(againstAdaptingInto: target) == rule)
  }

  @Test(arguments: [
    ("GPL-FDL", "GFDL-1.1-or-later"), ("GNU FDL", "GFDL-1.1-or-later"),
    ("gfdl", "GFDL-1.1-or-later"),
    ("GNU Free Documentation License 1.2", "GFDL-1.2-only"), ("GFDL-1.3", "GFDL-1.3-only"),
    ("CC-BY-4.0", "CC-BY-4.0"),
  ])
  func readsTheNamesOfOldDocuments(text: String, id: String) {
    #expect(Licence(written: text)?.id == id)
  }

  @Test(arguments: ["GPL", "FDL 4", "GFDL 1.9", "CC BY-SA 4.0", "domaine public", ""])
  func takesNoOtherNameAsWritten(text: String) {
    #expect(Licence(written: text) == nil)
  }

  @Test(arguments: [
    ("CC BY-SA 4.0", "CC-BY-SA-4.0"), ("Licence Ouverte 2.0", "etalab-2.0"),
    ("domaine public", "CC-PDDC"), ("CC0", "CC0-1.0"), ("Licence Art Libre", "LAL-1.3"),
    ("https://creativecommons.org/licenses/by-sa/3.0/", "CC-BY-SA-3.0"),
    ("http://creativecommons.org/licenses/by/4.0/deed.fr", "CC-BY-4.0"),
    ("https://creativecommons.org/publicdomain/zero/1.0/legalcode", "CC0-1.0"),
    ("Licence Ouverte v2.0", "etalab-2.0"), ("LO 2.0", "etalab-2.0"),
    ("Creative Commons Attribution 4.0", "CC-BY-4.0"),
    ("Creative Commons BY-SA 4.0", "CC-BY-SA-4.0"), ("CC BY-SA v4.0", "CC-BY-SA-4.0"),
    ("CC-BY-SA 4.0 International", "CC-BY-SA-4.0"), ("BY-NC-SA 3.0", "CC-BY-NC-SA-3.0"),
    ("Attribution-NonCommercial-NoDerivatives 4.0 International", "CC-BY-NC-ND-4.0"),
    (
      "Licence Creative Commons Attribution - Partage dans les Mêmes Conditions 4.0 International",
      "CC-BY-SA-4.0"
    ),
    ("CC0 1.0 Universal", "CC0-1.0"), ("Creative Commons Zero v1.0 Universal", "CC0-1.0"),
  ])
  func understandsWhatOtherSitesWrite(text: String, id: String) {
    #expect(Licence(meantBy: text)?.id == id)
  }

  @Test(arguments: [
    "tous droits réservés", "https://exemple.fr/licence", "libre", "<script>",
    // One of several, which nobody may choose for its author.
    "Creative Commons", "Attribution", "BY-SA", "CC BY-SA 3.0 FR", "CC BY-XX 4.0",
  ])
  func understandsNoMoreThanThat(text: String) {
    #expect(Licence(meantBy: text) == nil)
  }

  @Test func namesWhatAnAdaptationMayHave() throws {
    let own = try #require(Licence(id: "CC-BY-SA-4.0"))
    #expect(own.adaptationLicences.map(\.id) == ["CC-BY-SA-4.0", "LAL-1.3", "GPL-3.0-only"])
    let closed = try #require(Licence(id: "CC-BY-ND-4.0"))
    #expect(closed.adaptationLicences.isEmpty)
  }
}
