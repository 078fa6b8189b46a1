import Testing

@testable import Outputs
@testable import SiteBuilding
@testable import SiteGraph
@testable import SiteLoading

struct LanguageNameTests {
  @Test(arguments: [
    ("fr", "Français"), ("br", "Brezhoneg"), ("en", "English"), ("ar", "العربية"),
    ("pt-BR", "Português (Brasil)"), ("fr-SN", "Français (SN)"), ("zz", "Zz"), ("", ""),
    ("ha", "Hausa"), ("zu", "IsiZulu"), ("aa", "Afar"),
  ])
  func namesALanguageInItself(tag: String, name: String) {
    #expect(LanguageName.autonym(tag) == name)
  }

  @Test(arguments: [
    ("ar", true), ("he", true), ("fa-AF", true), ("ckb", true), ("uz-Arab", true),
    ("ar-Latn", false), ("fr", false), ("", false),
  ])
  func knowsWhichWayALanguageIsWritten(tag: String, isRightToLeft: Bool) {
    #expect(LanguageName.isRightToLeft(tag) == isRightToLeft)
  }
}
