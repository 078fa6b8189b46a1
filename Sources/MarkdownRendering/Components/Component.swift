/// Makes HTML of the fenced blocks that bear its name.
///
///     ```figure
///     image: salle.jpg
///     alt: Six tables de quatre personnes
///     ```
public protocol Component: Sendable {
  /// The word after the fence.
  var name: String { get }

  /// Returns what a block becomes; nil when it cannot be shown, which is reported then.
  func render(_ block: ComponentBlock, in context: inout ComponentContext) -> ComponentOutput?
}

/// A component whose body is keys and values, which it reads one by one.
public protocol KeyedComponent: Component {
  /// Returns what a body becomes; nil when it cannot be shown, which is reported then.
  func render(_ body: ComponentBody, in context: inout ComponentContext) -> ComponentOutput?
}

extension KeyedComponent {
  /// Reads the body of a block, and returns what it becomes.
  public func render(
    _ block: ComponentBlock, in context: inout ComponentContext
  ) -> ComponentOutput? {
    switch ComponentBody.parse(block.text, fence: block.fence, lines: block.lines) {
    case .success(let body): return render(body, in: &context)
    case .failure(let failure):
      context.report(failure.diagnostic)
      return nil
    }
  }
}

/// What a component makes of a block.
public struct ComponentOutput: Sendable, Hashable {
  /// HTML that stands as a block, in UTF-8.
  public let html: [UInt8]
  /// The words it shows, for the search.
  public let text: String

  /// Creates an output.
  public init(html: [UInt8], text: String) {
    self.html = html
    self.text = text
  }
}
