import ContentModel

/// What the page of the desk asks for, as the data that it sends.
package struct DeskQuery: Sendable {
  private let values: [String: DataValue]

  /// Reads JSON in UTF-8; nil when it is no object of it.
  package init?(json bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self),
      let value = try? JSONReader.read(text), case .object(let values) = value
    else { return nil }
    self.values = values
  }

  /// Creates a query of texts.
  package init(_ values: [String: String]) {
    self.values = values.mapValues(DataValue.text)
  }

  /// Returns a text.
  ///
  /// - Throws: ``DeskProblem/misshapen`` when there is none.
  func text(_ key: String) throws(DeskProblem) -> String {
    guard let text = optional(key) else { throw .misshapen }
    return text
  }

  /// Returns a text; nil when there is none.
  func optional(_ key: String) -> String? {
    if case .text(let text)? = values[key] { text } else { nil }
  }

  /// Returns a list of texts.
  func texts(_ key: String) throws(DeskProblem) -> [String] {
    guard case .list(let elements)? = values[key] else { throw .misshapen }
    var texts: [String] = []
    for element in elements {
      guard case .text(let text) = element else { throw .misshapen }
      texts.append(text)
    }
    return texts
  }

  /// Returns the fields that changed.
  func fields() throws(DeskProblem) -> [String: DataValue] {
    switch values["fields"] {
    case .object(let fields)?: return fields
    case nil, .null?: return [:]
    default: throw .misshapen
    }
  }
}
