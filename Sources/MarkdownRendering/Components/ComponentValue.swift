public import Diagnostics

/// A value of a component's body.
struct ComponentValue: Sendable {
  enum Content: Sendable {
    case scalar(String)
    case sequence([ComponentValue])
    case mapping([ComponentEntry])
  }

  let content: Content
  let location: SourceLocation

  var isEmpty: Bool {
    switch content {
    case .scalar(let text): text.isEmpty
    case .sequence(let values): values.isEmpty
    case .mapping(let entries): entries.isEmpty
    }
  }
}
