import Testing

@testable import Formats

struct PageTests {
  @Test func leadsToTheNewAddressWithoutAScript() {
    let page = RedirectPage(
      language: "fr", title: "Café & \"thé\"", notice: "Cette page a changé d’adresse :",
      target: "../methodes/caf%C3%A9/?a=1&b", canonical: "https://exemple.bzh/methodes/")
    let expected = """
      <!DOCTYPE html>
      <html lang="fr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Café &amp; &quot;thé&quot;</title>
      <meta http-equiv="refresh" content="0; url=../methodes/caf%C3%A9/?a=1&amp;b">
      <link rel="canonical" href="https://exemple.bzh/methodes/">
      </head>
      <body>
      <main>
      <h1>Café &amp; &quot;thé&quot;</h1>
      <p>Cette page a changé d’adresse : <a href="../methodes/caf%C3%A9/?a=1&amp;b">Café &amp; \
      &quot;thé&quot;</a></p>
      </main>
      </body>
      </html>

      """
    #expect(text(page.encoded()) == expected)
  }

  @Test func namesTheTargetAsCanonicalWhenNoOtherIsKnown() {
    let page = RedirectPage(language: "fr", title: "A", notice: "Ici :", target: "../a/")
    #expect(text(page.encoded()).contains(#"<link rel="canonical" href="../a/">"#))
  }

  @Test func describesASheetInTheWordsOfSchemaOrg() {
    let data = LinkedData(
      types: ["HowTo"], url: "https://exemple.bzh/methodes/a/", name: "</script>", summary: "B",
      language: "fr", licenceURL: "https://creativecommons.org/licenses/by-sa/4.0/",
      authors: ["Ti Lab"], tags: ["c"], published: Timestamp(year: 2025, month: 1, day: 2),
      properties: [JSONMember("description", "D"), JSONMember("totalTime", "PT1H")])
    let expected =
      #"{"@context":"https://schema.org","@type":"HowTo","#
      + #""@id":"https://exemple.bzh/methodes/a/","url":"https://exemple.bzh/methodes/a/","#
      + #""name":"\u003c/script>","inLanguage":"fr","#
      + #""license":"https://creativecommons.org/licenses/by-sa/4.0/","#
      + #""author":[{"name":"Ti Lab"}],"keywords":["c"],"datePublished":"2025-01-02","#
      + #""description":"D","totalTime":"PT1H"}"#
    #expect(text(data.encoded()) == expected)
  }

  @Test func saysNothingOfWhatIsUnknown() {
    let data = LinkedData(types: ["CreativeWork"], url: nil, name: "A", language: "br")
    let expected =
      #"{"@context":"https://schema.org","@type":"CreativeWork","name":"A","inLanguage":"br"}"#
    #expect(text(data.encoded()) == expected)
  }
}
