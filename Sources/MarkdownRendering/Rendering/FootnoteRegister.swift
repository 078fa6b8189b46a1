import TextEncoding

/// The notes of a document: how often each is called, and which one is being written.
struct FootnoteRegister {
  private var calls: [Int: Int] = [:]
  /// The number of the note being written or written last, from 1.
  var current = 0
  var isBackReferenceWritten = false

  /// Counts a call; returns which one it is for its note, from 1.
  mutating func call(_ number: Int) -> Int {
    let rank = (calls[number] ?? 0) + 1
    calls[number] = rank
    return rank
  }

  /// The number of calls of the current note.
  var callCount: Int { calls[current] ?? 0 }

  /// Returns the id of a call.
  static func callID(_ number: Int, rank: Int) -> String {
    rank == 1 ? "fnref-\(number)" : "fnref-\(number)-\(rank)"
  }
}
