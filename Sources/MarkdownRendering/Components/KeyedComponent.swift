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
