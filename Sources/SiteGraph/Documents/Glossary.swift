import SiteLoading
import ByteCoding
import ContentModel
import Diagnostics
import MarkdownRendering
import TextEncoding

/// The words that the glossaries of one language define, and where.
struct Glossary: Sendable {
  /// A word and its definition's place.
  private struct Entry {
    let word: String
    /// The published folder of its page, percent-encoded.
    let address: String
    let id: String
  }

  private var entries: [Entry] = []
  private var forms: [[String]] = []
  private var list = TermList([])

  /// Reads the glossaries of a site, by language; none when no page is one.
  ///
  /// Their headings are the words: a glossary is read before the texts that link to it.
  static func all(
    in commons: LinkedSite, _ renderer: MarkdownRenderer, _ reserved: ReservedIDs,
    reporting diagnostics: inout [Diagnostic]
  ) -> [String: Glossary] {
    var glossaries: [String: Glossary] = [:]
    for (index, sheet) in commons.site.sheets.enumerated() {
      // A word would lead from every page to one that is in no list.
      guard let view = sheet.glossary, !sheet.isUnlisted else { continue }
      let language = commons.language(of: index)
      let links = PageLinks(prefix: "", isOffline: false)
      let headings = renderer.render(
        MarkdownSource(of: sheet, lang: language, reservedIDs: reserved[sheet]),
        links: SheetLinkProvider(commons: commons, sheet: index, links: links)
      ).words
      glossaries[language, default: Glossary()]
        .add(headings, address: commons.addresses[index], view)
      report(view, headings.map(\.text), at: sheet.location(of: "view"), to: &diagnostics)
    }
    return glossaries.mapValues { glossary in
      var glossary = glossary
      glossary.list = TermList(glossary.forms)
      return glossary
    }
  }

  /// The hash of the words, their forms and places: two glossaries that agree link texts alike.
  package var hash: UInt64 {
    StableHash.of { hasher in
      for (entry, forms) in zip(entries, forms) {
        hasher.add(entry.address)
        hasher.add(entry.id)
        hasher.add(forms.count)
        for form in forms { hasher.add(form) }
      }
    }
  }

  private mutating func add(_ headings: [DocumentHeading], address: String, _ view: GlossaryView) {
    for heading in headings where !view.unlinked.contains(heading.text) {
      entries.append(Entry(word: heading.text, address: address, id: heading.id))
      forms.append([heading.text] + (view.forms[heading.text] ?? []))
    }
  }

  /// Reports what the declaration says of words that the page does not define.
  private static func report(
    _ view: GlossaryView, _ words: [String], at location: SourceLocation,
    to diagnostics: inout [Diagnostic]
  ) {
    for word in view.unlinked.union(view.forms.keys).subtracting(words).sorted() {
      diagnostics.append(.unknownGlossaryWord(word, known: words, at: location))
    }
  }

  /// Returns the links of a page to the words; none for a glossary, and where the writer wants none.
  package func links(of sheet: Int, _ provider: SheetLinkProvider) -> TermLinks? {
    let page = provider.commons.site.sheets[sheet]
    guard page.glossary == nil, page.linksToGlossary, !list.isEmpty else { return nil }
    let title = page.sortingKey.folded
    let own = entries.indices.filter { Slug.make(from: entries[$0].word) == title }
    return TermLinks(list, skipping: Set(own)) { [entries] term in
      let entry = entries[term]
      return provider.links.page(encoded: entry.address) + "#" + Address.encode(entry.id)
    }
  }
}

extension RenderedDocument {
  /// The headings that are words of a glossary.
  fileprivate var words: [DocumentHeading] { headings.filter { $0.level == 2 } }
}
