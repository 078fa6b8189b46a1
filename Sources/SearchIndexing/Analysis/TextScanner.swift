/// Cuts UTF-8 text into runs of letters, digits and connectors, in lower case and composed.
///
/// Connectors are apostrophes, hyphens, full stops and middle dots between two letters. Bytes that
/// are not UTF-8 separate words.
struct TextScanner: ~Copyable {
  private var scratch = WordScratch()
  private let lowercase: [UInt8]

  init() {
    lowercase = (0...255).map { (byte: UInt8) in
      switch byte {
      case 0x61...0x7A, 0x30...0x39: byte
      case 0x41...0x5A: byte | 0x20
      default: 0
      }
    }
  }

  /// Reads a text and gives its words to a collector.
  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, into words: inout WordCollector) {
    let bytes = scratch.bytes
    var index = 0
    // Kept out of memory: this is the innermost loop of the whole analysis.
    var count = 0
    lowercase.withUnsafeBufferPointer { lowercase in
      while index < text.count {
        let letter = lowercase[Int(text[index])]
        if letter != 0 {
          if count < WordScratch.capacity {
            bytes[count] = letter
            count += 1
          } else {
            scratch.isTooLong = true
          }
          index += 1
        } else if text[index] == UInt8(ascii: " ") {
          finishRun(count, into: &words)
          count = 0
          index += 1
        } else {
          scratch.count = count
          readSign(text, &index, into: &words)
          count = scratch.count
        }
      }
    }
    finishRun(count, into: &words)
  }

  /// Reads what is neither an ASCII letter, a digit nor a space.
  private mutating func readSign(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, into words: inout WordCollector
  ) {
    if text[index] == UInt8(ascii: "#") || text[index] == UInt8(ascii: "+") {
      return readSuffix(text, &index, into: &words)
    }
    switch TextScanner.classify(text, at: &index) {
    case .letters(let bytes, let count):
      for shift in 0..<count { scratch.append(UInt8(truncatingIfNeeded: bytes >> (shift * 8))) }
    case .ideograph(let bytes, let count):
      finishRun(scratch.count, into: &words)
      for shift in 0..<count { scratch.append(UInt8(truncatingIfNeeded: bytes >> (shift * 8))) }
      finishRun(scratch.count, into: &words)
    case .mark(let scalar): compose(scalar)
    case .connector(let byte):
      // Two connectors in a row are punctuation, and so is one at the start.
      if scratch.count > 0, !scratch.endsWithConnector {
        scratch.append(byte)
        scratch.connectors += 1
      } else {
        finishRun(scratch.count, into: &words)
      }
    case .nothing: break
    case .separator: finishRun(scratch.count, into: &words)
    }
  }

  /// Reads the end of « C# », « F# » or « C++ »: elsewhere such signs separate words.
  private mutating func readSuffix(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, into words: inout WordCollector
  ) {
    let start = index
    while index < text.count, text[index] == text[start] { index += 1 }
    let count = index - start
    let isSuffix = count == (text[start] == UInt8(ascii: "#") ? 1 : 2)
    let isAtEnd = index == text.count || (text[index] < 0x80 && lowercase[Int(text[index])] == 0)
    if isSuffix, isAtEnd, scratch.count == 1 {
      for _ in 0..<count { scratch.append(text[start]) }
    }
    finishRun(scratch.count, into: &words)
  }

  @inline(__always)
  private mutating func finishRun(_ count: Int, into words: inout WordCollector) {
    if count == 0 { return }
    if scratch.connectors == 0, !scratch.isTooLong {
      words.add(scratch.slice(0..<count))
      scratch.count = 0
    } else {
      finishCompound(count, into: &words)
    }
  }

  private mutating func finishCompound(_ count: Int, into words: inout WordCollector) {
    scratch.count = count
    if scratch.endsWithConnector {
      scratch.count -= 1
      scratch.connectors -= 1
    }
    if scratch.isTooLong {
      words.skip()
    } else if scratch.connectors == 0 {
      words.add(scratch.slice(0..<scratch.count))
    } else {
      CompoundWord.add(scratch, to: &words)
    }
    scratch.clear()
  }

  /// Joins a combining mark to the letter before it, or drops it.
  private mutating func compose(_ mark: UInt32) {
    guard scratch.count > 0 else { return }
    let base = scratch.bytes[scratch.count - 1]
    guard let composed = LetterComposition.compose(base, mark) else { return }
    scratch.count -= 1
    scratch.append(UInt8(0xC0 | composed >> 6))
    scratch.append(UInt8(0x80 | composed & 0x3F))
  }
}
