/// A drawing that only draws.
///
/// It is written anew from the elements and attributes that are known: scripts, attributes of
/// events, other documents, animations and references outside the file are left out and reported;
/// what editors keep for themselves, names of people and folders among it, is left out in silence.
public struct CleanedSVG: Sendable, Hashable {
  /// What can be left out of a drawing.
  public enum Removal: Int, Sendable, Hashable, CaseIterable {
    case script
    case eventAttribute
    case foreignContent
    case outsideReference
    case animation
  }

  /// The largest drawing that is read, in bytes.
  public static let maxBytes = 8 << 20

  /// The drawing in UTF-8.
  public let bytes: [UInt8]
  /// The width in pixels, where the drawing gives one.
  public let width: Int?
  /// The height in pixels, where the drawing gives one.
  public let height: Int?
  /// What was left out, each once, in the order of their declaration.
  public let removals: [Removal]

  /// Reads and cleans a drawing.
  ///
  /// - Complexity: O(*n*) in the length of the drawing: one that declares entities is refused.
  /// - Throws: ``PictureProblem`` for a file that is no well-formed drawing, or is too large.
  public init(_ source: [UInt8]) throws(PictureProblem) {
    if source.isEmpty { throw .empty }
    if source.count > Self.maxBytes { throw .tooManyBytes(limit: Self.maxBytes) }
    // In UTF-16, every second byte of an ASCII letter is zero.
    let letters = source.contains(0) ? source.filter { $0 != 0 } : source
    if letters[...].firstRange(of: Array("<!ENTITY".utf8)) != nil { throw .entities }
    var writer = SVGWriter()
    try writer.write(XMLParser.parse(source))
    bytes = writer.output
    width = writer.width
    height = writer.height
    removals = Removal.allCases.filter(writer.removals.contains)
  }
}
