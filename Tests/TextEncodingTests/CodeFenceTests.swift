import Testing
import TextEncoding

struct CodeFenceTests {
  /// Which lines of a text are code, as CommonMark has it: `x` for a line in a fence, `|` for a fence.
  private static func code(in lines: [String]) -> String {
    var fence = CodeFence()
    return lines.map { line in
      fence.note(line.utf8) ? "|" : fence.isOpen ? "x" : "."
    }.joined()
  }

  @Test(arguments: [
    (["a", "```", "b", "```", "c"], ".|x|."), (["````", "```", "````", "a"], "|x|."),
    (["```` ``x`` ````", "a"], ".."), (["~~~ a`b", "```", "~~~"], "|x|"),
    (["```", "~~~", "``` a", "```  "], "|xx|"), (["``", "a"], ".."),
    (["> ```", "> a", "> ```"], "|x|"),
    (["  - ```", "a"], ".."), (["```js", "a\r", "```\r", "b"], "|x|."), (["~~~", "a"], "|x"),
  ])
  func followsFences(lines: [String], code: String) {
    #expect(Self.code(in: lines) == code)
  }
}
