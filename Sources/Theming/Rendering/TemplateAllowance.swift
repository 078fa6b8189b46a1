/// What a template may still do, so that sections within sections come to an end.
public struct TemplateAllowance: Sendable, Hashable {
  /// The steps that it may take: a tag or a run of text is one each time that it is gone through.
  public var steps: Int
  /// The bytes that it may write.
  public var bytes: Int

  /// Creates an allowance.
  public init(steps: Int, bytes: Int) {
    self.steps = steps
    self.bytes = bytes
  }
}
