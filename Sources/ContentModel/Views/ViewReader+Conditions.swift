import Diagnostics
import YAMLParsing

/// Reads `filtre`: the fields of sheets, each with the value or the values that it may have.
extension ViewReader {
  mutating func conditions(of type: ContentType) -> [SheetCondition] {
    guard let node = keys.node("filtre", "filter") else { return [] }
    guard let mapping = node.mapping else {
      keys.report(.filterIsNotMapping(at: keys.location(of: node)))
      return []
    }
    return mapping.compactMap { key, value in
      let location = keys.location(of: key)
      guard let name = key.scalar?.string else {
        keys.report(.keyIsNotText(at: location))
        return nil
      }
      guard let field = field(named: name, of: type, for: .conditions, at: location) else {
        return nil
      }
      if value.isNull || value.sequence?.isEmpty == true {
        keys.report(.filterWithoutValue(name, at: location))
        return nil
      }
      return condition(on: field, as: name, value)
    }
  }

  private mutating func condition(
    on field: FieldDefinition, as key: String, _ node: YAMLNode
  ) -> SheetCondition? {
    if node.mapping != nil {
      return span(of: field, node).map { SheetCondition(field, as: key, spans: [$0]) }
    }
    var words: [SheetCondition.Word] = []
    var flags: Set<Bool> = []
    var spans: [SheetCondition.Span] = []
    for node in node.sequence.map(Array.init) ?? [node] {
      if field.kind.serves(.day) {
        if let day = day(node) { spans.append(day) }
        continue
      }
      guard let (kind, value) = value(of: field, node) else { continue }
      if case .boolean(let flag) = value {
        flags.insert(flag)
      } else if let id = kind.facet(of: value).id {
        let text = node.scalar?.string ?? id
        words.append(SheetCondition.Word(id: id, text: text, location: keys.location(of: node)))
      } else if let ends = kind.ends(of: value) {
        spans.append(SheetCondition.Span(low: ends.low, high: ends.high))
      }
    }
    return SheetCondition(field, as: key, words: words, flags: flags, spans: spans)
  }

  /// Reads one value as sheets of the type hold it; one that none can hold is reported.
  private mutating func value(
    of field: FieldDefinition, _ node: YAMLNode
  ) -> (FieldKind, FieldValue)? {
    // What holds `min` and `max` is asked for by a number that lies between them.
    let kind = field.kind.rules.fields?["min"]?.kind ?? field.kind
    var reader = FieldReader(keys.yaml, vocabularies: site.vocabularies)
    let value = kind.rules.read(node, field.key, in: &reader)
    for diagnostic in reader.diagnostics { keys.report(diagnostic) }
    return value.map { (kind, $0) }
  }

  /// Reads a year, a month or a day.
  private mutating func day(_ node: YAMLNode) -> SheetCondition.Span? {
    guard let scalar = node.scalar else {
      keys.report(.unreadablePartialDate("", at: keys.location(of: node)))
      return nil
    }
    guard let date = PartialDate(iso: scalar.string) else {
      keys.report(.unreadablePartialDate(scalar.string, at: keys.location(of: node)))
      return nil
    }
    return SheetCondition.Span(low: date.firstOrdinal, high: date.lastOrdinal)
  }

  /// Reads `min` and `max`, or `avant` and `apres` for days.
  private mutating func span(
    of field: FieldDefinition, _ node: YAMLNode
  ) -> SheetCondition.Span? {
    guard let mapping = node.mapping else { return nil }
    let isDay = field.kind.serves(.day)
    guard isDay || field.kind.isOrdered else {
      keys.report(.filterWithoutOrder(field.key, at: keys.location(of: node)))
      return nil
    }
    var bounds = MappingReader(mapping, in: keys.yaml)
    bounds.expect(["min", "max"] + (isDay ? ["avant", "apres", "before", "after"] : []))
    let (least, most) = (bounds.node("min"), bounds.node("max"))
    let before = isDay ? bounds.node("avant", "before") : nil
    let after = isDay ? bounds.node("apres", "after") : nil
    let isMisspelt = !bounds.otherKeys().isEmpty
    keys.take(&bounds)
    if [least, most, before, after].allSatisfy({ $0 == nil }) {
      if !isMisspelt {
        keys.report(.filterWithoutValue(field.key, at: keys.location(of: node)))
      }
      return nil
    }
    let lows = [
      least.flatMap { end(of: field, $0)?.low }, after.flatMap { day($0)?.high.nextUp },
    ]
    let highs = [
      most.flatMap { end(of: field, $0)?.high }, before.flatMap { day($0)?.low.nextDown },
    ]
    let span = SheetCondition.Span(
      low: lows.compactMap(\.self).max() ?? -.infinity,
      high: highs.compactMap(\.self).min() ?? .infinity)
    if span.low > span.high {
      keys.report(
        .reversedRange(field.key, at: keys.location(of: least ?? after ?? most ?? node)))
      return nil
    }
    return span
  }

  private mutating func end(of field: FieldDefinition, _ node: YAMLNode) -> SheetCondition.Span? {
    if field.kind.serves(.day) { return day(node) }
    guard let (kind, value) = value(of: field, node), let ends = kind.ends(of: value) else {
      return nil
    }
    return SheetCondition.Span(low: ends.low, high: ends.high)
  }
}

extension PartialDate {
  /// The place of its first moment among days: see ``FieldOrder``.
  fileprivate var firstOrdinal: Double {
    Double((year * 100 + (month ?? 0)) * 100 + (day ?? 0))
  }

  /// The place of its last moment.
  fileprivate var lastOrdinal: Double {
    (Double((year * 100 + (month ?? 99)) * 100 + (day ?? 99)) + 1).nextDown
  }
}

extension FieldKind {
  /// Whether its values are numbers, or lie between two of them.
  fileprivate var isOrdered: Bool {
    if case .scale = steps { return true }
    return rules is IntegerKind || rules is NumberKind || rules is RangeKind
      || rules is DurationKind || rules.fields?["min"] != nil
  }
}
