import Foundation
import TextEncoding
import Testing

struct JSONTextTests {
  private func written(_ text: String, as form: JSONText.Form) -> String {
    var bytes: [UInt8] = []
    JSONText.append(text, as: form, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", #""""#, #""""#), ("L’été « fini »", #""L’été « fini »""#, #""L’été « fini »""#),
    (#"a"b\c"#, #""a\"b\\c""#, #""a\"b\\c""#), ("a\nb\tc\r", #""a\nb\tc\r""#, #""a\nb\tc\r""#),
    ("\u{1}\u{1F}", #""\u0001\u001f""#, #""\u0001\u001f""#),
    ("</script>", #""</script>""#, #""\u003c/script>""#),
    ("a\u{2028}b\u{2029}", "\"a\u{2028}b\u{2029}\"", #""a\u2028b\u2029""#),
  ])
  func escapesWhatAFormCannotHold(text: String, json: String, inScript: String) {
    #expect(written(text, as: .json) == json)
    #expect(written(text, as: .inScriptElement) == inScript)
  }

  @Test(arguments: [JSONText.Form.json, .inScriptElement])
  func isReadBackAsItWas(form: JSONText.Form) throws {
    let every = String(String.UnicodeScalarView((0...0x2030).compactMap { Unicode.Scalar($0) }))
    let read = try JSONDecoder().decode(String.self, from: Data(written(every, as: form).utf8))
    #expect(read == every)
  }

  /// Bytes are looked at eight at a time: each must be found wherever among them it lies.
  @Test(arguments: ["\"", "\\", "<", "\u{1}", "\u{2028}"])
  func escapesACharacterAtAnyPlace(character: String) {
    let escaped = written(character, as: .inScriptElement).dropFirst().dropLast()
    for (before, after) in (0..<20).flatMap({ before in (0..<20).map { (before, $0) } }) {
      for letter in ["a", " ", "!", "é", "’"] {
        let (start, end) = (
          String(repeating: letter, count: before), String(repeating: letter, count: after)
        )
        let text = written(start + character + end, as: .inScriptElement)
        #expect(text == "\"" + start + escaped + end + "\"")
      }
    }
  }
}
