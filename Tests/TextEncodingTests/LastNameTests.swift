import Testing
import TextEncoding

@Suite struct LastNameTests {
  @Test(arguments: [
    ("a/b/été.md", "été.md"), ("index.md", "index.md"), ("a/", ""), ("", ""),
    ("a/\u{301}b", "\u{301}b"),
  ])
  func cutsTheNameAtTheEndOfAPath(path: String, name: String) {
    #expect(path.lastName.utf8.elementsEqual(name.utf8))
    #expect(path[..<path.nameStart].utf8.count + name.utf8.count == path.utf8.count)
  }
}
