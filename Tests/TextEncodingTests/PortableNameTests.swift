import Testing
import TextEncoding

/// Names that the disks of every system take.
@Suite struct PortableNameTests {
  @Test(arguments: [
    ("methodes/world-cafe/", "methodes/world-cafe/"), ("con/", "con-/"), ("Con.md", "Con-.md"),
    ("a/aux/b", "a/aux-/b"), ("com9", "com9-"), ("com10", "com10"), ("console", "console"),
    ("lpt².txt", "lpt²-.txt"), ("conin$", "conin$-"),
    ("a:b?", "a-b-"), ("point.", "point"), ("fin ", "fin"), ("...", "-"),
    (".well-known/x", ".well-known/x"),
    ("\u{1}", "-"), ("écoute « là »", "écoute « là »"), ("", ""),
  ])
  func changesWhatWindowsRefuses(path: String, portable: String) {
    #expect(PortableName.path(path) == portable)
    #expect(PortableName.isPortable(path) == (path == portable))
    #expect(PortableName.isPortable(portable))
  }

  @Test(arguments: [
    ("Plan.pdf", "plan.PDF", true), ("\u{E9}t\u{E9}.md", "e\u{301}te\u{301}.md", true),
    ("\u{C9}t\u{E9}", "e\u{301}te\u{301}", true), ("plan.pdf", "plan-2.pdf", false),
  ])
  func foldsWhatDisksDoNotTellApart(left: String, right: String, areOne: Bool) {
    #expect((PortableName.folded(left) == PortableName.folded(right)) == areOne)
  }
}
