import ContentModel
package import YAMLParsing

/// The file of a sheet, or one of YAML alone, open for a form to change it.
package struct OpenedSheet: Sendable {
  /// The largest file that is opened, in bytes.
  package static let largestSize = 16 << 20

  /// The whole file.
  package let bytes: [UInt8]
  /// The front matter, nil when the file has none.
  let frontMatter: FrontMatter?
  /// Where the text starts below it.
  let bodyStart: Int
  /// What ends a line in the file.
  let lineEnd: String
  /// Whether the file is YAML from its start to its end.
  let isYAML: Bool

  /// The front matter of a file.
  struct FrontMatter: Sendable {
    /// The bytes of its text.
    let range: Range<Int>
    /// The line of the file on which its text starts, from 1.
    let firstLine: Int
    let isJSON: Bool
    /// Where its values are written; nil when it holds none.
    let layout: YAMLLayout?
    /// Its values, in the order in which they are written.
    let values: YAMLMapping
  }

  /// Opens a file.
  ///
  /// - Throws: ``SheetEditFailure`` when its source alone can be edited.
  package init(_ bytes: [UInt8]) throws(SheetEditFailure) {
    guard bytes.count <= Self.largestSize,
      (try? UTF8Span(validating: bytes.span)) != nil
    else { throw .notText }
    self.bytes = bytes
    isYAML = false
    let mark = Self.markLength(of: bytes)
    switch FrontMatterScanner.scan(bytes[mark...]) {
    case .none:
      frontMatter = nil
      bodyStart = mark
      lineEnd = Self.lineEnd(in: bytes[mark...])
    case .unclosed: throw .otherFrontMatter
    case .found(let found):
      guard [.yaml, .json].contains(found.form) else { throw .otherFrontMatter }
      frontMatter = try Self.frontMatter(found, in: bytes)
      bodyStart = found.end
      lineEnd = Self.lineEnd(in: bytes[mark..<found.end])
    }
  }

  /// Opens a file of YAML.
  ///
  /// - Throws: ``SheetEditFailure`` when its source alone can be edited.
  package init(yaml bytes: [UInt8]) throws(SheetEditFailure) {
    guard bytes.count <= Self.largestSize, (try? UTF8Span(validating: bytes.span)) != nil
    else { throw .notText }
    self.bytes = bytes
    isYAML = true
    let range = Self.markLength(of: bytes)..<bytes.count
    guard let root = try? Root(String(decoding: bytes[range], as: UTF8.self)) else {
      throw .unreadableFile
    }
    frontMatter = FrontMatter(
      range: range, firstLine: 1, isJSON: false, layout: root.layout, values: root.values)
    bodyStart = bytes.count
    lineEnd = Self.lineEnd(in: bytes[range])
  }

  /// The length of the mark that some editors put at the start of a text.
  private static func markLength(of bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func frontMatter(
    _ found: FrontMatterScanner.Found, in bytes: [UInt8]
  ) throws(SheetEditFailure) -> FrontMatter {
    let text = String(decoding: bytes[found.text], as: UTF8.self)
    guard let root = try? Root(text) else { throw .unreadableYAML }
    return FrontMatter(
      range: found.text, firstLine: found.firstLine, isJSON: found.form == .json,
      layout: root.layout, values: root.values)
  }

  /// What a text of YAML holds, and where.
  struct Root {
    let layout: YAMLLayout?
    let values: YAMLMapping

    init?(_ text: String) throws(YAMLError) {
      let (node, layout) = (try YAMLDocument.parse(text), try YAMLDocument.layout(of: text))
      guard let node, let layout, !node.isAbsent else {
        (self.layout, values) = (nil, YAMLMapping())
        return
      }
      var count = YAMLNode.greatestCount
      guard let mapping = node.mapping, node.hasSameContent(as: node, within: &count) else {
        return nil
      }
      (self.layout, values) = (layout, mapping)
    }
  }

  private static func lineEnd(in bytes: ArraySlice<UInt8>) -> String {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end > bytes.startIndex,
      bytes[end - 1] == UInt8(ascii: "\r")
    else { return "\n" }
    return "\r\n"
  }

  /// The values of the front matter, by the keys that the file gives them.
  package var values: YAMLMapping { frontMatter?.values ?? YAMLMapping() }

  /// The text below the front matter, without the empty lines around it; its lines end with `\n`.
  package var body: String { BodyText(bytes[bodyStart...]).shown }
}
