import CQREncode

/// libqrencode, opened when the first code is made.
struct QREncodeLibrary: @unchecked Sendable {
  /// The library; nil when it is not installed.
  static let shared = QREncodeLibrary()

  /// Its functions, which any thread may call.
  private let functions: CQREncode

  private init?() {
    var functions = CQREncode()
    guard cqrencode_open(&functions) else { return nil }
    self.functions = functions
  }

  /// Returns which squares of a code are dark, row by row; nil when the library refuses the bytes.
  ///
  /// - Parameter level: How much of the code may be lost, from 0 (7 %) to 3 (30 %).
  func modules(of bytes: [UInt8], level: Int32) -> (side: Int, isDark: [Bool])? {
    guard !bytes.isEmpty, let count = Int32(exactly: bytes.count),
      let code = functions.encode(count, bytes, 0, level)
    else { return nil }
    defer { functions.release(code) }
    let side = Int(code.pointee.width)
    guard side > 0, let data = code.pointee.data else { return nil }
    // The lowest bit of a byte tells the colour of a square.
    return (side, UnsafeBufferPointer(start: data, count: side * side).map { $0 & 1 == 1 })
  }
}
