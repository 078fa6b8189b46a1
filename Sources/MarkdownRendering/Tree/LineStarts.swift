import TextEncoding

extension UnsafeBufferPointer<UInt8> {
  /// Where each line starts, as the parser reads lines: one ends with LF, CR LF or CR.
  var lineStarts: [Int] {
    var starts: [Int] = []
    starts.reserveCapacity(count / 32 + 1)
    starts.append(0)
    var index = indexOrEnd(of: 0x0A, or: 0x0D, from: 0)
    while index < count {
      let next = index + 1
      if self[index] == 0x0A || next == count || self[next] != 0x0A { starts.append(next) }
      index = indexOrEnd(of: 0x0A, or: 0x0D, from: next)
    }
    return starts
  }
}
