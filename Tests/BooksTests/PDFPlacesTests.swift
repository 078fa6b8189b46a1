import Testing

@testable import Books

struct PDFPlacesTests {
  private static let objects = [
    "<</Type /Catalog\n/Pages 2 0 R\n/Dests 5 0 R>>",
    "<</Type /Pages\n/Count 2\n/Kids [4 0 R 3 0 R]>>",
    "<</Type /Page\n/Parent 2 0 R>>", "<</Type /Page\n/Parent 2 0 R>>",
    "<</fiche-1 [4 0 R /XYZ 6 826.17 0]\n/fiche-2 [3 0 R /XYZ 6 0 0]>>",
  ]

  @Test func findsThePageOfEachPlace() throws {
    let places = try #require(PDFPlaces(SamplePDF.file(Self.objects)))
    #expect(places.pageCount == 2)
    #expect(places.pages == ["fiche-1": 1, "fiche-2": 2])
  }

  @Test func endsWithATreeThatIsACircle() throws {
    var objects = Self.objects
    objects[2] = "<</Type /Pages\n/Kids [2 0 R 4 0 R]>>"
    #expect(try #require(PDFPlaces(SamplePDF.file(objects))).pageCount == 1)
  }

  @Test(arguments: ["", "%PDF-1.4", "startxref\n9999999\n%%EOF", "xref startxref\n0\n"])
  func refusesWhatIsNoPDF(text: String) {
    #expect(PDFPlaces(Array(text.utf8)) == nil)
  }
}
