public import Diagnostics

/// Renders the texts in the body of a component as those of the document around it.
protocol PartRenderer: AnyObject {
  /// What the components of the document may still take.
  var allowance: ComponentAllowance { get set }

  func render(_ part: MarkdownPart) -> RenderedPart
}
