import TextEncoding

/// The forms that a typing error may hide, in two orders: from their start and from their end.
///
/// A word with an error is near its right form in one order or the other, whichever half is intact.
/// A shard is text: for each form a capital letter that counts the letters shared with the form
/// before it (`A` for 0), the letters that follow, and a digit, the binary logarithm of its pages.
struct SpellingShards {
  static let maxBytes = 10_000

  /// A run of forms.
  struct Shard {
    let firstForm: [UInt8]
    fileprivate(set) var text: [UInt8] = []

    var file: IndexFile {
      var json = JSONWriter(escaping: .json)
      json.write(text)
      return IndexFile(kind: "s", json: json.finish())
    }
  }

  let forward: [Shard]
  let backward: [Shard]

  /// - Parameter pageCounts: How many pages each group is on.
  init(_ lexicon: Lexicon, pageCounts: [UInt32]) {
    var forms: [(form: ArraySlice<UInt8>, weight: UInt8)] = []
    for entry in lexicon.order {
      let form = lexicon.forms[Int(entry)]
      guard SpellingShards.isWord(form) else { continue }
      let weight = SpellingShards.weight(Int(pageCounts[Int(lexicon.groups[Int(entry)])]))
      guard form != forms.last?.form else {
        // A form of two groups counts for the one that is on most pages.
        forms[forms.count - 1].weight = max(weight, forms[forms.count - 1].weight)
        continue
      }
      forms.append((form, weight))
    }
    forward = SpellingShards.cut(forms)
    let reversed = forms.map { (form: Array($0.form.reversed())[...], weight: $0.weight) }
    backward = SpellingShards.cut(
      reversed.map { (start: $0.form.leading, word: $0) }
        .sorted { left, right in
          if left.start != right.start { return left.start < right.start }
          return left.word.form.order(right.word.form) < 0
        }
        .map(\.word))
  }

  /// The binary logarithm of a number of pages, in one digit.
  static func weight(_ pages: Int) -> UInt8 {
    UInt8(min(9, max(1, pages).bitWidth - 1 - max(1, pages).leadingZeroBitCount))
  }

  private static func isWord(_ form: ArraySlice<UInt8>) -> Bool {
    form.count >= 4 && form.count <= 25 && form.allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// Cuts forms that are sorted, each once.
  private static func cut(_ forms: [(form: ArraySlice<UInt8>, weight: UInt8)]) -> [Shard] {
    var shards: [Shard] = []
    var previous: ArraySlice<UInt8> = []
    for (form, weight) in forms {
      if shards.isEmpty || shards[shards.count - 1].text.count > maxBytes {
        shards.append(Shard(firstForm: Array(form)))
        previous = []
      }
      let shared = form.commonLength(previous)
      let last = shards.count - 1
      shards[last].text.append(UInt8(ascii: "A") + UInt8(min(25, shared)))
      shards[last].text.append(contentsOf: form.dropFirst(shared))
      shards[last].text.append(UInt8(ascii: "0") + weight)
      previous = form
    }
    return shards
  }
}
