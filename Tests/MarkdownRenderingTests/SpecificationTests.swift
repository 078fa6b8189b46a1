import Foundation
import Testing

@testable import MarkdownRendering

/// An example of the GFM specification.
struct SpecificationExample: Sendable, CustomTestStringConvertible {
  let number: Int
  let extensions: [Substring]
  let markdown: String
  let html: String

  var testDescription: String { "example \(number)" }
}

/// The GFM specification, where Debian's package `cmark-gfm` puts it.
enum Specification {
  static let path = "/usr/share/doc/cmark-gfm/spec.txt.gz"

  static let examples: [SpecificationExample] = {
    guard let text = try? text() else { return [] }
    return examples(in: text)
  }()

  private enum Part { case none, markdown, html }

  private static func text() throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private static func examples(in text: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var words: [Substring] = []
    var markdown: [Substring] = []
    var html: [Substring] = []
    var part = Part.none
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      switch part {
      case .none where line.hasPrefix(fence + " example"):
        words = line.dropFirst(fence.count + " example".count).split(separator: " ")
        (markdown, html, part) = ([], [], .markdown)
      case .none: break
      case .markdown where line == ".": part = .html
      case .markdown: markdown.append(line)
      case .html where line == fence:
        part = .none
        examples.append(
          SpecificationExample(
            number: examples.count + 1, extensions: words, markdown: joined(markdown),
            html: joined(html)))
      case .html: html.append(line)
      }
    }
    return examples
  }

  private static func joined(_ lines: [Substring]) -> String {
    lines.map { $0.replacingOccurrences(of: "→", with: "\t") + "\n" }.joined()
  }
}

@Suite struct SpecificationTests {
  @Test func findsTheSpecification() {
    #expect(
      Specification.examples.count > 670,
      "\(Specification.path) is missing: install it with `apt-get install cmark-gfm`")
  }

  @Test(arguments: Specification.examples)
  func writesWhatTheSpecificationSays(_ example: SpecificationExample) throws {
    var extensions: MarkdownOptions.Extensions = []
    for word in example.extensions {
      switch word {
      case "table": extensions.insert(.table)
      case "strikethrough": extensions.insert(.strikethrough)
      case "autolink": extensions.insert(.autolink)
      case "tagfilter": extensions.insert(.tagFilter)
      // The task lists, whose attributes libcmark-gfm writes in another order.
      case "disabled": extensions.insert(.taskList)
      default: Issue.record("unknown extension \(word)")
      }
    }
    let options = MarkdownOptions(
      typography: .none, rawHTML: .allow, additions: false, extensions: extensions)
    let written = html(example.markdown, options)
    let expected =
      extensions.contains(.taskList) ? inAttributeOrderOfWriter(example.html) : example.html
    #expect(written == expected)
  }
  private func inAttributeOrderOfWriter(_ html: String) -> String {
    html.replacingOccurrences(
      of: "<input checked=\"\" disabled=\"\" type=\"checkbox\">",
      with: "<input type=\"checkbox\" checked=\"\" disabled=\"\" />"
    ).replacingOccurrences(
      of: "<input disabled=\"\" type=\"checkbox\">",
      with: "<input type=\"checkbox\" disabled=\"\" />")
  }
}
