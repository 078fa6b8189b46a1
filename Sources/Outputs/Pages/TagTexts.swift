import ContentModel
import SiteGraph
import TextEncoding
import Theming

/// What pages show of the tags, made once for all pages.
///
/// An output reads the number of a tag from a part of the site that notes it. The hash of that part covers
/// the key and the label of the tag, so the texts here need no note; an output cannot list them.
struct TagTexts: Sendable {
  /// What pages show of one tag.
  struct Text: Sendable {
    /// The label, typeset.
    let label: String
    /// Why two sheets that share the tag are related.
    let reason: String
    /// The folder of its page, percent-encoded.
    let address: String
  }

  private let texts: [Text]

  /// - Parameters:
  ///   - site: The site, its readings not recorded.
  ///   - format: How values are written in the language of the site.
  init(_ site: SiteView, _ format: ValueFormat) {
    texts = site.tags.map { tag in
      let label = format.typeset(tag.label)
      return Text(
        label: label,
        reason: format.words.text("raison_etiquettes", count: 1, ["liste": label]),
        address: Address.encode(site.layout.tagFolder + tag.key) + "/")
    }
  }

  subscript(number: Int) -> Text { texts[number] }
}
