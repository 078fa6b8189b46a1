/// Named values that templates read.
///
/// Objects are made by the hundred for every page, so a small one is a plain array searched in order;
/// one that is made once and has many names, such as the interface words, carries an index.
public struct TemplateObject: Sendable {
  /// From this many names on, an index is worth its making.
  private static let sizeOfIndexed = 48

  private var entries: [(String, TemplateValue)]
  private let positions: Positions?
  private let defaults: Defaults?

  /// Where each name stands; shared by the copies of an object.
  private final class Positions: Sendable {
    let byName: [String: Int]
    init(_ byName: [String: Int]) { self.byName = byName }
  }

  /// Names that many objects know without a value of their own.
  public final class Defaults: Sendable {
    /// Every name: for values that each site declares for itself.
    public static let any = Defaults(names: nil)

    fileprivate let names: Set<String>?

    /// Creates defaults, under each of whose names there is no value.
    public convenience init(_ names: [String]) { self.init(names: Set(names)) }

    private init(names: Set<String>?) { self.names = names }

    fileprivate func know(_ name: String) -> Bool { names?.contains(name) ?? true }
  }

  /// Creates an object; the first of two values with one name wins.
  ///
  /// - Parameter defaults: The names that the object knows besides, without a value.
  public init(
    _ values: some Sequence<(String, TemplateValue)> = [], defaults: Defaults? = nil
  ) {
    self.defaults = defaults
    entries = Array(values)
    if entries.count < Self.sizeOfIndexed {
      positions = nil
    } else {
      let pairs = entries.enumerated().map { ($0.element.0, $0.offset) }
      positions = Positions(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// The names, in the order they were given.
  public var names: [String] { entries.map(\.0) + (defaults?.names?.sorted() ?? []) }

  /// The value of a name; nil when the object does not know the name.
  ///
  /// - Complexity: O(*n*) for small objects, O(1) for those made with many names.
  public subscript(name: String) -> TemplateValue? {
    get {
      if let position = position(of: name) { return entries[position].1 }
      return defaults?.know(name) == true ? TemplateValue.none : nil
    }
    set {
      if let position = position(of: name) {
        entries[position].1 = newValue ?? .none
      } else if let newValue {
        entries.append((name, newValue))
      }
    }
  }

  /// Reads the value of a name in place; nil when the object does not know the name.
  func withValue<Result>(of name: String, _ read: (TemplateValue) -> Result) -> Result? {
    if let position = position(of: name) { return read(entries[position].1) }
    return defaults?.know(name) == true ? read(.none) : nil
  }

  private func position(of name: String) -> Int? {
    if let position = positions?.byName[name] { return position }
    // Lengths tell most names apart for less than a comparison costs.
    let length = name.utf8.count
    return entries.firstIndex { $0.0.utf8.count == length && $0.0 == name }
  }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
  /// Creates an object; the first of two values with one name wins.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) { self.init(elements) }
}
