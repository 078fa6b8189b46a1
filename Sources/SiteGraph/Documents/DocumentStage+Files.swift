import SiteLoading
import ContentModel
import Diagnostics
import ImageProcessing

extension DocumentStage {
  /// Makes the pictures that the fields of a sheet name ready, and reports the files that are not
  /// there.
  func checkFiles(
    of sheet: Sheet, _ provider: SheetLinkProvider, reporting diagnostics: inout [Diagnostic]
  ) {
    for fields in [sheet.type.fields, sheet.type.coreProvenance] {
      for index in fields.indices {
        guard let value = sheet.fields[fields[index].key] else { continue }
        check(value, fields[index], provider, reporting: &diagnostics)
      }
    }
    let hasOwnImage = sheet.type.fields.contains { $0.key == "image" }
    if !hasOwnImage, case .file(let written, let location) = sheet.image {
      _ = provider.image(written, at: location, reporting: &diagnostics)
    }
  }

  private func check(
    _ value: FieldValue, _ field: FieldDefinition, _ provider: SheetLinkProvider,
    reporting diagnostics: inout [Diagnostic]
  ) {
    if case .list(let elements) = value {
      for element in elements { check(element, field, provider, reporting: &diagnostics) }
      return
    }
    switch field.kind.shown(value) {
    case .picture(let written, let location):
      _ = provider.image(written, at: location, reporting: &diagnostics)
    case .file(let written, let location):
      guard let file = provider.attachment(written),
        ImageFormat(fileName: file.contentPath) != nil
      else { return }
      provider.publishOriginal(of: file, written, at: location, reporting: &diagnostics)
    case .object(let values, let nested):
      for field in nested {
        guard let value = values[field.key] else { continue }
        check(value, field, provider, reporting: &diagnostics)
      }
    case .words, .code, .markdown, .original, .integer, .number, .range, .boolean, .date,
      .dateTime, .duration, .recurrence, .step, .term, .link, .licence, .reference:
      break
    }
  }
}
