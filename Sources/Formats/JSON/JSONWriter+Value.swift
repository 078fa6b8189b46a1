import TextEncoding

extension JSONWriter {
  /// Writes a named value.
  mutating func write(_ key: String, _ value: JSONValue) {
    writeKey(key)
    write(value)
  }

  /// Writes a value.
  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: writeNull()
    case .bool(let value): write(value)
    case .integer(let value): write(value)
    case .number(let value): write(value)
    case .string(let text): write(text)
    case .array(let elements):
      beginArray()
      for element in elements { write(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members { write(member.key, member.value) }
      endObject()
    }
  }
}
