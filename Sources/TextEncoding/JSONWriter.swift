/// Writes JSON text in UTF-8, member after member, without building the whole value first.
///
///     var writer = JSONWriter(layout: .compact)
///     writer.beginObject()
///     writer.write("titre", "Forum ouvert")
///     writer.endObject()
///     let bytes = writer.finish()   // {"titre":"Forum ouvert"}
///
/// Texts can stand in an HTML `script` element, unless the writer is told that they need not.
public struct JSONWriter: Sendable {
  private var bytes: [UInt8]
  private let layout: JSONLayout
  private let escaping: JSONText.Form
  private var depth = 0
  private var needsComma = false
  private var followsKey = false

  /// Creates a writer with no text.
  ///
  /// - Parameter capacity: The number of bytes to expect, when it is known.
  public init(layout: JSONLayout = .compact, capacity: Int = 0) {
    self.init(layout: layout, escaping: .inScriptElement, capacity: capacity)
  }

  /// Creates a writer whose texts are escaped as a form asks.
  package init(layout: JSONLayout = .compact, escaping: JSONText.Form, capacity: Int = 0) {
    self.layout = layout
    self.escaping = escaping
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Creates a writer that adds members to an object, on one line, which another has begun.
  ///
  /// - Parameter object: What ``finish()`` returned before the object ended; it has a member or more.
  package init(continuing object: [UInt8], escaping: JSONText.Form) {
    layout = .compact
    self.escaping = escaping
    bytes = object
    depth = 1
    needsComma = true
  }

  /// Returns the text written so far.
  public consuming func finish() -> [UInt8] {
    if layout == .indented { bytes.append(UInt8(ascii: "\n")) }
    return bytes
  }

  /// Starts an object.
  public mutating func beginObject() {
    begin(UInt8(ascii: "{"))
  }

  /// Ends the object started last.
  public mutating func endObject() {
    end(UInt8(ascii: "}"))
  }

  /// Starts a list.
  public mutating func beginArray() {
    begin(UInt8(ascii: "["))
  }

  /// Ends the list started last.
  public mutating func endArray() {
    end(UInt8(ascii: "]"))
  }

  /// Writes the name of the value that comes next.
  public mutating func writeKey(_ key: String) {
    separate()
    JSONText.append(key, as: escaping, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Writes a named text.
  public mutating func write(_ key: String, _ text: String) {
    writeKey(key)
    write(text)
  }

  /// Writes a named whole number.
  public mutating func write(_ key: String, _ number: Int) {
    writeKey(key)
    write(number)
  }

  /// Writes a text.
  public mutating func write(_ text: String) {
    separate()
    JSONText.append(text, as: escaping, to: &bytes)
  }

  /// Writes a text that is in UTF-8.
  public mutating func write(_ text: [UInt8]) {
    separate()
    text.withUnsafeBufferPointer { JSONText.append($0, as: escaping, to: &bytes) }
  }

  /// Writes a list of texts.
  public mutating func write(_ texts: some Sequence<String>) {
    beginArray()
    for text in texts { write(text) }
    endArray()
  }

  /// Writes a whole number.
  public mutating func write(_ number: Int) {
    separate()
    bytes.append(decimal: number)
  }

  /// Writes a number; `null` for infinities and NaN, which JSON has no words for.
  public mutating func write(_ number: Double) {
    writeToken(Self.text(of: number))
  }

  /// Writes `true` or `false`.
  public mutating func write(_ value: Bool) {
    writeToken(value ? "true" : "false")
  }

  /// Writes `null`.
  public mutating func writeNull() {
    writeToken("null")
  }

  /// Writes a value that already is JSON text, as it is.
  public mutating func write(encoded text: [UInt8]) {
    separate()
    bytes.append(contentsOf: text)
  }

  private mutating func writeToken(_ token: String) {
    separate()
    bytes.append(contentsOf: token.utf8)
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    // An empty object or list stays on one line.
    if needsComma { breakLine() }
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      needsComma = true
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    needsComma = true
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * max(0, depth)))
  }

  private static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    // « 12.0 » says no more than « 12 »; past 2⁵³ a Double no longer tells whole numbers apart.
    if abs(number) < 9_007_199_254_740_992 {
      let whole = Int(number)
      if Double(whole) == number { return String(whole) }
    }
    return number.description
  }
}
