import Diagnostics

/// The value of a key of `archipel.yaml`: what it may hold, and how a configuration takes it.
package struct ConfigurationValue: Sendable {
  typealias Member<Value> = any WritableKeyPath<SiteConfiguration, Value> & Sendable
  typealias Read =
    @Sendable (ConfigurationKey, inout SiteConfiguration, inout MappingReader) -> Void

  /// What the key may hold.
  package let shape: ConfigurationShape
  /// The value of a site that leaves the key out, as it would be written; nil for none.
  package let standard: String?
  let read: Read

  private static let silent = SiteConfiguration()

  init(_ shape: ConfigurationShape, standard: String? = nil, read: @escaping Read) {
    self.shape = shape
    self.standard = standard
    self.read = read
  }

  /// A text that has a default.
  static func text(_ member: Member<String>) -> ConfigurationValue {
    ConfigurationValue(.text, standard: silent[keyPath: member]) { key, configuration, reader in
      guard let text = reader.string(key.name, key.otherName) else { return }
      configuration[keyPath: member] = text
    }
  }

  /// A text, which may name something.
  static func text(
    _ member: Member<String?>, naming shape: ConfigurationShape = .text
  ) -> ConfigurationValue {
    ConfigurationValue(shape) { key, configuration, reader in
      configuration[keyPath: member] = reader.string(key.name, key.otherName)
    }
  }

  /// A text in one language or several.
  static func translated(_ member: Member<Label?>) -> ConfigurationValue {
    ConfigurationValue(.translated) { key, configuration, reader in
      configuration[keyPath: member] = reader.label(key.name, key.otherName)
    }
  }

  /// A list of texts.
  static func texts(_ member: Member<[String]>) -> ConfigurationValue {
    ConfigurationValue(.list(.text)) { key, configuration, reader in
      configuration[keyPath: member] = reader.strings(key.name, key.otherName)
    }
  }

  /// Yes or no; no by default.
  static func flag(_ member: Member<Bool>) -> ConfigurationValue {
    ConfigurationValue(.flag, standard: "false") { key, configuration, reader in
      configuration[keyPath: member] = reader.boolean(key.name, key.otherName)
    }
  }

  /// A whole number within bounds.
  static func integer(_ member: Member<Int>, in range: ClosedRange<Int>) -> ConfigurationValue {
    let bounds = Bounds(min: range.lowerBound, max: range.upperBound)
    let standard = String(silent[keyPath: member])
    return ConfigurationValue(.integer(bounds), standard: standard) { key, configuration, reader in
      guard let number = reader.integer(key.name, key.otherName) else { return }
      if range.contains(number) {
        configuration[keyPath: member] = number
      } else {
        reader.report(.outOfBounds(String(number), bounds, at: key.location(in: reader)))
      }
    }
  }

  /// One of some choices, by the names they are written with.
  static func choice<Choice: Equatable & Sendable>(
    _ member: Member<Choice>, _ choices: KeyValuePairs<String, Choice>
  ) -> ConfigurationValue {
    let pairs = choices.map { (name: $0.key, choice: $0.value) }
    let standard = silent[keyPath: member]
    return ConfigurationValue(
      .choice(pairs.map(\.name)), standard: pairs.first { $0.choice == standard }?.name
    ) { key, configuration, reader in
      guard let text = reader.string(key.name, key.otherName) else { return }
      if let pair = pairs.first(where: { $0.name == text }) {
        configuration[keyPath: member] = pair.choice
      } else {
        let known = pairs.map(\.name).sorted()
        reader.report(.unknownChoice(text, known: known, at: key.location(in: reader)))
      }
    }
  }

  /// Some of several choices, each by any of its names.
  static func choices<Choice: CaseIterable & Hashable & Sendable>(
    _ member: Member<Set<Choice>>, of type: Choice.Type,
    _ names: @escaping @Sendable (Choice) -> [String]
  ) -> ConfigurationValue {
    let known = Choice.allCases.flatMap(names)
    return ConfigurationValue(.list(.choice(known))) { key, configuration, reader in
      for name in reader.strings(key.name, key.otherName) {
        if let choice = Choice.allCases.first(where: { names($0).contains(name) }) {
          configuration[keyPath: member].insert(choice)
        } else {
          reader.report(.unknownChoice(name, known: known, at: key.location(in: reader)))
        }
      }
    }
  }

  /// A text with a form of its own: one that does not have it is reported and left out.
  static func checked<Checked>(
    _ shape: ConfigurationShape, standard: String? = nil,
    _ check: @escaping @Sendable (String) -> Checked?,
    orReport problem: @escaping @Sendable (String, SourceLocation) -> Diagnostic,
    set: @escaping @Sendable (inout SiteConfiguration, Checked) -> Void
  ) -> ConfigurationValue {
    ConfigurationValue(shape, standard: standard) { key, configuration, reader in
      guard let text = reader.string(key.name, key.otherName) else { return }
      if let checked = check(text) {
        set(&configuration, checked)
      } else {
        reader.report(problem(text, key.location(in: reader)))
      }
    }
  }

  /// A mapping of keys of its own, which are checked as well.
  static func keys(
    _ parts: [ConfigurationShape.Part],
    read: @escaping @Sendable (inout SiteConfiguration, inout MappingReader) -> Void
  ) -> ConfigurationValue {
    ConfigurationValue(.keys(parts)) { key, configuration, reader in
      guard let node = reader.node(key.name, key.otherName ?? key.name),
        var keys = reader.reader(of: node)
      else { return }
      read(&configuration, &keys)
      reader.take(&keys)
    }
  }
}
