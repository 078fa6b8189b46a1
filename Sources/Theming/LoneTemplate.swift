public import Diagnostics

/// A template that stands alone: it includes no other, and what it does is bounded.
///
///     var allowance = TemplateAllowance(steps: 10_000, bytes: 100_000)
///     let template = LoneTemplate(path: path, bytes: bytes, reporting: &diagnostics)
///     let written = template?.render(["titre": "Venir"], within: &allowance)
public struct LoneTemplate: Sendable {
  /// What a template wrote.
  public struct Written: Sendable {
    /// The text, in UTF-8.
    public let bytes: [UInt8]
    /// The names that nothing in reach knows, each told at the tag that asks for it.
    public let unknownNames: [Diagnostic]
  }

  private let program: TemplateProgram
  private let tags: [VariableTag]

  /// Reads a template; nil when it cannot be used, which is then reported.
  ///
  /// - Parameter path: How messages name the file.
  public init?(path: String, bytes: [UInt8], reporting diagnostics: inout [Diagnostic]) {
    guard bytes.count <= Theme.maxTemplateLength else {
      diagnostics.append(
        .tooLong(limit: Theme.maxTemplateLength, at: SourceLocation(path: path)))
      return nil
    }
    let source = TemplateSource(name: "", path: path, bytes: bytes)
    let found =
      source.diagnostics
      + source.includes.map { .includesAnother($0.name, at: $0.location) }
    diagnostics += found
    guard found.isEmpty else { return nil }
    let compiler = TemplateCompiler([source])
    let programs = compiler.compile([source.name], reporting: &diagnostics)
    guard let program = programs[source.name] else { return nil }
    self.program = program
    tags = compiler.lookupTags
  }

  /// Writes the template with the values of an object; nil when that takes more than it may.
  ///
  /// - Parameter allowance: What it may take, less what it took.
  public func render(
    _ root: TemplateObject, within allowance: inout TemplateAllowance
  ) -> Written? {
    var rendering = TemplateRendering(
      program, tags: tags, root: root, expectedSize: program.text.count, allowance: allowance)
    rendering.run()
    guard let left = rendering.allowance else { return nil }
    allowance = left
    return Written(
      bytes: rendering.output,
      unknownNames: rendering.unknownNames.map { unknown in
        let tag = tags[unknown.tag]
        return .unknownName(
          tag.name, part: tag.path[unknown.part], among: unknown.known, at: tag.location)
      })
  }
}
