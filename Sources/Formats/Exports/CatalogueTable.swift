import TextEncoding

/// The catalogue as a table for spreadsheets: CSV in UTF-8, its values apart by `;`, as French spreadsheets
/// read it (RFC 4180 but for that).
public struct CatalogueTable: Sendable {
  private var bytes: [UInt8]

  /// Creates a table of its titles, with the mark by which spreadsheets know UTF-8.
  public init(columns: [String]) {
    bytes = [0xEF, 0xBB, 0xBF]
    add(columns)
  }

  /// Adds a row.
  public mutating func add(_ values: [String]) {
    for (place, value) in values.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ";")) }
      append(value)
    }
    bytes.append("\r\n")
  }

  /// The table.
  public var encoded: [UInt8] { bytes }

  private mutating func append(_ value: String) {
    // A spreadsheet would reckon what starts like a formula.
    let isFormula = value.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    let mustQuote =
      isFormula || value.utf8.contains { "\";\n\r".utf8.contains($0) }
      || value.utf8.first == UInt8(ascii: " ")
    guard mustQuote else {
      bytes += value.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in value.utf8 {
      bytes.append(byte)
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
