/// What the components of a document may still take of a build: their templates may go through lists
/// within lists, and write their texts many times.
public struct ComponentAllowance: Sendable {
  /// The tags and texts that templates may go through.
  public var steps: Int
  /// The bytes that they may write.
  public var bytes: Int

  /// Creates what a document of a length in bytes may take: what people write takes a hundredth of it.
  init(ofDocument length: Int) {
    steps = 200_000 + 100 * length
    bytes = (1 << 20) + 20 * length
  }
}
