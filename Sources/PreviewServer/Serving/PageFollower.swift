import FlyingFox
import Foundation

/// Tells an open page, through a web socket (RFC 6455), what becomes of it and of its site.
struct PageFollower: WSHandler {
  let session: PreviewSession
  /// Makes the news of the page in a state of the site.
  let news: @Sendable (PreviewSession.State) async -> PageNews

  func makeFrames(
    for client: AsyncThrowingStream<WSFrame, any Error>
  ) async throws -> AsyncStream<WSFrame> {
    let (frames, sender) = AsyncStream.makeStream(of: WSFrame.self)
    let states = await session.states()
    let news = news
    let telling = Task {
      let encoder = JSONEncoder()
      // What is the same reads the same, by which the page knows what its reader has closed.
      encoder.outputFormatting = .sortedKeys
      for await state in states {
        guard let text = try? encoder.encode(await news(state)) else { continue }
        sender.yield(WSFrame(fin: true, opcode: .text, mask: nil, payload: text))
      }
    }
    // A page says nothing; what comes from it in the end is that it has gone.
    let listening = Task {
      await Self.answer(client, sender)
      sender.finish()
    }
    sender.onTermination = { _ in
      telling.cancel()
      listening.cancel()
    }
    return frames
  }

  /// Answers what the protocol wants an answer to, until the page closes.
  private static func answer(
    _ client: AsyncThrowingStream<WSFrame, any Error>, _ sender: AsyncStream<WSFrame>.Continuation
  ) async {
    do {
      for try await frame in client {
        switch frame.opcode {
        case .close:
          sender.yield(WSFrame(fin: true, opcode: .close, mask: nil, payload: frame.payload))
          return
        case .ping:
          sender.yield(WSFrame(fin: true, opcode: .pong, mask: nil, payload: frame.payload))
        default: break
        }
      }
    } catch {
      return  // The page went without a word, or spoke another language.
    }
  }
}
