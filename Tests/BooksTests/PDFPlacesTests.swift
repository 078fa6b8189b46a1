import Testing

@testable import Books

struct PDFPlacesTests {
  private static let objects = [
    "<</Type /Catalog\n/Pages 2 0 R\n/Dests 5 0 R>>",
    "<</Type /Pages\n/Count 2\n/Kids [4 0 R 3 0 R]>>",
    "<</Type /Page\n/Parent 2 0 R>>", "<</Type /Page\n/Parent 2 0 R>>",
    "<</fiche-1 [4 0 R /XYZ 6 826.17 0]\n/fiche-2 [3 0 R /XYZ 6 0 0]>>",
  ]

  private func file(_ objects: [String]) -> [UInt8] {
    var text = "%PDF-1.4\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (number, object) in objects.enumerated() {
      let digits = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
      text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    return Array((text + table + "trailer\n<</Root 1 0 R>>\nstartxref\n\(start)\n%%EOF").utf8)
  }

  @Test func findsThePageOfEachPlace() throws {
    let places = try #require(PDFPlaces(file(Self.objects)))
    #expect(places.pageCount == 2)
    #expect(places.pages == ["fiche-1": 1, "fiche-2": 2])
  }

  @Test func endsWithATreeThatIsACircle() throws {
    var objects = Self.objects
    objects[2] = "<</Type /Pages\n/Kids [2 0 R 4 0 R]>>"
    #expect(try #require(PDFPlaces(file(objects))).pageCount == 1)
  }

  @Test(arguments: ["", "%PDF-1.4", "startxref\n9999999\n%%EOF", "xref startxref\n0\n"])
  func refusesWhatIsNoPDF(text: String) {
    #expect(PDFPlaces(Array(text.utf8)) == nil)
  }
}
