package import Diagnostics
import Synchronization

/// The HTML of a sheet, which its own page alone shows: made at once, or when it is first asked for.
package final class SheetText: Sendable {
  package struct Content: Sendable {
    /// The body.
    package let html: [UInt8]
    /// The fields of inline Markdown, by where they are written.
    package let inlines: [SourceLocation: [UInt8]]
  }

  private let made: Mutex<Content?>
  private let make: @Sendable () -> Content

  package init(_ content: Content) {
    made = Mutex(content)
    make = { content }
  }

  /// - Parameter make: Makes the text; it is called once.
  package init(later make: @escaping @Sendable () -> Content) {
    made = Mutex(nil)
    self.make = make
  }

  package var content: Content {
    made.withLock { made in
      if let made { return made }
      let content = make()
      made = content
      return content
    }
  }
}
