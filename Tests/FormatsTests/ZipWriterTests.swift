import Calendars
import Foundation
import Testing

@testable import Formats

struct ZipWriterTests {
  private func archive(
    _ files: [(path: String, bytes: [UInt8], isStored: Bool)], date: CalendarDate? = nil,
    effort: ZipWriter.Effort = .greatest
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try withoutActuallyEscaping({ bytes += $0 }) { write in
      var zip = ZipWriter(date: date, effort: effort, write: write)
      for file in files { try zip.add(file.path, file.bytes, isStored: file.isStored) }
      try zip.finish()
    }
    return bytes
  }

  /// Asks Python’s reader for the names, the days, the methods and the content.
  private func read(_ archive: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".zip")
    try Data(archive).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      "-c",
      """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as z:
          assert z.testzip() is None
          for i in z.infolist():
              print(i.filename, i.date_time[:3], i.compress_type, oct(i.external_attr >> 16), len(z.read(i)))
      """, file.path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text
  }

  @Test func isReadByOthers() throws {
    let long = Array(String(repeating: "Un même mot. ", count: 500).utf8)
    let bytes = try archive(
      [
        ("mimetype", Array("application/epub+zip".utf8), true), ("été/œuvre.txt", long, false),
        ("vide", [], false),
      ], date: CalendarDate(iso: "2026-11-29"))
    #expect(
      try read(bytes) == """
        mimetype (2026, 11, 29) 0 0o100644 20
        été/œuvre.txt (2026, 11, 29) 8 0o100644 \(long.count)
        vide (2026, 11, 29) 0 0o100644 0

        """)
    #expect(bytes.count < long.count / 4)
    // The name and the content of the first file stand where readers of EPUB look for them.
    #expect(String(decoding: bytes[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
  }

  @Test(arguments: [ZipWriter.Effort.least, .greatest])
  func compressesEachFileByItself(effort: ZipWriter.Effort) throws {
    let texts = ["Un même mot. ", "Autre chose ? ", "Un même mot. "].map {
      Array(String(repeating: $0, count: 500).utf8)
    }
    let bytes = try archive(texts.enumerated().map { (String($0), $1, false) }, effort: effort)
    let lines = try read(bytes).split(separator: "\n")
    #expect(lines.count == texts.count)
    for (line, text) in zip(lines, texts) { #expect(line.hasSuffix(" 8 0o100644 \(text.count)")) }
    #expect(bytes.count < texts[0].count)
  }

  @Test func keepsWhatCompressionWouldLengthen() throws {
    let noise = (0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 2_654_435_761 >> 13) }
    #expect(try archive([("a", noise, true)]) == archive([("a", noise, true)]))
    #expect(try read(archive([("a", [7], false)])).contains(" 0 0o100644 1"))
  }

  @Test func holdsMoreFilesThanTheOldFormCounts() throws {
    let bytes = try archive((0..<66_000).map { (String($0), [], true) })
    #expect(try read(bytes).split(separator: "\n").count == 66_000)
  }
}
