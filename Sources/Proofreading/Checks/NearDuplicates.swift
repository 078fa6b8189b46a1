import SiteGraph
import SiteLoading
import ContentModel
import Diagnostics
import TextEncoding

/// Tags, and terms of one vocabulary, that are nearly the same: written in two ways, in the
/// singular and the plural, or one letter apart.
struct NearDuplicates: EditorialCheck {
  package static let name = EditorialRules.Check.nearDuplicates

  package func findings(in site: EditorialContext) throws -> [Diagnostic] {
    try tagSpellings(in: site) + nearTags(in: site) + nearTerms(in: site)
  }

  /// The spellings of a tag but for the one most used, or else the one with the most accents.
  private func tagSpellings(in site: EditorialContext) throws -> [Diagnostic] {
    try site.commons.tagIndex.tags.flatMap { tag in
      let written = tag.sheets.flatMap { index in
        site.commons.site.sheets[index].tags.filter { TagKey.key(of: $0) == tag.key }
          .map { (sheet: index, tag: $0) }
      }
      let counts = Dictionary(written.map { ($0.tag, 1) }, uniquingKeysWith: +)
      let usual = counts.max { left, right in
        (left.value, left.key.utf8.count, right.key) < (right.value, right.key.utf8.count, left.key)
      }
      guard counts.count > 1, let usual = usual?.key else { return [Diagnostic]() }
      return try written.filter { $0.tag != usual }.map { index, tag in
        .tagSpelling(tag, usually: usual, at: try place(of: tag, on: index, in: site))
      }
    }
  }

  private func nearTags(in site: EditorialContext) throws -> [Diagnostic] {
    let tags = site.commons.tagIndex.tags
    return try NearNames(tags.map(\.key)).pairs.flatMap { first, second in
      // The one that fewer sheets bear is to be changed, or else the later one.
      let isFirst = tags[first].sheets.count < tags[second].sheets.count
      let (rare, usual) = isFirst ? (tags[first], tags[second]) : (tags[second], tags[first])
      return try rare.sheets.map { index in
        let written = site.commons.site.sheets[index].tags.first {
          TagKey.key(of: $0) == rare.key
        }
        let place = try place(of: written ?? rare.label, on: index, in: site)
        return Diagnostic.nearTag(
          written ?? rare.label, near: usual.label, usual.sheets.count, at: place)
      }
    }
  }

  private func nearTerms(in site: EditorialContext) -> [Diagnostic] {
    let loaded = site.commons.site
    return loaded.vocabularies.values.sorted { $0.id < $1.id }.flatMap { vocabulary in
      let names = vocabulary.terms.map { $0.label.text(in: loaded.configuration.language) }
      let folder = loaded.contentFolder.isEmpty ? "" : loaded.contentFolder + "/"
      let place = SourceLocation(path: folder + "_vocabularies/\(vocabulary.id).yaml")
      return NearNames(names.map { Slug.make(from: $0) }).pairs.map { first, second in
        Diagnostic.nearTerm(names[second], near: names[first], at: place)
      }
    }
  }

  private func place(of tag: String, on index: Int, in site: EditorialContext) throws
    -> SourceLocation
  {
    let sheet = site.commons.site.sheets[index]
    let start = sheet.locations["tags"] ?? sheet.location(of: "etiquettes")
    return try site.place(of: tag, from: start, ofSheet: index) ?? start
  }
}
