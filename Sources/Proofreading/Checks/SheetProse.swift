import ContentModel
package import Diagnostics
import MarkdownRendering

/// What a sheet says in words, in its front matter and below it, in its own language.
package struct SheetProse: Sendable {
  package let isFrench: Bool
  package let texts: [CheckedText]
  /// The places of the bytes of the body.
  let places: BodyPlaces
  /// The addresses on the web of the fields, each with the place of its field, then of the text.
  let webLinks: [WebLink]

  /// An address on the web, and where it is written.
  struct WebLink: Sendable {
    package let address: String
    package let location: SourceLocation
    /// Whether the location is that of a field that holds the address.
    let isInField: Bool
  }

  init(_ sheet: Sheet, language: String) {
    isFrench = FrenchTypography.isFrench(language)
    var fields = FieldTexts(sheet)
    fields.read()
    let places = BodyPlaces(sheet)
    self.places = places
    let body = DocumentProse(places.body)
    texts = fields.texts + body.passages.map { CheckedText(passage: $0, origin: .body) }
    webLinks =
      fields.webLinks
      + body.webLinks.map { link in
        WebLink(
          address: link.address, location: places.location(of: link.sourceRange), isInField: false)
      }
  }
}

/// Gathers the texts of the front matter of a sheet.
private struct FieldTexts {
  let sheet: Sheet
  var texts: [CheckedText] = []
  var webLinks: [SheetProse.WebLink] = []

  /// The keys of works of others, whose titles are as their authors wrote them.
  private let works: Set<String>

  init(_ sheet: Sheet) {
    self.sheet = sheet
    works = Set(sheet.type.fields.filter { $0.roles.work != nil }.map(\.key))
  }

  mutating func read() {
    let written = sheet.locations
    let head = written.keys.sorted().filter(Self.isHead)
    for key in head + sheet.type.fields.map(\.key).filter({ !Self.isHead($0) }) {
      // What a translation does not give is its original's, and looked at there.
      guard let value = sheet.fields[key],
        sheet.original == nil || written[key] != nil
      else { continue }
      read(value, at: sheet.location(of: key), isOwn: !works.contains(key))
    }
  }

  /// Whether a key is that of the title or the summary, which types may declare for themselves.
  private static func isHead(_ key: String) -> Bool {
    ["title", "summary"].contains(CoreKey.canonical(key))
  }

  private mutating func read(_ value: FieldValue, at location: SourceLocation, isOwn: Bool) {
    switch value {
    case .text(let text): if isOwn { append(text, at: location) }
    case .markdown(let text, let location): if isOwn { append(text, at: location) }
    case .url(let address): append(address: address, at: location)
    case .list(let elements):
      for element in elements { read(element, at: location, isOwn: isOwn) }
    case .object(let values):
      for (_, value) in values.sorted(by: { $0.key < $1.key }) {
        read(value, at: location, isOwn: isOwn)
      }
    case .code, .integer, .number, .boolean, .date, .dateTime, .recurrence, .duration, .range,
      .scale, .term, .file, .reference, .licence, .untranslated:
      break
    }
  }

  private mutating func append(_ text: String, at location: SourceLocation) {
    let prose = DocumentProse(Array(text.utf8))
    texts += prose.passages.map { CheckedText(passage: $0, origin: .field(location)) }
    for link in prose.webLinks { append(address: link.address, at: location) }
  }

  private mutating func append(address: String, at location: SourceLocation) {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return }
    webLinks.append(SheetProse.WebLink(address: address, location: location, isInField: true))
  }
}
