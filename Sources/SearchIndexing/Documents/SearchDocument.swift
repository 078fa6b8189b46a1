/// A page as the search sees it: what is shown in a result, and the words that lead to it.
public struct SearchDocument: Sendable, Hashable {
  /// The page's address relative to the site's root, as in `methodes/world-cafe/`.
  public var url: String
  /// The page's title, as plain text.
  public var title: String
  /// Its other names, whose words weigh as those of the title.
  public var names: [String]
  /// One or two sentences shown under the title, as plain text; may be empty.
  public var summary: String
  /// The page's type, a facet named `type`.
  public var type: SearchTerm
  /// The page's language (BCP 47): `fr` and `en` have a stemmer, others are only folded.
  public var lang: String
  /// The name of its language, shown in results when it is another than that of the site.
  public var languageLabel: String
  /// Whether it comes after the others, as a note or an archive does.
  public var isSecondary: Bool
  /// What it is about in the words of its vocabularies, which weigh as those of the tags.
  public var subjects: [String]
  /// What else says what it is about, in UTF-8: it weighs as the summary does.
  public var purposes: [[UInt8]]
  /// What a result shows of it beside its summary.
  public var facts: [SearchFact]
  /// The page's tags, a facet named `tag`.
  public var tags: [SearchTerm]
  /// The page's text, by heading, in reading order.
  public var passages: [SearchPassage]
  /// The values that its type declares as facets.
  public var facets: [SearchFacet]
  /// The intervals that its type declares as facets, such as a duration.
  public var ranges: [SearchRange]

  /// Creates a document.
  public init(
    url: String, title: String, names: [String] = [], summary: String = "", type: SearchTerm,
    lang: String = "fr", languageLabel: String = "", isSecondary: Bool = false,
    subjects: [String] = [], purposes: [[UInt8]] = [], facts: [SearchFact] = [],
    tags: [SearchTerm] = [], passages: [SearchPassage] = [], facets: [SearchFacet] = [],
    ranges: [SearchRange] = []
  ) {
    self.url = url
    self.title = title
    self.names = names
    self.summary = summary
    self.type = type
    self.lang = lang
    self.languageLabel = languageLabel
    self.isSecondary = isSecondary
    self.subjects = subjects
    self.purposes = purposes
    self.facts = facts
    self.tags = tags
    self.passages = passages
    self.facets = facets
    self.ranges = ranges
  }
}
