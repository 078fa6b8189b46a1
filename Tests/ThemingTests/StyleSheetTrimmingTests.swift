import Testing

@testable import Theming

@Suite struct StyleSheetTrimmingTests {
  @Test(arguments: [
    ("a {\n  color : red;\n}\n\nb > c { }\n", "a{color :red}b>c{}"),
    ("/* un */ a /* deux */ b { }", "a b{}"), ("a, b  ,c {}", "a,b,c{}"),
    ("a::after { content: \"  /* non */ \"; }", "a::after{content:\"  /* non */ \"}"),
    ("a { b: 'l\\'  une' }", "a{b:'l\\'  une'}"),
    ("a { b: url( x  y.svg ) }", "a{b:url( x  y.svg )}"),
    ("a { width: calc(1px  +  2px) }", "a{width:calc(1px + 2px)}"),
    (
      "a { margin: 0.5em -0.25em 0 10.5em; b: calc(1px * 0.1) \"0.5\" }",
      "a{margin:.5em -.25em 0 10.5em;b:calc(1px * .1) \"0.5\"}"
    ),
    ("a:has(> b) > c {}", "a:has(>b)>c{}"), ("a :hover {}", "a :hover{}"), ("/* sans fin", ""),
    ("a { b: \"sans fin", "a{b:\"sans fin"),
    ("@media (a: b) {\n  c { d: e; f: \";\"; }\n}", "@media (a:b){c{d:e;f:\";\"}}"),
    ("", ""),
  ])
  func keepsWhatCounts(_ text: String, _ expected: String) {
    let trimmed = StyleSheetTrimming.trim(Array(text.utf8))
    #expect(String(decoding: trimmed, as: UTF8.self) == expected)
    #expect(StyleSheetTrimming.trim(trimmed) == trimmed)
  }
}
