import Calendars
import Formats
import Testing

@testable import Books
@testable import Theming

struct PDFDescriptionTests {
  private static let objects = [
    "<</Title <FEFF0041>\n/Creator (Mozilla \\(X11\\))\n/Producer (Skia/PDF \\(m1\\))>>",
    "<</Type /Catalog\n/Pages 3 0 R\n/ViewerPreferences <</DisplayDocTitle true>>>>",
    "<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>", "<</Type /Page\n/Parent 3 0 R>>",
  ]
  private static let file = SamplePDF.file(
    objects, trailer: "<</Size 5\n/Root 2 0 R\n/Info 1 0 R>>")

  private func book(licence: Book.Terms? = nil) -> Book {
    Book(
      title: "Été <1>", siteTitle: "Un lab", tagline: nil, publisher: "Lab & compagnie",
      language: "fr", isRightToLeft: false, date: .epoch, dateLabel: "1er janvier 1970",
      baseURL: nil, licence: licence, parts: [],
      words: InterfaceWords(
        language: "fr", words: ["livre_credits_texte": .text("Un livre.")], fallback: [:]),
      styleSheet: [], paperStyleSheet: [], cardStyleSheet: [],
      cover: Book.Cover(svg: [], png: nil))
  }

  /// What follows the file as Chromium wrote it.
  private func update(_ book: Book) throws -> String {
    let described = try #require(PDFDescription(book).added(to: Self.file))
    #expect(described.starts(with: Self.file))
    return String(decoding: described.dropFirst(Self.file.count), as: UTF8.self)
  }

  @Test func saysTheSameToBothKindsOfReaders() throws {
    let update = try update(book())
    #expect(update.contains("/Title <FEFF00C9007400E90020003C0031003E>\n"))
    #expect(update.contains("/Author <FEFF004C006100620020002600"))
    #expect(update.contains("/CreationDate (D:19700101000000Z)\n"))
    #expect(update.contains("<rdf:li xml:lang=\"fr\">Été &lt;1&gt;</rdf:li>"))
    #expect(
      update.contains("<dc:creator><rdf:Seq>\n<rdf:li>Lab &amp; compagnie</rdf:li>\n</rdf:Seq>"))
    #expect(update.contains("<pdf:Producer>Skia/PDF (m1)</pdf:Producer>"))
    #expect(update.contains("<xmp:CreateDate>1970-01-01T00:00:00Z</xmp:CreateDate>"))
    #expect(!update.contains("Mozilla") && !update.contains("dc:rights"))
  }

  @Test func saysTheTermsOfTheCollection() throws {
    let terms = Book.Terms(label: "CC BY 4.0", url: "https://exemple.org/by")
    let update = try update(book(licence: terms))
    #expect(update.contains("<rdf:li xml:lang=\"fr\">CC BY 4.0, https://exemple.org/by</rdf:li>"))
    #expect(
      update.contains("<xmpRights:WebStatement>https://exemple.org/by</xmpRights:WebStatement>"))
  }

  @Test func keepsWhatTheCatalogueSays() throws {
    let update = try update(book())
    #expect(
      update.contains(
        "2 0 obj\n<</Type /Catalog\n/Pages 3 0 R\n/ViewerPreferences <</DisplayDocTitle true>>"
          + "\n/Metadata 5 0 R>>\nendobj"))
  }

  @Test func findsEachObjectWhereTheTableSays() throws {
    let described = try #require(PDFDescription(book()).added(to: Self.file))
    let text = String(decoding: described, as: UTF8.self)
    let table = try #require(text.split(separator: "xref\n0 1\n").last)
    let lines = table.split(separator: "\n")
    for number in [1, 2, 5] {
      let line = try #require(lines.firstIndex(of: "\(number) 1"))
      let offset = try #require(Int(lines[line + 1].prefix(10)))
      #expect(described.dropFirst(offset).starts(with: Array("\(number) 0 obj\n".utf8)))
    }
    #expect(lines.contains("<</Size 6"))
  }

  @Test(arguments: ["", "%PDF-1.4", "startxref\n9999999\n%%EOF"])
  func refusesWhatIsNoPDF(text: String) {
    #expect(PDFDescription(book()).added(to: Array(text.utf8)) == nil)
  }
}
