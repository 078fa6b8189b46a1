import Diagnostics
import Synchronization

/// The HTML of a sheet, which its own page alone shows: made at once, or when it is first asked for.
final class SheetText: Sendable {
  struct Content: Sendable {
    /// The body.
    let html: [UInt8]
    /// The fields of inline Markdown, by where they are written.
    let inlines: [SourceLocation: [UInt8]]
  }

  private let made: Mutex<Content?>
  private let make: @Sendable () -> Content

  init(_ content: Content) {
    made = Mutex(content)
    make = { content }
  }

  /// - Parameter make: Makes the text; it is called once.
  init(later make: @escaping @Sendable () -> Content) {
    made = Mutex(nil)
    self.make = make
  }

  var content: Content {
    made.withLock { made in
      if let made { return made }
      let content = make()
      made = content
      return content
    }
  }
}
