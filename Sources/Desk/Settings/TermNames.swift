import ContentModel
import TextEncoding
import YAMLParsing

/// Gives terms the names by which sheets know them, whatever becomes of those that people see.
///
/// A new term has an id made from its name; one whose names change keeps its id, and those that it loses
/// among its other words.
struct TermNames {
  private typealias Key = Vocabulary.Key

  /// The terms as the file has them.
  private let terms: [YAMLNode]

  init(before values: YAMLMapping) {
    terms = values[Key.terms.rawValue]?.sequence.map { Array($0) } ?? []
  }

  /// Adds to an edit of a vocabulary the names that its terms need.
  func complete(_ edit: inout SheetEdit) {
    for (index, field) in edit.fields.enumerated() where field.key == Key.terms.rawValue {
      guard case .list(let elements)? = field.value else { continue }
      edit.fields[index] = EditedValue.Member(
        field.key, .list(elements.map { complete($0) }))
    }
  }

  private func complete(_ element: EditedValue.Element) -> EditedValue.Element {
    guard case .object(var members) = element.value else { return element }
    let names = members.first { $0.key == Key.label.rawValue }?.value?.texts ?? []
    guard let origin = element.origin, terms.indices.contains(origin),
      let before = terms[origin].mapping
    else {
      if let id = names.first.map({ Slug.make(from: $0) }), !id.isEmpty {
        members.insert(
          EditedValue.Member(Key.id.rawValue, .scalar(id, isText: false)), at: 0)
      }
      return EditedValue.Element(.object(members))
    }
    guard !names.isEmpty else { return element }
    let old = Self.texts(of: before[Key.label.rawValue])
    let lost = old.filter { !names.contains($0) }
    if let id = Self.lostID(of: before, in: members) {
      members.insert(EditedValue.Member(Key.id.rawValue, .scalar(id, isText: false)), at: 0)
    }
    if !lost.isEmpty { add(lost, to: &members, before) }
    return EditedValue.Element(.object(members), origin: origin)
  }

  /// Adds other words to those of a term.
  private func add(
    _ words: [String], to members: inout [EditedValue.Member], _ before: YAMLMapping
  ) {
    let place = members.firstIndex { $0.key == Key.synonyms.rawValue }
    var elements: [EditedValue.Element] = []
    if let place {
      if case .list(let given)? = members[place].value { elements = given }
    } else {
      elements = Self.texts(of: before[Key.synonyms.rawValue]).enumerated().map {
        EditedValue.Element(.scalar($1, isText: false), origin: $0)
      }
    }
    let known = elements.flatMap(\.value.texts)
    elements += words.filter { !known.contains($0) }
      .map { EditedValue.Element(.scalar($0, isText: false)) }
    let member = EditedValue.Member(Key.synonyms.rawValue, .list(elements))
    if let place { members[place] = member } else { members.append(member) }
  }

  /// The id that a term had from its label alone, and would have no more; nil when it stays.
  ///
  /// No name has to go for that: ids are made from the French one, which a term may get later.
  private static func lostID(
    of before: YAMLMapping, in members: [EditedValue.Member]
  ) -> String? {
    guard before[Key.id.rawValue]?.isAbsent ?? true else { return nil }
    let old = before[Key.label.rawValue]
    let id = impliedID(label(old))
    let new = members.first { $0.key == Key.label.rawValue }?.value
    return id.isEmpty || id == impliedID(label(new, over: old)) ? nil : id
  }

  /// The id of a term that gives none.
  private static func impliedID(_ label: Label) -> String {
    Slug.make(from: label.text(in: "fr"))
  }

  /// The label of a term as the file has it: a text alone is read as French, as everywhere.
  private static func label(_ node: YAMLNode?) -> Label {
    guard let names = node?.mapping else { return Label(["fr": texts(of: node).first ?? ""]) }
    var byLanguage: [String: String] = [:]
    for (key, value) in names {
      if let language = key.scalar?.string, let text = value.scalar?.string {
        byLanguage[language] = text
      }
    }
    return Label(byLanguage)
  }

  /// The label that an edit makes of one: what it does not name stays.
  private static func label(_ edited: EditedValue?, over node: YAMLNode?) -> Label {
    guard case .object(let members)? = edited else {
      return Label(["fr": edited?.texts.first ?? ""])
    }
    var byLanguage: [String: String] = node?.mapping == nil ? [:] : label(node).texts
    for member in members { byLanguage[member.key] = member.value?.texts.first }
    return Label(byLanguage)
  }

  /// The texts of a value: alone, one a language, or several.
  private static func texts(of node: YAMLNode?) -> [String] {
    switch node {
    case .scalar(let scalar)?: [scalar.string]
    case .sequence(let nodes)?: nodes.compactMap(\.scalar?.string)
    case .mapping(let mapping)?: mapping.compactMap { $0.value.scalar?.string }
    case nil: []
    }
  }
}

extension EditedValue {
  /// The texts of a value: alone, or one a language.
  fileprivate var texts: [String] {
    switch self {
    case .scalar(let text, _): [text]
    case .object(let members): members.flatMap { $0.value?.texts ?? [] }
    case .list(let elements): elements.flatMap(\.value.texts)
    }
  }
}
