import Foundation
import Testing

@testable import Formats

struct CatalogueTests {
  private let sheet = CatalogueEntry(
    id: "methodes/world-cafe", type: "methode", title: "World café", summary: "Des tables.",
    path: "methodes/world-cafe/", source: "methodes/world-cafe/index.md", language: "fr",
    licence: "CC-BY-SA-4.0", authors: ["Ti Lab"],
    credits: [Credit(title: "The World Café", author: "J. Brown", licence: "CC-BY-4.0")],
    tags: ["idéation"], updated: Timestamp(year: 2026, month: 3, day: 14),
    fields: [JSONMember("duree", ["min": 60, "max": 120]), JSONMember("avant", ["accueil"])],
    sha256: "00ff")

  @Test func writesASheetWithItsFieldsInOrder() {
    let expected =
      #"{"id":"methodes/world-cafe","type":"methode","title":"World café","#
      + #""summary":"Des tables.","url":"methodes/world-cafe/","#
      + #""source":"methodes/world-cafe/index.md","lang":"fr","licence":"CC-BY-SA-4.0","#
      + #""authors":["Ti Lab"],"credits":[{"title":"The World Café","author":"J. Brown","#
      + #""licence":"CC-BY-4.0"}],"tags":["idéation"],"updated":"2026-03-14","#
      + #""fields":{"duree":{"min":60,"max":120},"avant":["accueil"]},"sha256":"00ff"}"#
    #expect(text(sheet.encoded(baseURL: nil)) == expected)
  }

  @Test func refersFromTheFolderOfTheSheetsOwnData() {
    let written = text(sheet.encoded(baseURL: nil, folder: "methodes/world-cafe/"))
    #expect(written.contains(#""url":"./","source":"index.md""#))
  }

  @Test func writesTheCatalogueOneSheetALine() throws {
    let catalogue = CatalogueFile(
      title: "Ti Lab", language: "fr", licence: "CC-BY-SA-4.0",
      baseURL: BaseURL("https://exemple.bzh"), generator: "Archipel 1.0")
    let lines = text(catalogue.encoded([sheet, sheet])).split(separator: "\n").map(String.init)
    let heading =
      #"{"format":1,"title":"Ti Lab","summary":"","lang":"fr","licence":"CC-BY-SA-4.0","#
      + #""base_url":"https://exemple.bzh/","generator":"Archipel 1.0","#
    let line = text(sheet.encoded(baseURL: catalogue.baseURL))
    #expect(lines == [heading, #""sheets":["#, line + ",", line, "]}"])
    #expect(line.contains(#""url":"https://exemple.bzh/methodes/world-cafe/""#))
  }

  @Test(arguments: [0, 1, 3])
  func isReadBackByFoundation(count: Int) throws {
    struct Catalogue: Decodable {
      struct Sheet: Decodable { let id: String }
      let licence: String?
      let sheets: [Sheet]
    }
    let bytes = CatalogueFile(title: "A", language: "fr").encoded(
      repeatElement(sheet, count: count))
    let read = try JSONDecoder().decode(Catalogue.self, from: Data(bytes))
    #expect(read.licence == nil)
    #expect(read.sheets.map(\.id) == Array(repeating: sheet.id, count: count))
  }

  @Test func isTheSameFromFragmentsThatThreadsEncoded() {
    let catalogue = CatalogueFile(title: "A", language: "fr")
    let fragment = sheet.encoded(baseURL: nil)
    let whole = catalogue.encoded([sheet, sheet])
    #expect(catalogue.encoded(fragments: [fragment, fragment]) == whole)
  }
}
