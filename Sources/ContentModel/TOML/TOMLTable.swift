import YAMLParsing

/// A table of a document of TOML while it is read: headers further down may add to it.
final class TOMLTable {
  /// What made a table, which says what may still be added to it.
  enum Origin {
    /// The header of a table inside it: one of its own may follow.
    case implied
    /// Its own header.
    case header
    /// A key with dots.
    case dotted
  }

  /// The tables that one name gathers, `[[name]]`.
  final class List {
    fileprivate(set) var tables: [TOMLTable] = []
  }

  enum Entry {
    case value(YAMLNode)
    case table(TOMLTable)
    case list(List)
  }

  private(set) var origin: Origin
  /// How many tables it lies in.
  let depth: Int
  private let mark: YAMLMark
  private var keys: [YAMLScalar] = []
  private var entries: [String: (key: YAMLScalar, entry: Entry)] = [:]

  init(_ origin: Origin, depth: Int, mark: YAMLMark) {
    self.origin = origin
    self.depth = depth
    self.mark = mark
  }

  /// The table as a mapping of YAML, its keys in the order of the document.
  var node: YAMLNode {
    .mapping(
      YAMLMapping(
        keys.compactMap { key in
          entries[key.string].map { (key: .scalar(key), value: Self.node(of: $0.entry, key)) }
        }, mark: mark))
  }

  private static func node(of entry: Entry, _ key: YAMLScalar) -> YAMLNode {
    switch entry {
    case .value(let node): node
    case .table(let table): table.node
    case .list(let list): .sequence(YAMLSequence(list.tables.map(\.node), mark: key.mark))
    }
  }

  /// Adds a value.
  func add(_ value: YAMLNode, for key: YAMLScalar) throws(TOMLProblem) {
    if let first = entries[key.string]?.key { throw .duplicateKey(key, first: first) }
    set(.value(value), for: key)
  }

  /// Returns the table that a key with dots adds to, but for its last part.
  func holder(ofDotted path: ArraySlice<YAMLScalar>) throws(TOMLProblem) -> TOMLTable {
    var table = self
    for key in path {
      switch table.entries[key.string]?.entry {
      case nil: table = table.makeTable(.dotted, for: key)
      case .table(let found) where found.origin == .dotted: table = found
      case .table, .list: throw .closedTable(key)
      case .value: throw .notATable(key)
      }
    }
    return table
  }

  /// Returns the table that a header names in this one, the root of a document.
  func table(ofHeader path: [YAMLScalar], isListed: Bool) throws(TOMLProblem) -> TOMLTable {
    var table = self
    for key in path.dropLast() {
      switch table.entries[key.string]?.entry {
      case nil: table = table.makeTable(.implied, for: key)
      case .table(let found): table = found
      case .list(let list): table = list.tables.last ?? table
      case .value: throw .notATable(key)
      }
    }
    guard let key = path.last else { return table }
    let found = table.entries[key.string]
    switch found?.entry {
    case nil where isListed:
      let list = List()
      table.set(.list(list), for: key)
      return table.append(to: list, key)
    case nil: return table.makeTable(.header, for: key)
    case .list(let list) where isListed: return table.append(to: list, key)
    case .table(let known) where known.origin == .implied && !isListed:
      known.origin = .header
      return known
    case .value: throw .notATable(key)
    case .table, .list: throw .duplicateKey(key, first: found?.key ?? key)
    }
  }

  private func makeTable(_ origin: Origin, for key: YAMLScalar) -> TOMLTable {
    let table = TOMLTable(origin, depth: depth + 1, mark: key.mark)
    set(.table(table), for: key)
    return table
  }

  private func append(to list: List, _ key: YAMLScalar) -> TOMLTable {
    let table = TOMLTable(.header, depth: depth + 1, mark: key.mark)
    list.tables.append(table)
    return table
  }

  private func set(_ entry: Entry, for key: YAMLScalar) {
    keys.append(key)
    entries[key.string] = (key, entry)
  }
}
