import TextEncoding

/// A range of the dictionary with its postings, as one file.
///
/// The dictionary is text: groups separated by `/`; each is a letter, `A` for 0, that counts the
/// letters shared with the group before it, the rest of what its forms have in common, and, when it
/// has several, their endings, each after a comma. A group of words in « é » ends with `,*`.
struct TermShard {
  /// The first entry of its range.
  let first: Int
  private(set) var dictionary: [UInt8] = []
  /// The groups, in the order of the dictionary.
  private(set) var groups: [Int] = []
  private var postingBytes = 0
  private var previousStart: ArraySlice<UInt8> = []

  init(first: Int) {
    self.first = first
  }

  /// What the engine loads for a word, in bytes.
  var count: Int { dictionary.count + postingBytes }

  /// Appends a group.
  /// - Parameter size: How many bytes its postings take.
  mutating func append(_ group: Int, of lexicon: Lexicon, size: Int) {
    let entries = lexicon.entries(of: group)
    let start = lexicon.commonStart(of: entries)
    let shared = min(25, start.commonLength(previousStart))
    if !dictionary.isEmpty { dictionary.append(UInt8(ascii: "/")) }
    dictionary.append(UInt8(ascii: "A") + UInt8(shared))
    dictionary.append(contentsOf: start.dropFirst(shared))
    let isAcute = lexicon.stems[group].last == WordCollector.acute
    if entries.count > 1 || isAcute {
      for entry in entries {
        dictionary.append(UInt8(ascii: ","))
        dictionary.append(contentsOf: lexicon.forms[Int(entry)].dropFirst(start.count))
      }
      if isAcute { dictionary.append(contentsOf: ",*".utf8) }
    }
    previousStart = start
    groups.append(group)
    postingBytes += IndexNumber.length(size) + size
  }

  /// Writes `[dictionary, postings]`.
  /// - Parameter postings: Those of each group.
  func write(_ postings: [ArraySlice<UInt8>], to json: inout JSONWriter) {
    json.beginArray()
    json.write(dictionary)
    json.write(TermShard.joined(postings))
    json.endArray()
  }

  /// The file with the dictionary and the postings of each group.
  func file(_ postings: [ArraySlice<UInt8>]) -> IndexFile {
    var json = JSONWriter(escaping: .json, capacity: count + 64)
    write(postings, to: &json)
    return IndexFile(kind: "f", json: json.finish())
  }

  /// The file with the positions of each group, which only phrases need.
  static func positionsFile(_ positions: [ArraySlice<UInt8>]) -> IndexFile {
    var json = JSONWriter(escaping: .json)
    json.write(joined(positions))
    return IndexFile(kind: "p", json: json.finish())
  }

  /// Returns what each group has, each after its length.
  private static func joined(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(parts.reduce(0) { $0 + $1.count + 4 })
    for bytes in parts {
      IndexNumber.append(bytes.count, to: &text)
      text.append(contentsOf: bytes)
    }
    return text
  }
}

extension Lexicon {
  /// What all forms of a group start with; ASCII alone, so that bytes and UTF-16 units count the
  /// same.
  fileprivate func commonStart(of entries: ArraySlice<UInt32>) -> ArraySlice<UInt8> {
    guard let first = entries.first.map({ forms[Int($0)] }) else { return [] }
    guard entries.count > 1, let last = entries.last.map({ forms[Int($0)] }) else { return first }
    return first.prefix(first.commonLength(last))
  }
}

extension ArraySlice<UInt8> {
  /// How many ASCII bytes both start with.
  func commonLength(_ other: ArraySlice<UInt8>) -> Int {
    var length = 0
    for (left, right) in zip(self, other) {
      if left != right || left >= 0x80 { break }
      length += 1
    }
    return length
  }
}
