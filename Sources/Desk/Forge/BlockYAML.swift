package import Formats
import YAMLParsing

/// Writes data as YAML that people read: a key a line, lists with dashes.
package enum BlockYAML {
  /// Returns the text of an object, which every reader of YAML 1.2 reads back as it was.
  package static func text(of value: JSONValue) -> String {
    var text = ""
    write(value, indent: 0, to: &text)
    return text
  }

  private static func write(_ value: JSONValue, indent: Int, to text: inout String) {
    let spaces = String(repeating: " ", count: indent)
    switch value {
    case .object(let members):
      for member in members {
        text += spaces + scalar(.string(member.key)) + ":"
        writeInside(member.value, indent: indent, to: &text)
      }
    case .array(let elements):
      for element in elements {
        guard case .object(let members) = element, !members.isEmpty else {
          text += spaces + "-"
          writeInside(element, indent: indent, to: &text)
          continue
        }
        var inner = ""
        write(element, indent: indent + 2, to: &inner)
        text += spaces + "- " + inner.dropFirst(indent + 2)
      }
    default: text += spaces + scalar(value) + "\n"
    }
  }

  /// Writes the value of a key or of a list item: on the same line, or on the lines below.
  private static func writeInside(_ value: JSONValue, indent: Int, to text: inout String) {
    switch value {
    case .object(let members) where !members.isEmpty:
      text += "\n"
      write(value, indent: indent + 2, to: &text)
    case .array(let elements) where !elements.isEmpty:
      text += "\n"
      write(value, indent: indent + 2, to: &text)
    case .object: text += " {}\n"
    case .array: text += " []\n"
    default: text += " " + scalar(value) + "\n"
    }
  }

  private static func scalar(_ value: JSONValue) -> String {
    guard case .string(let string) = value else {
      return String(decoding: value.encoded(), as: UTF8.self)
    }
    return YAMLScalarText.plain(string, isInFlow: false, isText: true)
      ?? YAMLScalarText.doubleQuoted(string)
  }
}
