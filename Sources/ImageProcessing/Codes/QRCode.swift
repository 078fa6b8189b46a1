/// A QR code: a text that phones read off paper.
public struct QRCode: Sendable, Hashable {
  /// How many squares a side has.
  public let side: Int
  /// Which squares are dark, row by row from the top.
  private let isDark: [Bool]

  /// The longest text, in bytes: a longer one has squares so small that a pocket card blurs them.
  public static let maxLength = 412

  /// Why a text has no code.
  public enum Problem: Error, Sendable, Hashable {
    /// It has more bytes than ``QRCode/maxLength``.
    case tooLong(Int)
    /// libqrencode is not installed.
    case missingLibrary
    /// libqrencode refuses the text, as it does one without a byte.
    case refused
  }

  /// Makes the code of a text, which is read even when 15 % of the code is lost.
  ///
  /// - Throws: ``Problem`` when the text is too long for a code, or libqrencode is missing.
  public init(_ text: String) throws(Problem) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.maxLength else { throw .tooLong(bytes.count) }
    guard let library = QREncodeLibrary.shared else { throw .missingLibrary }
    guard let found = library.modules(of: bytes, level: 1) else { throw .refused }
    side = found.side
    isDark = found.isDark
  }

  /// The code as a drawing: one path on white, with the light margin that readers need around it.
  public var svg: [UInt8] {
    let margin = 4
    let size = side + 2 * margin
    var path = ""
    for row in 0..<side {
      var column = 0
      while column < side {
        guard isDark[row * side + column] else {
          column += 1
          continue
        }
        let start = column
        while column < side, isDark[row * side + column] { column += 1 }
        path += "M\(start + margin) \(row + margin)h\(column - start)v1h-\(column - start)z"
      }
    }
    return Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size) \(size)" \
      shape-rendering="crispEdges"><rect width="\(size)" height="\(size)" fill="#fff"/>\
      <path d="\(path)"/></svg>

      """.utf8)
  }
}
