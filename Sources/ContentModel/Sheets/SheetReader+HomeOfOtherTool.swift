import Diagnostics
import YAMLParsing

/// The texts of a home page that VitePress, VuePress and Starlight have in its front matter.
extension SheetReader {
  /// Reports the first of these texts in a sheet of a type that takes any key: no page shows them.
  func reportHomeOfOtherTool(
    in mapping: YAMLMapping, _ yaml: YAMLText, reporting diagnostics: inout [Diagnostic]
  ) {
    for (key, value) in mapping {
      guard let name = key.scalar?.string, Self.isText(ofHome: value, named: name) else { continue }
      diagnostics.append(
        .homeOfOtherTool(
          name, at: yaml.location(of: key.mark, length: key.writtenLength)))
      return
    }
  }

  private static func isText(ofHome value: YAMLNode, named key: String) -> Bool {
    switch key {
    case "hero": holds(["name", "text", "tagline", "title"], value)
    case "features":
      value.sequence?.first.map { holds(["title", "details"], $0) } ?? false
    case "heroText": value.scalar.map { !$0.string.isEmpty } ?? false
    default: false
    }
  }

  private static func holds(_ keys: Set<String>, _ node: YAMLNode) -> Bool {
    node.mapping?.contains { $0.key.scalar.map { keys.contains($0.string) } ?? false } ?? false
  }
}
