import ContentModel
import Diagnostics
import MarkdownRendering

/// A passage of a sheet, and what it was read from.
struct CheckedText: Sendable {
  /// Where a passage is written.
  enum Origin: Sendable {
    case body
    /// In the front matter, at a place.
    case field(SourceLocation)
  }

  let passage: ProsePassage
  let origin: Origin
}

/// What a sheet says in words, in its front matter and below it, in its own language.
struct SheetProse: Sendable {
  let isFrench: Bool
  let texts: [CheckedText]
  /// The addresses on the web of the text and of the fields.
  let webLinks: [(address: String, location: SourceLocation)]

  init(_ sheet: Sheet, language: String) {
    isFrench = FrenchTypography.isFrench(language)
    var fields = FieldTexts(sheet)
    fields.read()
    let body = DocumentProse(sheet.body)
    texts = fields.texts + body.passages.map { CheckedText(passage: $0, origin: .body) }
    webLinks =
      fields.webLinks
      + body.webLinks.map { link in
        (link.address, CheckedSite.location(of: link.sourceRange, in: sheet))
      }
  }
}

/// Gathers the texts of the front matter of a sheet.
private struct FieldTexts {
  let sheet: Sheet
  var texts: [CheckedText] = []
  var webLinks: [(address: String, location: SourceLocation)] = []

  /// Works of others, whose titles are as their authors wrote them.
  private static let credits = "credits"

  init(_ sheet: Sheet) { self.sheet = sheet }

  mutating func read() {
    let head = sheet.locations.keys.sorted().filter(Self.isHead)
    let fields = sheet.type.fields.map(\.key).filter { !Self.isHead($0) && $0 != Self.credits }
    for key in head + fields {
      if let value = sheet.fields[key] { read(value, at: sheet.location(of: key)) }
    }
  }

  /// Whether a key is that of the title or the summary, which types may declare for themselves.
  private static func isHead(_ key: String) -> Bool {
    ["title", "summary"].contains(CoreKey.canonical(key))
  }

  private mutating func read(_ value: FieldValue, at location: SourceLocation) {
    switch value {
    case .text(let text): append(text, at: location)
    case .markdown(let text, let location): append(text, at: location)
    case .url(let address): webLinks.append((address, location))
    case .list(let elements):
      for element in elements { read(element, at: location) }
    case .object(let values):
      for (_, value) in values.sorted(by: { $0.key < $1.key }) { read(value, at: location) }
    default: break
    }
  }

  private mutating func append(_ text: String, at location: SourceLocation) {
    let prose = DocumentProse(Array(text.utf8))
    texts += prose.passages.map { CheckedText(passage: $0, origin: .field(location)) }
    webLinks += prose.webLinks.map { ($0.address, location) }
  }
}
