import CStemmer

/// The only owner of a Snowball stemmer.
struct Stemmer: ~Copyable {
  private let stemmer: OpaquePointer?

  /// Opens the stemmer of a language; without one, a word is its own stem.
  init(_ language: AnalysisLanguage) {
    stemmer =
      switch language {
      case .french: sb_stemmer_new("french", nil)
      case .english: sb_stemmer_new("english", nil)
      case .breton, .other: nil
      }
  }

  deinit {
    sb_stemmer_delete(stemmer)
  }

  /// Gives the stem of a lower-case word, accents included; the bytes last until the next call.
  func stem<Result>(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let stemmer,
      let stem = sb_stemmer_stem(stemmer, word.baseAddress, CInt(word.count))
    else { return body(word) }
    let length = Int(sb_stemmer_length(stemmer))
    return body(length > 0 ? UnsafeBufferPointer(start: stem, count: length) : word)
  }
}
