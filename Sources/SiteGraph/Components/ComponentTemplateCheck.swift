import ContentModel
import Diagnostics
import MarkdownRendering
import SiteLoading
import Theming

/// What is wrong with the template of a component, whatever a block says: learnt by writing it twice, with
/// a value for every field and with none.
struct ComponentTemplateCheck {
  private(set) var diagnostics: [Diagnostic] = []
  /// What pages do not get of it.
  private(set) var leftOut: [String] = []

  init(_ component: SiteComponent, keepsAllHTML: Bool, allowsRemoteFiles: Bool) {
    let fields = component.definition.fields
    let full = TemplateObject(fields.map { ($0.key, ComponentValues.sample(of: $0)) })
    let empty = TemplateObject(fields.map { ($0.key, TemplateValue.none) })
    var told: Set<Diagnostic> = []
    for root in [full, empty] {
      var allowance = TemplateAllowance(steps: 1_000_000, bytes: 10_000_000)
      guard let written = component.template.render(root, within: &allowance) else { continue }
      diagnostics += written.unknownNames.filter { told.insert($0).inserted }
      if keepsAllHTML { continue }
      let lost = ComponentCheck.leftOut(
        of: written.bytes, allowsRemoteFiles: allowsRemoteFiles)
      leftOut += lost.filter { !leftOut.contains($0) }
    }
    let template = component.definition.template
    diagnostics += leftOut.map { what -> Diagnostic in
      let place = Self.place(of: what, in: template)
      let position = place.map { LineIndex(template).position(atByte: $0) }
      return .componentLeavesOut(
        what, at: SourceLocation(path: component.definition.path, position: position))
    }
  }

  /// Returns where a template writes an element, or an attribute.
  private static func place(of what: String, in template: [UInt8]) -> Int? {
    let name = Array(what.utf8.prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "=") })
    return template.indices.first { place in
      template[place...].prefix(name.count).elementsEqual(name) {
        ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) == $1
      }
    }
  }
}
