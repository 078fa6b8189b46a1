/// A range of the dictionary with its postings, as one file.
///
/// The dictionary is text: groups separated by `/`; each is a letter, `A` for 0, that counts the
/// letters shared with the group before it, the rest of what its forms have in common, and, when it
/// has several, their endings, each after a comma.
struct TermShard {
  /// The first form of its first group.
  let firstForm: [UInt8]
  private(set) var dictionary: [UInt8] = []
  private var written: [WrittenGroup] = []
  private var postingBytes = 0
  private var previousStem: ArraySlice<UInt8> = []

  init(firstForm: [UInt8]) {
    self.firstForm = firstForm
  }

  /// What the engine loads for a word, in bytes.
  var count: Int { dictionary.count + postingBytes }

  /// Appends a group.
  mutating func append(_ group: TermGroup, _ written: WrittenGroup) {
    let stem = group.commonStart
    let shared = min(25, stem.commonLength(previousStem))
    if !dictionary.isEmpty { dictionary.append(UInt8(ascii: "/")) }
    dictionary.append(UInt8(ascii: "A") + UInt8(shared))
    dictionary.append(contentsOf: stem.dropFirst(shared))
    if group.forms.count > 1 {
      for form in group.forms {
        dictionary.append(UInt8(ascii: ","))
        dictionary.append(contentsOf: form.dropFirst(stem.count))
      }
    }
    previousStem = stem
    self.written.append(written)
    postingBytes += IndexNumber.length(written.postings.count) + written.postings.count
  }

  /// The file with the positions, which only phrases need.
  func positionsFile() -> IndexFile {
    var json: [UInt8] = []
    append(\.positions, to: &json)
    return IndexFile(kind: "p", json: json)
  }

  /// Appends `[dictionary, postings]`.
  func appendJSON(to json: inout [UInt8]) {
    json.append(UInt8(ascii: "["))
    dictionary.withUnsafeBufferPointer { ScriptText.append($0, to: &json) }
    json.append(UInt8(ascii: ","))
    append(\.postings, to: &json)
    json.append(UInt8(ascii: "]"))
  }

  /// Appends a part of each group after its length; numbers need no escape.
  private func append(_ part: (WrittenGroup) -> [UInt8], to json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    for group in written {
      let bytes = part(group)
      IndexNumber.append(bytes.count, to: &json)
      json.append(contentsOf: bytes)
    }
    json.append(UInt8(ascii: "\""))
  }
}

extension TermGroup {
  /// What all forms start with; ASCII alone, so that bytes and UTF-16 units count the same.
  var commonStart: ArraySlice<UInt8> {
    let first = forms[0]
    guard forms.count > 1, let last = forms.last else {
      return first[...]
    }
    return first[..<first[...].commonLength(last[...])]
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
