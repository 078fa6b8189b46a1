/// The types of sheets with their fields, as those who write sheets look them up.
public struct TypesView: Sendable, Hashable {
  /// The types, in the order asked for; by id when the view names none.
  public let types: [ContentType]
}

extension ViewReader {
  mutating func types() -> TypesView? {
    guard keys.node("types") != nil else {
      let declared = site.types.values.filter { $0.id != ContentType.page.id }
      return TypesView(types: declared.sorted { $0.id < $1.id })
    }
    let types = keys.strings("types").compactMap { name -> ContentType? in
      if let type = site.types[name] { return type }
      keys.report(
        .unknownType(
          name, known: site.types.keys.sorted(),
          at: keys.valueLocation(ofKey: "types", element: name)))
      return nil
    }
    return TypesView(types: types)
  }
}
