import Testing
import TextEncoding

/// Names that the disks of every system take.
@Suite struct PortableNameTests {
  @Test(arguments: [
    ("methodes/world-cafe/", "methodes/world-cafe/"), ("con/", "con-/"), ("Con.md", "Con-.md"),
    ("a/aux/b", "a/aux-/b"), ("com9", "com9-"), ("com10", "com10"), ("console", "console"),
    ("a:b?", "a-b-"), ("point.", "point"), ("fin ", "fin"), ("...", "-"),
    (".well-known/x", ".well-known/x"),
    ("\u{1}", "-"), ("écoute « là »", "écoute « là »"), ("", ""),
  ])
  func changesWhatWindowsRefuses(path: String, portable: String) {
    #expect(PortableName.path(path) == portable)
    #expect(PortableName.isPortable(path) == (path == portable))
    #expect(PortableName.isPortable(portable))
  }
}
