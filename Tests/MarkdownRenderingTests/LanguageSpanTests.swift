import Testing

@testable import MarkdownRendering

@Suite struct LanguageSpanTests {
  @Test(arguments: [
    ("Un [ti-kêr]{lang=br} !", "<p>Un <span lang=\"br\">ti-kêr</span>\u{202F}!</p>\n"),
    ("[it's]{lang=en-GB}", "<p><span lang=\"en-GB\">it's</span></p>\n"),
    (
      "**[ti]{lang=br}** et [[World café]]",
      "<p><strong><span lang=\"br\">ti</span></strong> et "
        + "<a href=\"../world-cafe/\">World café</a></p>\n"
    ),
    ("[<b>]{lang=br}", "<p>[]{lang=br}</p>\n"),
    ("[à compléter par le site]", "<p>[à compléter par le site]</p>\n"),
    ("[mot]{lang=}", "<p>[mot]{lang=}</p>\n"),
    ("[mot]{lang=\"br\"}", "<p>[mot]{lang=&quot;br&quot;}</p>\n"),
    ("`[mot]{lang=br}`", "<p><code>[mot]{lang=br}</code></p>\n"),
  ])
  func marksWordsOfAnotherLanguage(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
  }

  @Test func keepsTheWordsForTheSearch() {
    let passages = render("Un [ti-kêr]{lang=br} neuf").searchText
    #expect(passages.map { String(decoding: $0.text, as: UTF8.self) }.joined().contains("ti-kêr"))
  }
}
