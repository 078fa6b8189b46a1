import TextEncoding

/// An image with its legend and its credit.
///
/// Keys: `image` and `alt`, required; `legende`, `credit`.
public struct FigureComponent: KeyedComponent {
  /// The word after the fence.
  public let name = "figure"
  private static let keys = ["image", "alt", "legende", "credit"]

  /// Creates the component.
  public init() {}

  /// Returns a `figure` element, with a `figcaption` when there is a legend or a credit.
  public func render(
    _ body: ComponentBody, in context: inout ComponentContext
  ) -> ComponentOutput? {
    body.checkKeys(Self.keys, in: &context)
    let image = body.requiredText("image", in: &context)
    let alternative = body.requiredText("alt", in: &context)
    let legend = body.text("legende", in: &context).map { context.typeset($0.text) }
    let credit = body.text("credit", in: &context).map { context.typeset($0.text) }
    guard let image, let alternative else { return nil }
    let resolved = context.resolveImage(image, alternative: alternative.text)
    var html: [UInt8] = []
    html.append("<figure class=\"figure\">\n")
    append(resolved, alternative: alternative.text, to: &html, in: context)
    appendCaption(legend: legend, credit: credit, to: &html)
    html.append("</figure>\n")
    let text = [alternative.text, legend, credit].compactMap(\.self).joined(separator: "\n")
    return ComponentOutput(html: html, text: text)
  }

  private func append(
    _ image: ResolvedLink, alternative: String, to html: inout [UInt8],
    in context: ComponentContext
  ) {
    switch image {
    case .image(let image):
      append(image, alternative: alternative, to: &html, in: context)
    case .url(let url, _, _, _, _):
      append(ShownImage(url: url), alternative: alternative, to: &html, in: context)
    case .linkInstead(let url):
      html.append("<a href=\"")
      HTMLEscaping.appendAddress(url, to: &html)
      html.append("\">")
      HTMLEscaping.append(alternative, to: &html)
      html.append("</a>")
    case .unresolved:
      HTMLEscaping.append(alternative, to: &html)
    }
    html.append("\n")
  }

  private func append(
    _ image: ShownImage, alternative: String, to html: inout [UInt8], in context: ComponentContext
  ) {
    html += image.html(alternative: alternative, isFirst: context.isAtFirstImage)
    image.appendAnimationLink(context.words, to: &html)
  }

  private func appendCaption(legend: String?, credit: String?, to html: inout [UInt8]) {
    if legend == nil, credit == nil { return }
    html.append("<figcaption>")
    if let legend { HTMLEscaping.append(legend, to: &html) }
    if legend != nil, credit != nil { html.append(" ") }
    if let credit {
      html.append("<span class=\"credit\">")
      HTMLEscaping.append(credit, to: &html)
      html.append("</span>")
    }
    html.append("</figcaption>\n")
  }
}
