/// PDF files as Chromium writes them: objects that are not compressed, and where each starts.
enum SamplePDF {
  /// Returns a file of objects, by their numbers from 1.
  static func file(_ objects: [String], trailer: String = "<</Root 1 0 R>>") -> [UInt8] {
    var text = "%PDF-1.4\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (number, object) in objects.enumerated() {
      let digits = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
      text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    return Array((text + table + "trailer\n\(trailer)\nstartxref\n\(start)\n%%EOF").utf8)
  }
}
