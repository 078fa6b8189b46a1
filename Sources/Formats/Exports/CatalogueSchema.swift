import TextEncoding

/// The JSON Schema (2020-12) of `commons.json`, for those who read or write one.
public enum CatalogueSchema {
  /// Returns the schema, in UTF-8.
  public static func encoded() -> [UInt8] {
    schema.encoded(as: .indented) + [UInt8(ascii: "\n")]
  }

  private static let text: JSONValue = ["type": "string"]
  private static let texts: JSONValue = ["type": "array", "items": ["type": "string"]]
  private static let day: JSONValue = [
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})?)?$",
  ]
  private static let digest: JSONValue = ["type": "string", "pattern": "^[0-9a-f]{64}$"]

  private static func object(
    _ description: String, _ properties: [JSONMember], required: [String] = []
  ) -> JSONValue {
    .object([
      JSONMember("type", "object"), JSONMember("description", .string(description)),
      JSONMember("properties", .object(properties)), JSONMember("required", .strings(required)),
    ])
  }

  private static let schema: JSONValue = .object([
    JSONMember("$schema", "https://json-schema.org/draft/2020-12/schema"),
    JSONMember("title", "commons.json"), JSONMember("type", "object"),
    JSONMember("required", .strings(["format", "title", "lang", "generator", "sheets"])),
    JSONMember(
      "properties",
      .object([
        JSONMember("format", ["const": 1]), JSONMember("title", text),
        JSONMember("summary", text), JSONMember("lang", text), JSONMember("publisher", text),
        JSONMember("licence", ["type": ["string", "null"]]),
        JSONMember("base_url", ["type": ["string", "null"]]), JSONMember("generator", text),
        JSONMember(
          "pictures",
          [
            "type": "object", "additionalProperties": text,
            "description":
              "The published file of each picture, by its path below the content folder.",
          ]),
        JSONMember("links", ["type": "array", "items": link]),
        JSONMember("sheets", ["type": "array", "items": sheet]),
      ])),
  ])

  private static let link = object(
    "A sheet that those of an archive lead to, and that it does not hold.",
    ["id", "title", "url", "file"].map { JSONMember($0, text) }, required: ["id", "title", "url"])

  private static let sheet = object(
    "A sheet.",
    [
      JSONMember("id", text), JSONMember("translation_of", text), JSONMember("type", text),
      JSONMember("title", text), JSONMember("summary", text), JSONMember("url", text),
      JSONMember("source", text), JSONMember("file", text), JSONMember("lang", text),
      JSONMember("licence", text), JSONMember("authors", texts),
      JSONMember(
        "derived_from",
        object(
          "The sheet of another site that it is made from.",
          [
            JSONMember("url", text), JSONMember("version", text), JSONMember("sha256", digest),
          ], required: ["url"])),
      JSONMember("credits", ["type": "array", "items": credit]), JSONMember("tags", texts),
      JSONMember("version", text),
      JSONMember("published", day), JSONMember("updated", day),
      JSONMember("fields", ["type": "object"]), JSONMember("sha256", digest),
    ],
    required: [
      "id", "type", "title", "summary", "url", "lang", "authors", "credits", "tags", "fields",
      "sha256",
    ])

  private static let credit = object(
    "A work that the sheet builds on.",
    ["title", "author", "source", "licence", "changes", "picture"].map { JSONMember($0, text) })
}
