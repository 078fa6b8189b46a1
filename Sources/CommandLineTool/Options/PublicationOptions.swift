import SiteLoading
import ArgumentParser
import SiteBuilding

/// The options that decide what is published, and where: `explain` has to be told those of the build.
struct PublicationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Le dossier publié ; par défaut « output » dans la source.", valueName: "dossier"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "L’adresse du site, pour les liens canoniques et les flux.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Publie aussi les brouillons et les fiches datées du futur.")
  var drafts = false

  @Flag(help: "Écrit des liens qui s’ouvrent aussi depuis un disque.")
  var offline = false

  func validate() throws {
    if let baseURL, !BuildRequest.isBaseURL(baseURL) {
      throw ValidationError("--base-url : attendu « https://exemple.fr/ »")
    }
  }

  /// Returns the request of a build with these options.
  func request(_ site: SiteOptions) throws -> BuildRequest {
    var request = try site.request(output: output)
    request.options.baseURL = baseURL
    request.options.includesDrafts = drafts
    request.options.isOffline = offline
    return request
  }
}
