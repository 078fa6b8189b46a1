import ContentModel
import SiteGraph
import TextEncoding
import Theming

/// What pages show of the tags, and of the words of other taxonomies, made once for all pages.
///
/// An output reads the number of a word from a part of the site that notes it. The hash of that part covers
/// the key and the label of the word, so the texts here need no note; an output cannot list them.
struct TermTexts: Sendable {
  /// What pages show of one word.
  struct Text: Sendable {
    /// The label, typeset, in the language of the site.
    let label: String
    /// Why two sheets that share the tag are related.
    let reason: String
    /// The folder of its page in the language of the site, percent-encoded.
    let address: String
  }

  private let texts: [Text]

  /// - Parameters:
  ///   - site: The site, its readings not recorded.
  ///   - format: How values are written in the language of the site.
  init(_ site: SiteView, _ format: ValueFormat) {
    texts = site.taxonomies.indices.flatMap { place in
      let folder = site.taxonomies[place].folder
      return site.terms(of: place).map { number in
        let term = site.terms[number]
        let label = format.typeset(term.label)
        return Text(
          label: label,
          reason: place == 0
            ? format.words.text("raison_etiquettes", count: 1, ["liste": label]) : "",
          address: Address.encode(folder + term.key) + "/")
      }
    }
  }

  subscript(number: Int) -> Text { texts[number] }
}
