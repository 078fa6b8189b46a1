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
