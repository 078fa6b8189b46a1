import Formats

/// A JSON Schema, draft 7: what editors know of a YAML file while it is typed.
///
/// Source: <https://json-schema.org/draft-07>, which is what editors of YAML read.
struct JSONSchema: Sendable {
  private(set) var members: [JSONMember]

  init(_ members: [JSONMember] = []) { self.members = members }

  /// The schema as a document of its own.
  package var document: JSONValue {
    .object([JSONMember("$schema", .string("http://json-schema.org/draft-07/schema#"))] + members)
  }

  package var value: JSONValue { .object(members) }

  /// Values of a type of JSON, such as `string` or `integer`.
  package static func type(_ name: String, _ others: JSONMember...) -> JSONSchema {
    JSONSchema([JSONMember("type", .string(name))] + others)
  }

  /// Values that satisfy one of some schemas.
  package static func any(of schemas: [JSONSchema]) -> JSONSchema {
    JSONSchema([JSONMember("anyOf", .array(schemas.map(\.value)))])
  }

  /// One of some texts.
  package static func choice(_ texts: [String]) -> JSONSchema {
    JSONSchema([JSONMember("enum", .strings(texts))])
  }

  /// An object of named members and no others.
  package static func object(_ properties: [(String, JSONSchema)], required: [String] = [])
    -> JSONSchema
  {
    var schema = type(
      "object",
      JSONMember("properties", .object(properties.map { JSONMember($0.0, $0.1.value) })),
      JSONMember("additionalProperties", .bool(false)))
    if !required.isEmpty { schema.members.append(JSONMember("required", .strings(required))) }
    return schema
  }

  /// A list, or one value without its dash, as sheets may write it.
  package func list(count: (min: Int?, max: Int?) = (nil, nil)) -> JSONSchema {
    var list = JSONSchema.type("array", JSONMember("items", value))
    if let min = count.min { list.members.append(JSONMember("minItems", .integer(min))) }
    if let max = count.max { list.members.append(JSONMember("maxItems", .integer(max))) }
    return .any(of: [list, self])
  }

  /// The same values or none: `key:` with nothing behind it says nothing.
  func orNothing() -> JSONSchema { .any(of: [self, .type("null")]) }

  /// The same texts, or a number: YAML makes one of `titre: 2030`.
  func orNumber() -> JSONSchema {
    JSONSchema(
      [JSONMember("type", .strings(["string", "number", "boolean"]))] + members.dropFirst())
  }

  package func adding(_ key: String, _ value: JSONValue?) -> JSONSchema {
    guard let value else { return self }
    return JSONSchema(members + [JSONMember(key, value)])
  }

  /// Adds what editors show beside a key.
  func describing(title: String, _ description: String?) -> JSONSchema {
    adding("title", .string(title)).adding("description", description.map { .string($0) })
  }
}
