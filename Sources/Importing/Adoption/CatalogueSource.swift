import Desk
import Diagnostics
import LinkChecking
import SiteFiles
import SiteLoading
import TextEncoding

/// Where the files of another site are read from: a folder, an archive, or the web.
///
/// Nothing is read outside of the folder, through a link, or from another host.
struct CatalogueSource {
  /// Why a file is not read.
  struct Problem: Error {
    let message: LocalizedText
    /// Whether nothing is at the address.
    var isMissing = false
  }

  private enum Place {
    case folder(String)
    case web(String)
  }

  private let place: Place
  /// What was unpacked, and goes with the source.
  private let work: WorkFolder?

  private static let largestFile = UploadedFile.largestSize

  private init(_ place: Place, work: WorkFolder? = nil) {
    self.place = place
    self.work = work
  }

  /// Opens what somebody names.
  ///
  /// - Throws: ``Problem`` when it is no such thing, ``EnvironmentFailure`` when it cannot be read.
  static func open(_ name: String) async throws -> CatalogueSource {
    if name.wholeMatch(of: /(?i)https?:\/\/.*/) != nil {
      let page = name.prefix { $0 != "#" && $0 != "?" }
      let file = ForeignCatalogue.fileName
      let base = page.hasSuffix("/" + file) ? page.dropLast(file.count) : page
      return CatalogueSource(.web(base.hasSuffix("/") ? String(base) : base + "/"))
    }
    if DiskFile.isFolder(name) { return CatalogueSource(.folder(name)) }
    guard let size = DiskFile.size(name) else {
      throw Problem(
        fr: "« \(name) » n’est ni un dossier, ni un fichier, ni une adresse en « https:// »",
        en: "“\(name)” is neither a folder, nor a file, nor an address in “https://”")
    }
    if name.hasSuffix(ForeignCatalogue.fileName) {
      let folder = name.dropLast(ForeignCatalogue.fileName.count)
      return CatalogueSource(.folder(folder.isEmpty ? "." : String(folder)))
    }
    guard size <= Archive.maxSize else { throw Problem.tooLong }
    let work = try WorkFolder()
    switch try await Archive.unpack(try DiskFile.contents(of: name), in: work, as: "site") {
    case .failure(let refusal): throw Problem(message: refusal.message)
    case .success(let archive):
      let catalogues = archive.paths.filter {
        $0 == ForeignCatalogue.fileName || $0.hasSuffix("/" + ForeignCatalogue.fileName)
      }
      guard let path = catalogues.min(by: { ($0.count, $0) < ($1.count, $1) }) else {
        throw Problem(
          fr: "cette archive ne contient pas de « commons.json »",
          en: "this archive holds no “commons.json”")
      }
      let folder = path.dropLast(ForeignCatalogue.fileName.count)
      return CatalogueSource(.folder(work.path + "/site/" + folder), work: work)
    }
  }

  /// Reads the catalogue.
  func catalogue() async throws(Problem) -> ForeignCatalogue {
    let bytes: [UInt8]
    do {
      bytes = try await read(ForeignCatalogue.fileName, atMost: ForeignCatalogue.largestSize)
    } catch {
      guard case .web = place, error.isMissing else { throw error }
      throw Problem(
        fr: "\(error.message.french) ; donnez l’adresse de l’accueil du site, pas celle d’une page",
        en: "\(error.message.english); give the address of the site’s home page, not of another")
    }
    guard let catalogue = ForeignCatalogue(bytes) else {
      throw Problem(
        fr:
          "« commons.json » n’est pas le catalogue d’un site : ce n’est pas du JSON, ou il n’a pas « sheets »",
        en: "“commons.json” is no catalogue of a site: it is no JSON, or lacks “sheets”")
    }
    return catalogue
  }

  /// Reads a file by its address relative to the root of the site.
  func read(_ address: String, atMost limit: Int = largestFile) async throws(Problem) -> [UInt8] {
    guard !address.hasPrefix("/"), address.wholeMatch(of: /(?i)[a-z][a-z0-9+.-]*:.*/) == nil,
      let path = PictureSource.path(PercentEncoding.decode(address), from: "")
    else {
      throw Problem(
        fr: "« \(address) » n’est pas dans ce site", en: "“\(address)” is not in this site")
    }
    switch place {
    case .folder(let folder):
      guard let path = ContentPath(path, content: "", isOfSite: true) else {
        throw Problem(
          fr: "« \(address) » n’est pas dans ce site", en: "“\(address)” is not in this site")
      }
      do { return try ContentFiles(source: folder).read(path, atMost: limit) } catch {
        throw Problem(error, address)
      }
    case .web(let base):
      do {
        return try await WebFile(name: "Archipel", atMost: limit).bytes(of: base + address)
      } catch {
        throw Problem(error, base + address)
      }
    }
  }
}

extension CatalogueSource.Problem {
  init(fr french: String, en english: String) {
    message = LocalizedText(fr: french, en: english)
  }

  init(_ failure: ContentFiles.Failure, _ address: String) {
    switch failure {
    case .missing:
      self.init(fr: "« \(address) » n’existe pas", en: "“\(address)” is not there")
    case .notPlain, .taken:
      self.init(
        fr: "« \(address) » passe par un lien symbolique, qui n’est pas suivi",
        en: "“\(address)” goes through a symbolic link, which is not followed")
    case .tooLong: self = .tooLong
    case .system(let code): self.init(message: LocalizedText(systemError: code))
    }
  }

  init(_ failure: WebFile.Failure, _ address: String) {
    switch failure {
    case .status(let code):
      self.init(
        fr: "« \(address) » : le serveur répond \(code)",
        en: "“\(address)”: the server says \(code)")
      isMissing = code == 404
    case .tooLong: self = .tooLong
    case .otherHost(let host):
      self.init(
        fr: "« \(address) » renvoie vers un autre serveur (\(host)), qui n’est pas suivi",
        en: "“\(address)” leads to another server (\(host)), which is not followed")
    case .unreachable(.endlessRedirects):
      self.init(
        fr: "« \(address) » renvoie sans fin d’une adresse à l’autre",
        en: "“\(address)” leads from one address to another without an end")
    case .unreachable(.timeOut):
      self.init(
        fr: "« \(address) » ne répond pas assez vite", en: "“\(address)” does not answer in time")
    case .unreachable:
      self.init(fr: "« \(address) » ne répond pas", en: "“\(address)” does not answer")
    case .missingProgram:
      self.init(
        fr: "le programme « curl » manque : apt install curl",
        en: "the program “curl” is missing: apt install curl")
    }
  }

  /// What is longer than what is read.
  static let tooLong = Self(
    fr: "ce fichier est trop long pour être lu", en: "this file is too long to be read")
}
