import SiteLoading
import ArgumentParser
import Diagnostics
import FoundationEssentials
import Glibc
import PreviewServer
import SiteBuilding

/// `archipel serve`: shows the site in the browser of this machine while it is written.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Montre le site dans le navigateur de cette machine, et suit les changements.")

  @OptionGroup var options: SiteOptions

  @Option(help: ArgumentHelp("Le port ; 0 : un port libre.", valueName: "n"))
  var port: UInt16 = 8080

  @Flag(help: "Ouvre le site dans le navigateur.")
  var open = false

  @Flag(help: "Montre aussi les brouillons et les fiches à venir.")
  var drafts = false

  @Flag(help: "Permet d’écrire les fiches dans le navigateur, au port suivant, brouillons compris.")
  var write = false

  func run() async throws {
    let language = options.source.language
    let console = Console(language)
    try await console.run {
      var request = try options.request(output: nil)
      // A preview may outlive the folder that it was started in.
      request.source = URL(filePath: request.source).standardizedFileURL.path
      request.output = request.source + "/output"
      request.clock = { (SiteOptions.today, SiteOptions.moment) }
      request.options.includesDrafts = drafts || write
      try await PreviewServer(request, port: port, isWriting: write, language: language) {
        tell($0, console)
      }.run()
    }
  }

  private func tell(_ event: PreviewServer.Event, _ console: Console) {
    switch event {
    case .listening(let address):
      console.say(
        LocalizedText(
          fr: "aperçu sur \(address) (Ctrl+C pour arrêter)",
          en: "preview at \(address) (Ctrl+C to stop)"))
      if open, !write { Self.browse(address) }
    case .writing(let address):
      console.say(
        LocalizedText(
          fr: "pour écrire : \(address)\n(cette adresse est une clé : gardez-la pour vous)",
          en: "to write: \(address)\n(this address is a key: keep it to yourself)"))
      if open { Self.browse(address) }
    case .rebuilt(let rebuild):
      console.say(RebuildLine(rebuild).text)
      if rebuild.isNews { console.printError(rebuild.problems) }
      if options.timings { console.printTimings([("rebuild", rebuild.duration / .seconds(1))]) }
    case .lookingAtFiles(let reason):
      console.say(
        LocalizedText(
          fr: "le système ne peut pas suivre tous les dossiers (\(reason)) : les fichiers sont "
            + "relus chaque seconde. Pour des changements montrés aussitôt : "
            + "sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512",
          en: "the system cannot follow all folders (\(reason)): files are looked at every second. "
            + "For changes shown at once: "
            + "sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512"))
    }
  }

  /// Opens an address in the browser; a machine without one shows the address alone.
  private static func browse(_ address: String) {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let variables = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
    let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(address), nil]
    let environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { (arguments + environment).forEach { free($0) } }
    var process = pid_t()
    posix_spawnp(&process, "xdg-open", &files, nil, arguments, environment)
  }
}
