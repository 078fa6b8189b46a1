/// Bytes that are not what they should be.
public struct CorruptData: Error {
  /// Creates the error.
  public init() {}
}
