import Diagnostics
import TextEncoding

/// The e-mail addresses and telephone numbers in a sheet, its front matter and its text alike.
///
/// Those of a person have no place on a public site; a site says which generic ones it publishes.
struct PersonalContacts {
  /// The addresses and numbers that may be published, as ``key(_:)`` writes them.
  private let allowed: Set<String>
  /// The domains of which every address may be published, in lower case.
  private let domains: Set<String>

  /// - Parameter allowed: The addresses, domains (`@exemple.fr`) and numbers that the site publishes, as
  ///   written.
  init(allowed: [String]) {
    let names = allowed.filter { text in
      text.hasPrefix("@") || (!text.contains("@") && text.contains(where: \.isLetter))
    }
    domains = Set(names.map { $0.drop { $0 == "@" }.lowercased() })
    self.allowed = Set(allowed.filter { !names.contains($0) }.map(Self.key))
  }

  /// Whether the site publishes an address or a number.
  private func isAllowed(_ text: String) -> Bool {
    let domain = text.split(separator: "@").dropFirst().last?.lowercased()
    return allowed.contains(Self.key(text)) || domain.map(domains.contains) ?? false
  }

  /// The most findings that are reported of one file: nobody reads more, and memory is bounded.
  private static let maxFindings = 200
  /// How many addresses and numbers of one file are looked at, those that may be published included.
  private static let maxLookedAt = 20_000

  /// Reports the addresses and numbers in a file that the site does not publish.
  ///
  /// - Complexity: O(*n*) in the length of the file.
  func check(_ bytes: [UInt8], path: String, reporting diagnostics: inout [Diagnostic]) {
    let found = Self.contacts(in: bytes)
    guard !found.isEmpty else { return }
    let lines = LineIndex(bytes)
    let limit = diagnostics.count + Self.maxFindings
    for (range, isAddress) in found {
      let text = String(decoding: bytes[range], as: UTF8.self)
      guard !isAllowed(text) else { continue }
      guard diagnostics.count < limit else {
        diagnostics.append(.morePersonalContacts(at: SourceLocation(path: path)))
        return
      }
      let location = SourceLocation(
        path: path, position: lines.position(atByte: range.lowerBound), length: range.count)
      diagnostics.append(
        isAddress ? .personalEmail(text, at: location) : .personalPhone(text, at: location))
    }
  }

  /// Returns where addresses and numbers are, in their order.
  private static func contacts(in bytes: [UInt8]) -> [(range: Range<Int>, isAddress: Bool)] {
    var found: [(range: Range<Int>, isAddress: Bool)] = []
    // Nothing before the last finding is looked at again.
    var start = 0
    var index = nextSign(in: bytes, from: 0)
    while index < bytes.count, found.count < maxLookedAt {
      if bytes[index] == UInt8(ascii: "@") {
        if let range = address(around: index, in: bytes, from: start) {
          found.append((range, true))
          start = range.upperBound
        }
      } else if index >= start, let range = number(at: index, in: bytes) {
        found.append((range, false))
        start = range.upperBound
      }
      index = nextSign(in: bytes, from: index + 1)
    }
    return found
  }

  /// Returns the index of the next sign of an address, or that a number may start with.
  private static func nextSign(in bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer {
      $0.indexOrEnd(
        of: UInt8(ascii: "@"), UInt8(ascii: "0"), or: UInt8(ascii: "+"), from: start)
    }
  }

  /// An address in lower case; of a number, its digits, with 0 for +33.
  private static func key(_ text: String) -> String {
    if text.contains("@") { return text.lowercased() }
    let digits = text.filter(\.isNumber)
    let isInternational = text.hasPrefix("+33") || text.hasPrefix("0033")
    return isInternational ? "0" + digits.drop { $0 == "0" }.dropFirst(2) : digits
  }

  /// The domains that no one has (RFC 2606).
  private static let reserved = [
    "example.com", "example.org", "example.net", ".example", ".invalid", ".test",
  ]

  /// What follows the last dot of a file's name, and is no domain.
  private static let fileEndings: Set<String> = [
    "avif", "css", "gif", "html", "jpeg", "jpg", "js", "json", "png", "svg", "webp",
  ]

  private static func address(
    around at: Int, in bytes: [UInt8], from start: Int
  ) -> Range<Int>? {
    var low = at
    while low > start, isLocal(bytes[low - 1]) { low -= 1 }
    var high = at + 1
    while high < bytes.count, isDomain(bytes[high]) { high += 1 }
    while high > at, !isLetterOrDigit(bytes[high - 1]) { high -= 1 }
    // A handle such as `@lab@exemple.bzh` is the address of an account, not of a letter box.
    guard low < at, high > at + 1, low == 0 || bytes[low - 1] != UInt8(ascii: "@") else {
      return nil
    }
    let domain = String(decoding: bytes[(at + 1)..<high], as: UTF8.self).lowercased()
    let parts = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, last.utf8.count > 1,
      last.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), !parts.contains(""),
      !reserved.contains(where: { domain == $0 || domain.hasSuffix($0) }),
      // `menu@2x.png` is a file, `git@forge.bzh:lab/site` a repository.
      !fileEndings.contains(String(last)),
      !(bytes[low..<at].elementsEqual("git".utf8) && bytes[high...].first == UInt8(ascii: ":"))
    else { return nil }
    return low..<high
  }

  /// A number of ten digits as France writes them: `02 99 00 00 00`, `+33 2 99 00 00 00`.
  private static func number(at start: Int, in bytes: [UInt8]) -> Range<Int>? {
    if start > 0, isPartOfAName(bytes[start - 1]) { return nil }
    var index = start
    if bytes[start...].starts(with: "+33".utf8) {
      index += 3
    } else if bytes[start...].starts(with: "0033".utf8) {
      index += 4
    } else if bytes[start] == UInt8(ascii: "0") {
      index += 1
    } else {
      return nil
    }
    var digits = 0
    var separators: Set<UInt8> = []
    while digits < 9 {
      var gap = separator(at: index, in: bytes)
      // An international number may have a zero in brackets, which nobody dials.
      if digits == 0, index + gap <= bytes.count, bytes[(index + gap)...].starts(with: "(0)".utf8) {
        index += gap + 3
        gap = separator(at: index, in: bytes)
      }
      guard index + gap < bytes.count, isDigit(bytes[index + gap]) else { return nil }
      if digits == 0, bytes[index + gap] == UInt8(ascii: "0") { return nil }
      if digits > 0, gap > 0 {
        // Nobody writes a number with full stops and spaces: that is a list of measures.
        separators.insert(gap > 1 ? UInt8(ascii: " ") : bytes[index])
        guard separators.count == 1 else { return nil }
      }
      index += gap + 1
      digits += 1
    }
    guard index == bytes.count || !isPartOfAName(bytes[index]) else { return nil }
    return start..<index
  }

  /// The length of what may stand between two digits: a space, a full stop, a hyphen, or nothing.
  private static func separator(at index: Int, in bytes: [UInt8]) -> Int {
    guard index < bytes.count else { return 0 }
    if [UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-")].contains(bytes[index]) {
      return 1
    }
    // No-break spaces: U+00A0 and U+202F.
    if bytes[index...].starts(with: [0xC2, 0xA0]) { return 2 }
    return bytes[index...].starts(with: [0xE2, 0x80, 0xAF]) ? 3 : 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "._%+-".utf8.contains(byte)
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// Whether a digit beside this byte belongs to an address, a version or a longer number.
  private static func isPartOfAName(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "/=_#%&-".utf8.contains(byte)
  }
}
