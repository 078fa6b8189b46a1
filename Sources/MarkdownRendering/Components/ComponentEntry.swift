public import Diagnostics

/// A key of a component's body, and its value.
struct ComponentEntry: Sendable {
  let key: String
  let location: SourceLocation
  let value: ComponentValue
}
