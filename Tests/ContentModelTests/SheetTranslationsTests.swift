import Diagnostics
import Testing

@testable import ContentModel

@Suite struct SheetTranslationsTests {
  /// Sorts files by name; a pair is a translation with its original.
  private func sort(
    _ paths: [String], siteLanguage: String = "fr"
  ) -> (originals: [String], pairs: [[String]], findings: [String]) {
    var diagnostics: [Diagnostic] = []
    let versions = SheetTranslations(
      SheetName.all(in: paths), paths: paths, siteLanguage: siteLanguage,
      reporting: &diagnostics)
    return (
      versions.originals.map { paths[$0] },
      versions.translations.map { [paths[$0.file], paths[$0.original]] },
      diagnostics.map { "\($0.id) \($0.location.path)" }
    )
  }

  @Test(
    arguments: [
      ("world-cafe.br.md", "br", "world-cafe"), ("a/index.en.md", "en", "a"),
      ("a/_index.br.markdown", "br", "a"), ("index.br.md", "br", ""),
      ("carte.fr-CA.md", "fr-CA", "carte"), ("notes.v2.md", nil, "notes.v2"),
      ("plan.zz.md", nil, "plan.zz"), ("vue.BR.md", nil, "vue.BR"), ("br.md", nil, "br"),
      ("a.bre.md", nil, "a.bre"), ("a.br-.md", nil, "a.br-"), ("a.br.en.md", "en", "a.br"),
      ("_posts/2026-01-02-salut.br.md", "br", "posts/salut"),
    ] as [(String, String?, String)])
  func readsALanguageFromAName(path: String, language: String?, id: String) {
    let name = SheetName(path: path)
    #expect(name.language == language)
    #expect(name.id == id)
  }

  @Test func joinsTranslationsToTheirOriginals() {
    let sorted = sort([
      "index.br.md", "index.md", "m/cafe.en.md", "m/cafe.br.md", "m/cafe.md", "m/index.md",
    ])
    #expect(sorted.originals == ["index.md", "m/cafe.md", "m/index.md"])
    #expect(
      sorted.pairs == [
        ["index.br.md", "index.md"], ["m/cafe.br.md", "m/cafe.md"], ["m/cafe.en.md", "m/cafe.md"],
      ])
    #expect(sorted.findings == [])
  }

  @Test func takesTheLanguageOfTheSiteForTheOriginal() {
    let sorted = sort(["a.en.md", "a.fr.md", "b.en.md", "b.md"], siteLanguage: "en")
    #expect(sorted.originals == ["a.en.md", "b.md"])
    #expect(sorted.pairs == [["a.fr.md", "a.en.md"]])
    #expect(sorted.findings == ["translation.twice b.en.md"])
  }

  @Test(arguments: [
    (["a.br.md", "b.md", "b.br.md"], "translation.original a.br.md"),
    (["a.md", "a.br.md", "a.br.markdown"], "translation.twice a.br.markdown"),
    (["a.md", "a.fr.md"], "translation.twice a.fr.md"),
    (["a.md", "a.br.md", "a.br.en.md"], "translation.of-translation a.br.en.md"),
    (["a.md", "a.zz.md"], "translation.unknown-language a.zz.md"),
    (["a.md", "a.BR.md"], "translation.unknown-language a.BR.md"),
  ])
  func reportsATranslationWithoutAPlace(paths: [String], finding: String) {
    #expect(sort(paths).findings == [finding])
  }

  @Test(arguments: [
    ["a.md", "a.v2.md"], ["a.zz.md"], ["a.br.md"], ["bilan.gouv.fr.md", "x.io.md"],
    ["a.md", "a.vieux.md"], ["v1.2/a.md"],
  ])
  func leavesOtherNamesAlone(paths: [String]) {
    let sorted = sort(paths)
    #expect(sorted.originals == paths)
    #expect(sorted.findings == [])
  }

  @Test func publishesAPageThatIsInOneLanguageAlone() {
    let sorted = sort(["a.br.md", "a.en.md", "b.br.md", "b.md"])
    #expect(sorted.originals == ["a.br.md", "b.md"])
    #expect(sorted.pairs == [["a.en.md", "a.br.md"], ["b.br.md", "b.md"]])
    #expect(sorted.findings == ["translation.original a.br.md"])
  }

  @Test func readsTheLanguageOfAFolder() {
    let names = SheetName.all(in: ["page.md", "pt-br/page.md", "ia/a.md"], languages: ["pt-BR"])
    #expect(names.map(\.language) == [nil, "pt-BR", nil])
    #expect(names.map(\.id) == ["page", "page", "ia/a"])
  }

  @Test(
    arguments: [
      (["guide.md", "guide/a.md"], ["guide", "guide/a"], [true, false]),
      (
        ["guide.md", "guide/a.md", "guide/index.md"], ["guide", "guide/a", "guide"],
        [false, false, true]
      ),
      (["a/README.md", "a/b.md"], ["a", "a/b"], [true, false]),
      (["a/README.md", "a/index.md"], ["a/README", "a"], [false, true]),
      (["a/README.md"], ["a"], [false]), (["README.md"], [""], [true]),
      (["a.md", "a/README.md", "a/b.md"], ["a", "a/README", "a/b"], [true, false, false]),
    ] as [([String], [String], [Bool])])
  func findsTheOwnPageOfAFolder(paths: [String], ids: [String], areIndexes: [Bool]) {
    let names = SheetName.all(in: paths)
    #expect(names.map(\.id) == ids)
    #expect(names.map(\.isIndex) == areIndexes)
  }

  @Test func suggestsTheOriginalThatWasMeant() {
    var diagnostics: [Diagnostic] = []
    let paths = ["world-cafe.md", "world-caffe.br.md"]
    _ = SheetTranslations(
      SheetName.all(in: paths), paths: paths, siteLanguage: "fr", reporting: &diagnostics)
    #expect(
      diagnostics.map { $0.suggestion?.french ?? "" } == [
        "vouliez-vous traduire « world-cafe.md » ?"
      ])
  }

  @Test(arguments: [
    ("br", true), ("de", true), ("pt-BR", true), ("zz", false), ("fra", false), ("", false),
  ])
  func knowsTheLanguagesOfISO639(tag: String, isKnown: Bool) {
    #expect(LanguageTag.isKnown(tag) == isKnown)
  }
}
