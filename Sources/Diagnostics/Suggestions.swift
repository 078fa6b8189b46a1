import Synchronization

/// What the dead links of a sheet may have meant: each name is looked up once, and so many at most.
public final class Suggestions: Sendable {
  /// How many names are looked up.
  public static let maxLookups = 50

  private let found = Mutex<[String: String?]>([:])

  /// Creates the suggestions of one sheet.
  public init() {}

  /// Returns what is found for a destination, now or before.
  public func next(for destination: String, _ find: () -> String?) -> String? {
    found.withLock { found in
      if let known = found[destination] { return known }
      guard found.count < Self.maxLookups else { return nil }
      let suggestion = find()
      found.updateValue(suggestion, forKey: destination)
      return suggestion
    }
  }
}
