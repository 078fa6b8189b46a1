/// A value that is decoded from bytes at each access: for values that are rarely needed.
public struct Deferred<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value

  /// Creates a value that is there.
  public init(_ value: Value) {
    make = { value }
  }

  /// Creates a value that is kept as bytes.
  ///
  /// - Parameters:
  ///   - bytes: What was written of it.
  ///   - none: The value to take when the bytes are damaged.
  ///   - read: Reads it.
  public init(
    keptIn bytes: ArraySlice<UInt8>, or none: Value,
    read: @escaping @Sendable (inout ByteReader) throws(CorruptData) -> Value
  ) {
    make = {
      var reader = ByteReader(bytes)
      do {
        return try read(&reader)
      } catch {
        return none
      }
    }
  }

  /// The value.
  public var value: Value { make() }
}
