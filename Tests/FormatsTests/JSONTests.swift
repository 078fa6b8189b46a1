import Foundation
import Testing

@testable import Formats
@testable import TextEncoding

struct JSONTests {
  private static let kindsOfValue: [(JSONValue, String)] = [
    (nil, "null"), (true, "true"), (false, "false"), (0, "0"), (-12, "-12"),
    (.integer(.min), "-9223372036854775808"), (2.5, "2.5"), (3.0, "3"), (-0.125, "-0.125"),
    (1e300, "1e+300"), (.number(.infinity), "null"), (.number(.nan), "null"),
    (.array([]), "[]"), (.object([]), "{}"), ([1, ["a"], [:]], #"[1,["a"],{}]"#),
  ]

  @Test(arguments: [
    ("", #""""#),
    ("Forum ouvert", #""Forum ouvert""#),
    ("l’été à Saint‑Brieuc 🦀", #""l’été à Saint‑Brieuc 🦀""#),
    (#"dit "oui" \ non"#, #""dit \"oui\" \\ non""#),
    ("a\tb\nc\rd", #""a\tb\nc\rd""#),
    ("\u{0}\u{8}\u{1F}\u{7F}", "\"\\u0000\\u0008\\u001f\u{7F}\""),
    ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#),
    ("\u{2027}\u{202A}", "\"\u{2027}\u{202A}\""),
    ("</script><!--", #""\u003c/script>\u003c!--""#),
  ])
  func escapesWhatJSONAndScriptsCannotHold(value: String, expected: String) {
    #expect(text(JSONValue.string(value).encoded()) == expected)
  }

  @Test(arguments: kindsOfValue)
  func writesEveryKindOfValue(value: JSONValue, expected: String) {
    #expect(text(value.encoded()) == expected)
  }

  @Test func keepsTheOrderOfMembers() {
    let value: JSONValue = ["z": 1, "a": ["y": nil, "b": true], "m": "n"]
    #expect(text(value.encoded()) == #"{"z":1,"a":{"y":null,"b":true},"m":"n"}"#)
  }

  @Test func indentsByTwoSpacesAndEndsWithALineEnd() {
    let value: JSONValue = ["a": [1, ["b": "c"]], "d": [], "e": [:]]
    let expected = """
      {
        "a": [
          1,
          {
            "b": "c"
          }
        ],
        "d": [],
        "e": {}
      }

      """
    #expect(text(value.encoded(as: .indented)) == expected)
  }

  @Test(arguments: [JSONLayout.compact, .indented])
  func isReadBackByFoundation(layout: JSONLayout) throws {
    let titles = (0..<0x250).compactMap { Unicode.Scalar($0).map { "x\(Character($0))y" } }
    let read = try JSONDecoder().decode(
      [String].self, from: Data(JSONValue.strings(titles).encoded(as: layout)))
    #expect(read == titles)
  }

  @Test func writesMembersOneByOneAsTheWholeValue() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.write("a", "b")
    writer.writeKey("c")
    writer.beginArray()
    writer.write(1 as JSONValue)
    writer.write(encoded: JSONValue.object([]).encoded())
    writer.endArray()
    writer.write("d", nil as JSONValue)
    writer.endObject()
    #expect(text(writer.finish()) == #"{"a":"b","c":[1,{}],"d":null}"#)
  }
}
