/// What a drawing may hold when it is published: shapes, text, paint, and nothing that acts or that
/// asks for another file.
enum SVGVocabulary {
  static let namespace = "http://www.w3.org/2000/svg"
  static let xlink = "http://www.w3.org/1999/xlink"
  static let xml = "http://www.w3.org/XML/1998/namespace"

  /// The elements that are kept (SVG 2, without what runs, moves or embeds a document).
  static let elements: Set<String> = [
    "a", "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix",
    "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
    "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB",
    "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology",
    "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
    "filter", "g", "image", "line", "linearGradient", "marker", "mask", "path", "pattern",
    "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg", "switch", "symbol",
    "text", "textPath", "title", "tspan", "use", "view",
  ]

  /// What is left out with a word about it.
  static func removal(ofElement name: String) -> CleanedSVG.Removal? {
    switch name {
    case "script", "handler", "listener": .script
    case "foreignObject", "iframe", "audio", "video", "canvas", "object", "embed": .foreignContent
    case "animate", "animateColor", "animateMotion", "animateTransform", "discard", "set":
      .animation
    default: nil
    }
  }

  /// Returns whether a style asks for nothing outside the file.
  ///
  /// A backslash may hide any name, so none is let through.
  static func isLocal(style: String) -> Bool {
    let style = style.lowercased()
    let acts = ["\\", "@import", "image-set(", "expression(", "javascript:", "src("]
    return !acts.contains { style.contains($0) } && asksForNothingOutside(style)
  }

  /// Returns whether the value of an attribute asks for nothing outside the file.
  ///
  /// A browser reads many attributes as CSS, whatever the case of names and with its escapes; without a
  /// function, none of them asks for anything.
  static func isLocal(value: String) -> Bool {
    !value.utf8.contains(UInt8(ascii: "(")) || isLocal(style: value)
  }

  /// Returns whether every `url()` of a value leads into the file itself, or to its own bytes.
  private static func asksForNothingOutside(_ value: String) -> Bool {
    var rest = value[...]
    while let start = rest.firstRange(of: "url(") {
      rest = rest[start.upperBound...]
      let target = rest.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      guard target.hasPrefix("#") || target.hasPrefix("data:") else { return false }
    }
    return true
  }

  /// Returns whether a link of an element leads into the file itself, or to its own bytes.
  static func isLocal(link: String, of element: String) -> Bool {
    if link.hasPrefix("#") { return true }
    return (element == "image" || element == "feImage") && link.hasPrefix("data:image/")
  }
}
