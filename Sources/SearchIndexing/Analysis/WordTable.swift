/// The words met by one worker: an open-addressing table keyed by language and bytes.
///
/// A word keeps the number it got at its first occurrence.
struct WordTable: Sendable {
  private(set) var entries: [WordEntry] = []
  private(set) var arena: [UInt8] = []
  private var slots = [Slot](repeating: Slot(), count: 1 << 13)

  /// A place in the table, made so that a short word is recognised without leaving it.
  private struct Slot {
    /// The first eight bytes.
    var start: UInt64 = 0
    /// Bits of the hash, the length and the language, then whether the word is minor.
    var signature: UInt32 = 0
    /// The number of a word and one, or zero.
    var number: UInt32 = 0
  }

  /// A word found: its number, and whether it counts in titles alone.
  struct Match {
    let number: UInt32
    let isMinor: Bool
  }

  /// The longest word indexed, in bytes; a fold at most keeps the length.
  static let maxWord = 64

  /// Returns a word that the table has, or nil.
  /// - Precondition: `word` is followed by at least seven readable bytes.
  @inline(__always)
  func find(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32, language: UInt8) -> Match? {
    let mask = slots.count - 1
    let signature = WordTable.signature(hash, word.count, language)
    let start = WordTable.chunk(word, at: 0)
    var slot = Int(hash) & mask
    return slots.withUnsafeBufferPointer { slots in
      while slots[slot].number != 0 {
        let found = slots[slot]
        if found.start == start, found.signature & ~1 == signature,
          word.count <= 8 || isWord(word, Int(found.number - 1))
        {
          return Match(number: found.number - 1, isMinor: found.signature & 1 != 0)
        }
        slot = (slot + 1) & mask
      }
      return nil
    }
  }

  private func isWord(_ word: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let offset = Int(entries[number].offset)
    return arena.withUnsafeBufferPointer { arena in
      for index in 8..<word.count where word[index] != arena[offset + index] { return false }
      return true
    }
  }

  @inline(__always)
  private static func signature(_ hash: UInt32, _ count: Int, _ language: UInt8) -> UInt32 {
    hash & 0xFFFF_F000 | UInt32(truncatingIfNeeded: count) << 4 | UInt32(language) << 1
  }

  /// Reads eight bytes of a word, zero beyond its end.
  @inline(__always)
  private static func chunk(_ word: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
    guard let base = word.baseAddress else { return 0 }
    let chunk = UInt64(
      littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let left = word.count - offset
    return left < 8 ? chunk & ((1 << UInt64(left * 8)) - 1) : chunk
  }

  /// Adds a word that the table lacks, with its folded form and its folded stem.
  mutating func insert(
    _ word: UnsafeBufferPointer<UInt8>, hash: UInt32, language: UInt8, form: [UInt8], key: [UInt8],
    isMinor: Bool
  ) -> UInt32 {
    if (entries.count + 1) * 2 > slots.count { grow() }
    let number = UInt32(entries.count)
    entries.append(
      WordEntry(
        offset: UInt32(arena.count), hash: hash, wordLength: UInt8(word.count),
        formLength: UInt8(form.count), keyLength: UInt8(key.count), isMinor: isMinor))
    let signature = WordTable.signature(hash, word.count, language) | (isMinor ? 1 : 0)
    place(
      Slot(start: WordTable.chunk(word, at: 0), signature: signature, number: number + 1),
      hash: hash)
    arena.append(contentsOf: word)
    arena.append(contentsOf: form)
    arena.append(contentsOf: key)
    return number
  }

  /// The table once no word is looked up or added any more.
  var closed: WordTable {
    var table = self
    table.slots = []
    return table
  }

  /// The closed table without some words; those that remain keep their numbers.
  func without(_ isUnused: (Int) -> Bool) -> WordTable {
    var table = self
    for number in entries.indices where isUnused(number) { table.entries[number].isUnused = true }
    return table
  }

  private mutating func place(_ filled: Slot, hash: UInt32) {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot].number != 0 { slot = (slot + 1) & mask }
    slots[slot] = filled
  }

  private mutating func grow() {
    let filled = slots.filter { $0.number != 0 }
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for slot in filled { place(slot, hash: entries[Int(slot.number - 1)].hash) }
  }

  /// Hashes a word eight bytes at a time.
  /// - Precondition: `word` is followed by at least seven readable bytes.
  @inline(__always)
  static func hash(_ word: UnsafeBufferPointer<UInt8>, language: UInt8) -> UInt32 {
    var state = UInt64(language) &+ 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset < word.count {
      state = (state ^ chunk(word, at: offset)) &* 0xFF51_AFD7_ED55_8CCD
      state ^= state >> 32
      offset += 8
    }
    return UInt32(truncatingIfNeeded: state ^ state >> 29)
  }
}
