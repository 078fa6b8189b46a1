import NIOCore
import NIOHTTP1

extension PreviewResponse {
  /// How many bytes of a file are read and sent at once.
  private static let pieceSize = 1 << 17

  /// Sends the response, and returns once the system has taken all of it.
  ///
  /// A file is read no faster than it is taken: a film may be longer than the memory.
  ///
  /// - Parameters:
  ///   - request: What it is the response to.
  ///   - isLast: Whether the connection closes after it.
  func send(to request: HTTPRequestHead, isLast: Bool, on channel: any Channel) async throws {
    var headers = headers
    if isLast {
      headers.replaceOrAdd(name: "Connection", value: "close")
    } else if request.version.minor == 0 {
      headers.replaceOrAdd(name: "Connection", value: "keep-alive")
    }
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    channel.write(HTTPServerResponsePart.head(head), promise: nil)
    if request.method != .HEAD { try await sendBody(on: channel) }
    try await channel.writeAndFlush(HTTPServerResponsePart.end(nil))
  }

  private func sendBody(on channel: any Channel) async throws {
    switch body {
    case .bytes(let bytes):
      guard !bytes.isEmpty else { return }
      let piece = ByteBuffer(bytes: bytes)
      channel.write(HTTPServerResponsePart.body(.byteBuffer(piece)), promise: nil)
    case .file(let file, let range):
      var offset = range.lowerBound
      while offset < range.upperBound {
        let piece = try file.read(
          at: offset, atMost: min(Self.pieceSize, range.upperBound - offset))
        try await channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(piece)))
        offset += piece.readableBytes
      }
    }
  }
}
