import Testing

@testable import Formats

struct FeedTests {
  private let base = BaseURL("https://exemple.bzh/communs/")

  private func feed(_ entries: [FeedEntry], folder: String = "methodes/") throws -> Feed {
    Feed(
      title: "Méthodes & outils", language: "fr", publisher: "Ti Lab", rights: "CC BY-SA 4.0",
      licenceURL: "https://creativecommons.org/licenses/by-sa/4.0/", folder: folder,
      updated: try #require(Timestamp(year: 2026, month: 3, day: 14)), entries: entries)
  }

  private func entry(summary: String = "Une <conversation> par tables.") throws -> FeedEntry {
    FeedEntry(
      path: "methodes/world-cafe/", title: "World café", summary: summary,
      published: Timestamp(year: 2025, month: 1, day: 2),
      updated: try #require(Timestamp(year: 2026, month: 3, day: 14)), authors: ["Équipe"],
      tags: ["idéation"])
  }

  @Test func writesAtomWithAbsoluteAddresses() throws {
    let written = text(AtomFeed(try feed([entry()]), baseURL: base).encoded())
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
      <id>https://exemple.bzh/communs/methodes/feed.xml</id>
      <title>Méthodes &amp; outils</title>
      <updated>2026-03-14T00:00:00Z</updated>
      <author><name>Ti Lab</name>
      </author>
      <link rel="self" type="application/atom+xml" href="https://exemple.bzh/communs/methodes/feed.xml"/>
      <link rel="alternate" type="text/html" href="https://exemple.bzh/communs/methodes/"/>
      <link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/"/>
      <rights>CC BY-SA 4.0</rights>
      <generator>Archipel</generator>
      <entry>
      <id>https://exemple.bzh/communs/methodes/world-cafe/</id>
      <title>World café</title>
      <link rel="alternate" type="text/html" href="https://exemple.bzh/communs/methodes/world-cafe/"/>
      <published>2025-01-02T00:00:00Z</published>
      <updated>2026-03-14T00:00:00Z</updated>
      <author><name>Équipe</name>
      </author>
      <category term="idéation"/>
      <summary type="text">Une &lt;conversation&gt; par tables.</summary>
      </entry>
      </feed>

      """
    #expect(written == expected)
  }

  @Test func writesAtomWithRelativeLinksAndUUIDsWithoutABaseURL() throws {
    let written = text(AtomFeed(try feed([entry()]), baseURL: nil).encoded())
    let id = NameUUID(name: "Ti Lab\nmethodes/world-cafe/").urn
    #expect(written.contains("<id>\(id)</id>"))
    #expect(written.contains(#"<link rel="self" type="application/atom+xml" href="feed.xml"/>"#))
    #expect(written.contains(#"<link rel="alternate" type="text/html" href="./"/>"#))
    #expect(written.contains(#"<link rel="alternate" type="text/html" href="world-cafe/"/>"#))
  }

  @Test func leavesOutTheSummaryThatASheetDoesNotHave() throws {
    let written = text(AtomFeed(try feed([entry(summary: "")]), baseURL: base).encoded())
    #expect(!written.contains("<summary"))
    #expect(!written.contains("<subtitle"))
  }

  @Test func writesJSONFeedWithAbsoluteAddresses() throws {
    let written = text(JSONFeed(try feed([entry()]), baseURL: base).encoded())
    let expected = """
      {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Méthodes & outils",
        "home_page_url": "https://exemple.bzh/communs/methodes/",
        "feed_url": "https://exemple.bzh/communs/methodes/feed.json",
        "language": "fr",
        "authors": [
          {
            "name": "Ti Lab"
          }
        ],
        "items": [
          {
            "id": "https://exemple.bzh/communs/methodes/world-cafe/",
            "url": "https://exemple.bzh/communs/methodes/world-cafe/",
            "title": "World café",
            "content_text": "Une \\u003cconversation> par tables.",
            "summary": "Une \\u003cconversation> par tables.",
            "date_published": "2025-01-02T00:00:00Z",
            "date_modified": "2026-03-14T00:00:00Z",
            "authors": [
              {
                "name": "Équipe"
              }
            ],
            "tags": [
              "idéation"
            ]
          }
        ]
      }

      """
    #expect(written == expected)
  }

  @Test func namesNoAddressOfItsOwnWithoutABaseURL() throws {
    let written = text(JSONFeed(try feed([entry()], folder: ""), baseURL: nil).encoded())
    #expect(!written.contains("feed_url"))
    #expect(!written.contains("home_page_url"))
    #expect(written.contains(#""url": "methodes/world-cafe/""#))
    #expect(written.contains(NameUUID(name: "Ti Lab\nmethodes/world-cafe/").urn))
  }

  @Test func givesEveryItemAContent() throws {
    let written = text(JSONFeed(try feed([entry(summary: "")]), baseURL: base).encoded())
    #expect(written.contains(#""content_text": "World café""#))
  }
}
