import ArgumentParser
import Desk
import Diagnostics

/// `archipel desk`: opens the desk, where sheets are written, in the browser.
struct WriteSheets: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "Ouvre le bureau : les fiches s’écrivent dans le navigateur de cette machine.")

  @OptionGroup var options: SiteOptions

  // The browser keeps what was typed by the port: another one would not find it again.
  @Option(
    help: ArgumentHelp(
      "Le port du site ; le bureau prend le suivant ; 0 : des ports libres.", valueName: "n"))
  var port: UInt16 = 8090

  @Flag(inversion: .prefixedNo, help: "Ouvre le navigateur.")
  var open = true

  @Flag(
    help: ArgumentHelp(
      "Écrit plutôt admin/, un éditeur pour qui a un compte sur la forge du site (archipel.yaml)."))
  var forge = false

  func run() async throws {
    if forge { return try await writeEditor() }
    var serve = Serve()
    serve.options = options
    serve.port = port
    serve.open = open
    serve.drafts = true
    serve.write = true
    try await serve.run()
  }

  /// Writes the editor of the forge, and tells what is left to do.
  private func writeEditor() async throws {
    let console = Console(options.source.language)
    try await console.run {
      let source = options.source.source
      let editor = ForgeEditor(source: source, builtInThemes: try SharedFiles.locate().themes)
      switch try editor.write() {
      case .refused(let diagnostics):
        console.print(diagnostics, source: source, as: options.format)
        throw ExitCode(1)
      case .written(let files, let remarks):
        console.print(remarks, source: source, as: options.format)
        let names = files.joined(separator: ", ")
        console.say(
          LocalizedText(
            fr: """
              éditeur écrit : \(names)
              le programme qu’il lui faut n’est pas fourni : admin/LISEZMOI.txt dit lequel, et comment \
              se connecter
              """,
            en: """
              editor written: \(names)
              the program that it needs is not included: admin/LISEZMOI.txt tells which, and how to \
              log in
              """))
      }
    }
  }
}
