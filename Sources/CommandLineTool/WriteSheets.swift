import ArgumentParser

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
