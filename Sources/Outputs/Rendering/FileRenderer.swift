package import Diagnostics
package import SiteGraph
package import Theming

/// Makes the bytes of one output after another; one a worker.
package struct FileRenderer {
  /// What templates read; its readings are those of the file that is made.
  package var context: PageContext
  package let templates: Templates
  private let recorder: DependencyRecorder?

  /// Creates a renderer.
  ///
  /// - Parameter recorder: Keeps what each file reads, when somebody asks for it.
  package init(_ context: PageContext, templates: Templates, _ recorder: DependencyRecorder? = nil)
  {
    self.context = recorder.map { PageContext(context, $0) } ?? context
    self.templates = templates
    self.recorder = recorder
  }

  /// The site, its readings those of the file that is made.
  package var commons: SiteView { context.commons }

  /// Makes a file; what its template asks for in vain is reported.
  package mutating func bytes(
    of output: any Output, reporting diagnostics: inout [Diagnostic]
  ) throws -> [UInt8] {
    recorder?.start()
    return try output.bytes(from: &self, reporting: &diagnostics)
  }

  /// Notes that the file that is made reads files of the source.
  func noteFiles() { recorder?.note(.files) }

  /// A page before it is written: its template, its values, and the file it comes from.
  package struct Page {
    package let template: TemplateName
    package let root: TemplateObject
    package let source: String
  }

  /// Returns what a page is written from; nil for a file that no template writes.
  package mutating func page(of output: any Output) -> Page? {
    guard let page = output as? any PageOutput,
      let template = page.template(in: templates, of: commons)
    else { return nil }
    return Page(
      template: template, root: page.values(&context), source: page.source(in: commons))
  }
}
