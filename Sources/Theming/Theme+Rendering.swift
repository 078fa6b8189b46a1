public import Diagnostics

extension Theme {
  /// About how many bytes a page has; a larger one makes its buffer grow.
  private static let expectedSize = 24_000

  /// Writes a page, or a part of one from a partial, with the values of an object.
  ///
  /// A name that nothing in reach knows is shown as nothing and reported as an error, at the tag
  /// that asks for it.
  ///
  /// - Parameters:
  ///   - template: A template of this theme.
  ///   - root: The values; what has none is given as `TemplateValue.none`.
  ///   - contentPath: The file whose page it is, for messages.
  /// - Returns: The page in UTF-8.
  public func render(
    _ template: TemplateName, _ root: TemplateObject, contentPath: String,
    diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    guard let program = programs[template.text] else { return [] }
    var rendering = TemplateRendering(
      program, tags: lookupTags, root: root, expectedSize: Self.expectedSize)
    rendering.run()
    for unknown in rendering.unknownNames {
      diagnostics.append(diagnostic(for: unknown, contentPath: contentPath))
    }
    return rendering.output
  }

  /// Writes a page again, to learn where its bytes come from.
  public func trace(_ template: TemplateName, _ root: TemplateObject) -> TemplateSourceMap? {
    guard let program = programs[template.text] else { return nil }
    var rendering = TemplateRendering(
      program, tags: lookupTags, root: root, expectedSize: Self.expectedSize, isTraced: true)
    rendering.run()
    return TemplateSourceMap(
      rendering.marks, program, files: templateFiles, tags: lookupTags)
  }

  private func diagnostic(
    for unknown: TemplateRendering.UnknownName, contentPath: String
  ) -> Diagnostic {
    let tag = lookupTags[unknown.tag]
    return .unknownName(
      tag.name, part: tag.path[unknown.part], askedFor: contentPath, among: unknown.known,
      at: tag.location)
  }
}
