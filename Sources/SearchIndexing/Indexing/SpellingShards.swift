/// The forms that a typing error may hide, in two orders: from their start and from their end.
///
/// A word with an error is near its right form in one order or the other, whichever half is intact.
/// A shard is text: for each form a capital letter that counts the letters shared with the form
/// before it (`A` for 0), the letters that follow, and a digit, the binary logarithm of its pages.
struct SpellingShards {
  static let mostBytes = 10_000

  /// A run of forms.
  struct Shard {
    let firstForm: [UInt8]
    var text: [UInt8] = []
  }

  let forward: [Shard]
  let backward: [Shard]

  init(_ vocabulary: Vocabulary, pageCounts: [Int]) {
    var forms: [(form: [UInt8], weight: UInt8)] = []
    for (group, count) in zip(vocabulary.groups, pageCounts) {
      let weight = UInt8(min(9, max(1, count).bitWidth - 1 - max(1, count).leadingZeroBitCount))
      for form in group.forms where SpellingShards.isWord(form) { forms.append((form, weight)) }
    }
    forward = SpellingShards.cut(forms)
    backward = SpellingShards.cut(forms.map { ($0.form.reversed(), $0.weight) })
  }

  private static func isWord(_ form: [UInt8]) -> Bool {
    form.count >= 4 && form.count <= 25 && form.allSatisfy { (0x61...0x7A).contains($0) }
  }

  private static func cut(_ forms: [(form: [UInt8], weight: UInt8)]) -> [Shard] {
    let sorted = forms.map { (start: $0.form[...].leading, form: $0.form, weight: $0.weight) }
      .sorted { left, right in
        if left.start != right.start { return left.start < right.start }
        let order = left.form[...].order(right.form[...])
        return order != 0 ? order < 0 : left.weight > right.weight
      }
    var shards: [Shard] = []
    var previous: [UInt8] = []
    for (_, form, weight) in sorted where form != previous {
      if shards.isEmpty || shards[shards.count - 1].text.count > mostBytes {
        shards.append(Shard(firstForm: form))
        previous = []
      }
      let shared = form[...].commonLength(previous[...])
      let last = shards.count - 1
      shards[last].text.append(UInt8(ascii: "A") + UInt8(min(25, shared)))
      shards[last].text.append(contentsOf: form.dropFirst(shared))
      shards[last].text.append(UInt8(ascii: "0") + weight)
      previous = form
    }
    return shards
  }
}
