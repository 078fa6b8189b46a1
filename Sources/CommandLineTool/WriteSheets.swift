import ArgumentParser

/// `archipel desk`: opens the desk, where sheets are written, in the browser.
struct WriteSheets: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "Ouvre le bureau : les fiches s’écrivent dans le navigateur de cette machine.")

  @OptionGroup var options: SiteOptions

  @Option(help: ArgumentHelp("Le port ; 0 : un port libre.", valueName: "n"))
  var port: UInt16 = 0

  @Flag(inversion: .prefixedNo, help: "Ouvre le navigateur.")
  var open = true

  func run() async throws {
    var serve = Serve()
    serve.options = options
    serve.port = port
    serve.open = open
    serve.drafts = true
    serve.write = true
    try await serve.run()
  }
}
