import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import PreviewServer

/// What a connection may send and how long it may take, by a clock that the tests move on.
@Suite struct RequestLimitsTests {
  /// Keeps a connection open whose sending side is closed, which `EmbeddedChannel` would close as well.
  private final class HalfClosing: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
      if mode == .output {
        promise?.succeed(())
      } else {
        context.close(mode: mode, promise: promise)
      }
    }
  }

  /// A connection without a network.
  private final class Connection {
    let limits = RequestLimits()
    let channel = EmbeddedChannel()

    init() throws {
      try channel.pipeline.syncOperations.addHandlers(HalfClosing(), limits)
      channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
    }

    deinit { _ = try? channel.finish(acceptAlreadyClosed: true) }

    func receive(_ text: String) throws {
      try channel.writeInbound(ByteBuffer(string: text))
    }

    /// What was sent until now.
    func answer() throws -> String {
      var text = ""
      while let piece = try channel.readOutbound(as: ByteBuffer.self) {
        text += String(buffer: piece)
      }
      return text
    }

    /// Moves the clock on, up to a moment before some time has passed.
    func wait(almost time: TimeAmount) {
      channel.embeddedEventLoop.advanceTime(by: time - .nanoseconds(1))
    }

    func waitAMoment() { channel.embeddedEventLoop.advanceTime(by: .nanoseconds(1)) }
  }

  @Test func letsARequestPass() throws {
    let connection = try Connection()
    try connection.receive("GET / HTTP/1.1\r\n\r\n")
    #expect(try connection.channel.readInbound(as: ByteBuffer.self)?.readableBytes == 18)
    #expect(try connection.answer() == "")
  }

  @Test(arguments: [
    ("GET /" + String(repeating: "a", count: 9_000), "414"),
    ("GET / HTTP/1.1\r\nA: " + String(repeating: "a", count: 70_000), "431"),
    ("GET / HTTP/1.1\r\n" + String(repeating: "a:b\r\n", count: 101), "431"),
  ])
  func refusesALongHead(text: String, status: String) throws {
    let connection = try Connection()
    try connection.receive(text)
    #expect(try connection.answer().hasPrefix("HTTP/1.1 \(status) "))
    #expect(try connection.channel.readInbound(as: ByteBuffer.self) == nil)
    // What follows is thrown away, so that the answer is read.
    try connection.receive("more")
    #expect(try connection.channel.readInbound(as: ByteBuffer.self) == nil)
    connection.wait(almost: RequestLimits.lingering)
    #expect(connection.channel.isActive)
    connection.waitAMoment()
    #expect(!connection.channel.isActive)
  }

  @Test func refusesAHeadThatDoesNotEnd() throws {
    let connection = try Connection()
    try connection.receive("GET / HTTP/1.1\r\n")
    connection.wait(almost: RequestLimits.requestPatience)
    // To go on slowly gives no more time.
    try connection.receive("a: b\r\n")
    #expect(try connection.answer() == "")
    connection.waitAMoment()
    #expect(try connection.answer().hasPrefix("HTTP/1.1 408 "))
  }

  @Test func closesAConnectionThatSaysNothing() throws {
    let connection = try Connection()
    connection.wait(almost: RequestLimits.idlePatience)
    #expect(connection.channel.isActive)
    connection.waitAMoment()
    #expect(!connection.channel.isActive)
    #expect(try connection.answer() == "")
  }

  @Test func waitsForAnAnswerAsLongAsItTakesAndThenForAnotherRequest() throws {
    let connection = try Connection()
    try connection.receive("GET / HTTP/1.1\r\n\r\n")
    connection.limits.requestIsWhole()
    connection.channel.embeddedEventLoop.advanceTime(by: .hours(1))
    #expect(connection.channel.isActive)
    connection.limits.answerIsSent()
    connection.wait(almost: RequestLimits.idlePatience)
    #expect(connection.channel.isActive)
    connection.waitAMoment()
    #expect(!connection.channel.isActive)
  }

  @Test func boundsEachRequestOfAConnection() throws {
    let connection = try Connection()
    let long = String(repeating: "a", count: 60_000)
    for _ in 0..<200 {
      try connection.receive("GET / HTTP/1.1\r\nA: \(long)\r\n\r\n")
      connection.limits.requestIsWhole()
      connection.limits.answerIsSent()
    }
    #expect(try connection.answer() == "")
    try connection.receive("GET /" + String(repeating: "a", count: 9_000))
    #expect(try connection.answer().hasPrefix("HTTP/1.1 414 "))
  }

  @Test func writesNothingIntoAnotherAnswer() throws {
    let connection = try Connection()
    try connection.receive("GET / HTTP/1.1\r\n\r\n")
    connection.limits.requestIsWhole()
    try connection.receive("GET /" + String(repeating: "a", count: 9_000))
    #expect(try connection.answer() == "")
    #expect(!connection.channel.isActive)
  }
}
