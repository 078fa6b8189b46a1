import Foundation
import Testing

/// A part of a document that a test writes, between two marks, and compares afterwards.
struct RecordedPart {
  private let path: String
  private let start: String
  private let end: String

  /// - Parameter document: The path of the document from the root of the repository.
  init(of document: String, from start: String, to end: String) {
    path =
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: document).path
    self.start = start
    self.end = end
  }

  /// Expects the part to be a text, its marks included; with `ARCHIPEL_RECORD=1` it is written instead.
  func expect(_ written: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let start = try #require(text.range(of: start)).lowerBound
    let end = try #require(text.range(of: end, range: start..<text.endIndex)).upperBound
    if ProcessInfo.processInfo.environment["ARCHIPEL_RECORD"] == "1" {
      try (text[..<start] + written + text[end...])
        .write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded a part of \(path): read it, then run again")
      return
    }
    #expect(text[start..<end] == written)
  }
}
