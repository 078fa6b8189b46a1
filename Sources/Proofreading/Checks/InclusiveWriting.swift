package import ContentModel
package import Diagnostics
import MarkdownRendering

/// Words for all genders that are not written as the owner of the site wants.
package struct InclusiveWriting: EditorialCheck {
  package static let name = EditorialRules.Check.inclusiveWriting

  package func findings(in site: EditorialContext) throws -> [Diagnostic] {
    let wanted = site.rules.inclusiveWriting
    guard wanted != .free else { return [] }
    return try site.prose.enumerated().filter(\.element.isFrench).flatMap { index, prose in
      try prose.texts.flatMap { text in
        try ShortenedForm.all(in: text.passage)
          .filter { wanted == .bothWords || $0.separator != .middleDot }
          .map { form in
            let place = try site.location(of: form.range, in: text, of: index)
            let written = String(decoding: text.passage.text[form.range], as: UTF8.self)
            return wanted == .middleDot
              ? .otherThanMiddleDot(written, instead: form.withMiddleDots, at: place)
              : .shortenedForm(written, at: place)
          }
      }
    }
  }
}
