import Diagnostics
import SiteBuilding
import SiteLoading
import Testing

/// The language of a folder that nobody has configured.
@Suite struct SiteLanguageTests {
  private static let english = """
    The method helps a group to talk about what matters to them. It is divided in different sections: you can
    read them in any order, and then try what you have learned with your own team. When the time is over, the
    person who leads asks which of the ideas should be kept for the next meeting, and who will take care of them.

    """
  private static let french = """
    La méthode aide un groupe à parler de ce qui compte pour lui. Elle est en plusieurs parties: vous pouvez les
    lire dans tous les ordres, puis essayer ce que vous avez appris avec votre équipe. Quand le temps est fini, la
    personne qui anime demande quelles idées sont à garder pour la suite, et qui va les suivre dans les semaines
    qui viennent, avec ceux et celles que cette suite concerne.

    """
  private static let italian = """
    Il metodo aiuta un gruppo a parlare di ciò che conta per loro. È diviso in diverse sezioni: si possono leggere
    in qualsiasi ordine, e poi provare quello che avete imparato con la vostra squadra. Quando il tempo è finito,
    chi facilita chiede quali delle idee sono da tenere per il prossimo incontro, e chi si occupa di loro nella
    settimana che viene. Questo è più utile per il gruppo che non per la persona.

    """
  private static let japanese = """
    この方法は、グループが自分たちにとって大切なことについて話し合うのを助けます。いくつかの部分に分かれていて、
    好きな順番で読むことができます: そして、学んだことをチームで試してみてください。時間が終わったら、進行役は
    次の会議のためにどのアイデアを残すべきか、誰が担当するかを尋ねます。

    """

  private func language(of site: SampleSite, _ path: String = "a/index.html") throws -> Substring {
    let page = try #require(site.published(path))
    let start = try #require(page.firstRange(of: "<html lang=\"")).upperBound
    return page[start...].prefix { $0 != "\"" }
  }

  @Test(arguments: [
    (english, "en", "sections: you", ["site.language content"]),
    (french, "fr", "parties\u{A0}: vous", []),
    (italian, "it", "sezioni: si", ["site.language content"]),
    (japanese, "ja", "できます: そして", ["site.language content"]),
    ("Two words.\n", "fr", "Two words.", []), ("", "fr", "</html>", []),
    ("```\n" + english + "```\n", "fr", "</html>", []),
  ])
  func takesTheLanguageOfMostTexts(
    text: String, language: String, shown: String, findings: [String]
  ) async throws {
    let site = try SampleSite(["content/a.md": text, "content/b.md": text])
    let report = try await site.build()
    let said = report.diagnostics.filter { $0.id == "site.language" }
    #expect(said.map(\.summary) == findings)
    #expect(said.allSatisfy { $0.severity == .remark && $0.suggestion != nil })
    let page = try #require(site.published("a/index.html"))
    #expect(page.contains("lang=\"\(language)\""))
    #expect(page.contains(shown))
  }

  /// No language is clear, and the site says which one it took.
  @Test func staysFrenchWhereTextsAreMixed() async throws {
    let site = try SampleSite()
    for number in 1...4 {
      try site.write(Self.english, to: "content/en\(number).md")
      try site.write(Self.french, to: "content/fr\(number).md")
    }
    let said = try await site.build().diagnostics.first { $0.id == "site.language" }
    #expect(said?.message.french.contains("« fr », faute d’une langue reconnue") == true)
    #expect(try language(of: site, "en1/index.html") == "fr")
  }

  @Test func leavesASheetTheLanguageThatItDeclares() async throws {
    let site = try SampleSite([
      "content/c.md": "---\nlang: fr\n---\n" + Self.french
    ])
    for name in ["a", "b", "d", "e"] { try site.write(Self.english, to: "content/\(name).md") }
    try await site.build()
    #expect(try language(of: site) == "en")
    #expect(site.published("c/index.html")?.contains("parties\u{A0}: vous") == true)
  }

  @Test func looksAtNoSheetWhereSomebodyHasMadeASite() async throws {
    let site = try SampleSite(["archipel.yaml": "title: Lab\n", "content/a.md": Self.english])
    #expect(try await site.build().findings == [])
    #expect(try language(of: site) == "fr")
  }

  @Test(arguments: [
    ("mkdocs.yml", "site_name: A\ntheme:\n  language: fr\n", "other-settings"),
    ("hugo.toml", "languageCode = 'fr-FR'\n", "other-settings"),
    ("_config.yml", "lang: fr\n", "other-settings"),
    ("docs/_config.yml", "lang: fr\n", "other-settings"),
    ("book.toml", "[book]\nlanguage = 'fr'\n", "other-settings"),
    ("docusaurus.config.js", "// defaultLocale: 'en'\nx = { defaultLocale: 'fr' };\n", "language"),
    ("astro.config.mjs", "defaultLocale: 'root',\nroot: { lang: \"fr\" },\n", "language"),
    ("docs/.vitepress/config.mts", "export default { lang: 'fr-FR' }\n", "language"),
    (".vuepress/config.js", "// lang: 'en'\nmodule.exports = { lang: 'fr' }\n", "language"),
    ("docs/conf.py", "# language = 'en'\nlanguage = 'fr'\n", "language"),
    ("index.html", "<!doctype html>\n<html class=\"a\" lang=\"fr\">\n", "language"),
  ])
  func takesWhatAnotherToolDeclares(file: String, text: String, id: String) async throws {
    let site = try SampleSite([file: text, "docs/a.md": Self.english, "b.md": Self.english])
    let said = try await site.build().diagnostics.filter {
      ["site.language", "site.other-settings"].contains($0.id)
    }
    #expect(said.map(\.summary) == ["site.\(id) \(file)"])
    #expect(said.first?.message.french.contains("« fr »") == true)
    let pages = site.files.keys.filter { $0.hasSuffix("a/index.html") }
    #expect(try language(of: site, #require(pages.first)) == "fr")
  }

  /// The hidden folder of another tool is read where it lies, and not where a link leads.
  @Test func followsNoLinkToTheSettingsOfAnotherTool() async throws {
    let site = try SampleSite(["content/a.md": Self.english])
    let other = try SampleSite(["config.js": "lang: 'br'\n"])
    try site.link(".vitepress", to: other.source)
    try await site.build()
    #expect(try language(of: site) == "en")
    try site.remove(".vitepress")
    try site.write("# A\n", to: ".vitepress/b.md")
    try site.link(".vitepress/config.js", to: other.source + "/config.js")
    try await site.build()
    #expect(try language(of: site) == "en")
  }

  /// Where somebody has made a site, nothing is asked of the files of other tools.
  @Test func asksNothingOfOtherToolsInASite() throws {
    let site = try SampleSite(["hugo.toml": "title = 'A'\n", "index.html": "<html lang=\"fr\">\n"])
    let names = { (site: SampleSite) in
      SourceSnapshot(ofConfigurationIn: site.source).entries.map {
        String($0.path.dropFirst(site.source.count + 1))
      }
    }
    #expect(names(site) == ["hugo.toml", "index.html"])
    try site.write("title: A\n", to: "archipel.yaml")
    #expect(names(site) == ["archipel.yaml"])
  }

  /// A sheet that tips the language changes every page.
  @Test func buildsAllAnewWhenTheLanguageTips() async throws {
    let site = try SampleSite(["content/a.md": Self.english, "content/b.md": "# B: un\n"])
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    #expect(try language(of: site, "b/index.html") == "en")
    try site.write(Self.french, to: "content/a.md")
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    #expect(try language(of: site, "b/index.html") == "fr")
    try site.write("module.exports = { defaultLocale: 'it' }\n", to: "docusaurus.config.js")
    try await site.settle()
    #expect(try await Regeneration(site).differences == [])
    #expect(try language(of: site, "b/index.html") != "fr")
  }
}
