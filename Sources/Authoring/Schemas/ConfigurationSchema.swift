import ContentModel
import Diagnostics
import Formats

/// The schema of `archipel.yaml`, made from its table of keys.
struct ConfigurationSchema {
  /// The names of the built-in themes, which editors offer.
  let themes: [String]

  /// The schema as a JSON document.
  func document() -> JSONValue {
    let properties = ConfigurationKey.all.flatMap { key in
      let schema = schema(key.value.shape)
        .adding("description", .string(key.help.french))
      return key.names.map { ($0, schema) }
    }
    return JSONSchema.object(properties)
      .describing(title: "archipel.yaml", "Le site. Toutes les clés sont facultatives.").document
  }

  private func schema(_ shape: ConfigurationShape) -> JSONSchema {
    switch shape {
    case .text, .sheet, .picture: Self.text
    case .matching(let pattern): .type("string", JSONMember("pattern", .string(pattern)))
    case .translated:
      .any(of: [Self.text, .type("object", JSONMember("additionalProperties", Self.text.value))])
    case .flag: .any(of: [.type("boolean"), .choice(["oui", "non"])])
    case .integer(let bounds):
      JSONSchema.type("integer")
        .adding("minimum", bounds.min.map { .integer($0) })
        .adding("maximum", bounds.max.map { .integer($0) })
    case .choice(let texts): .choice(texts)
    case .theme: .any(of: [.choice(themes), Self.text])
    case .licence: .any(of: [.choice(Licence.usual.map(\.id)), Self.text])
    case .list(let shape): schema(shape).list()
    case .entries(let parts): .type("array", JSONMember("items", object(parts).value))
    case .colour:
      .any(of: [schema(ConfigurationShape.hue), object(ConfigurationShape.colourParts)])
    case .free: .type("object")
    case .keys(let parts): object(parts)
    }
  }

  private static let text = JSONSchema.type("string")

  private func object(_ parts: [ConfigurationShape.Part]) -> JSONSchema {
    .object(
      parts.flatMap { part in
        let schema = schema(part.shape)
          .adding("description", part.help.map { .string($0) })
        return part.names.map { ($0, schema) }
      })
  }
}
