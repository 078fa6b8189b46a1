import Testing
import TextEncoding

struct SitePathTests {
  @Test(arguments: [
    ("photo.png", "lieux/ti/photo.png", false), ("./photo.png", "lieux/ti/photo.png", false),
    ("../photo.png", "lieux/photo.png", false), ("../../photo.png", "photo.png", false),
    ("/photo.png", "photo.png", false), ("/./a//b.png", "a/b.png", false),
    ("a/../b.png", "lieux/ti/b.png", false), ("photo%20un.png", "lieux/ti/photo un.png", false),
    ("%C3%A9t%C3%A9.png", "lieux/ti/été.png", false), ("%2E%2E/a.png", "lieux/a.png", false),
    ("100%.png", "lieux/ti/100%.png", false), ("..a/b..", "lieux/ti/..a/b..", false),
    ("", "lieux/ti", true), ("./", "lieux/ti", true), ("..", "lieux", true), ("/", "", true),
    ("../../", "", true), ("sous/", "lieux/ti/sous", true),
  ])
  func followsAnAddressFromTheFileThatHoldsIt(address: String, path: String, isFolder: Bool) {
    let found = SitePath(address[...], from: "lieux/ti/fiche.md")
    #expect(found?.text == path)
    #expect(found?.isFolder == isFolder)
  }

  @Test(arguments: [
    "../../../haut.png", "/../haut.png", "a/../../../../haut.png", "%2e%2e/../../..",
  ])
  func neverClimbsAboveTheRoot(address: String) {
    #expect(SitePath(address[...], from: "lieux/ti/fiche.md") == nil)
  }

  @Test func composesLettersAsUnicodeHasThem() {
    let found = SitePath("e\u{301}te\u{301}.png", from: "fiche.md")
    #expect(found?.text.utf8.elementsEqual("été.png".utf8) == true)
  }

  @Test(arguments: [
    ("a.png", "a.png", ""), ("a#b?c", "a", "#b?c"), ("a?b#c", "a", "?b#c"), ("#b", "", "#b"),
    ("", "", ""),
  ])
  func cutsWhatStandsAfterThePath(address: String, path: String, rest: String) {
    let parts = SitePath.split(address)
    #expect((String(parts.path), String(parts.rest)) == (path, rest))
  }
}
