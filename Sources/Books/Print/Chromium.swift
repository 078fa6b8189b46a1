import FoundationEssentials
import Glibc
import SiteFiles
import Subprocess

/// The Chromium program, which prints a page of ours as PDF.
package struct Chromium {
  /// Chromium as Debian names it, then as others do.
  package static let names = ["chromium", "chromium-browser", "google-chrome"]
  /// How long it may print, in seconds.
  private static let seconds = 600

  private let path: String

  /// Finds the program; nil where it is not installed.
  ///
  /// - Parameter search: The folders to look in, separated by colons.
  package init?(in search: String) {
    let folders = search.split(separator: ":")
    let candidates = Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let path = candidates.first(where: { access($0, X_OK) == 0 }) else { return nil }
    self.path = path
  }

  /// Prints a page.
  ///
  /// The program asks no network for anything, keeps nothing, and reads but the folder of the page. Its
  /// sandbox is left out for root alone, whom it refuses to serve otherwise.
  ///
  /// - Parameters:
  ///   - page: The path of a file of HTML.
  ///   - folder: A folder for what it writes, which nobody else uses.
  /// - Returns: The PDF file.
  func print(_ page: String, in folder: String) async throws -> [UInt8] {
    let file = folder + "/livre.pdf"
    try? DiskFile.remove(file)
    let options =
      [
        "--headless", "--disable-gpu", "--disable-extensions", "--disable-background-networking",
        "--disable-sync", "--no-first-run", "--no-default-browser-check", "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
        "--user-data-dir=\(folder)/profil", "--no-pdf-header-footer", "--export-tagged-pdf",
        "--generate-pdf-document-outline", "--print-to-pdf=\(file)",
      ] + (geteuid() == 0 ? ["--no-sandbox"] : [])
    let said: String
    do {
      let result = try await run(
        .name("timeout"),
        arguments: Arguments(
          ["-k", "2", "\(Self.seconds)", path] + options + [Self.address(page)]),
        environment: .inherit.updating(["LC_ALL": "C.UTF-8", "HOME": folder]),
        input: .none, output: .discarded, error: .string(limit: 1 << 20))
      said = result.standardError
    } catch is SubprocessError {
      said = ""
    }
    do {
      return try DiskFile.read(file)
    } catch {
      throw EnvironmentFailure.unprinted(said)
    }
  }

  /// The address of a file.
  private static func address(_ path: String) -> String {
    URL(filePath: path).absoluteString
  }
}

extension EnvironmentFailure {
  /// Chromium has printed nothing.
  fileprivate static func unprinted(_ said: String) -> EnvironmentFailure {
    let last = said.split(separator: "\n").last.map(String.init) ?? ""
    return EnvironmentFailure(
      fr: "Chromium n’a pas écrit le PDF : \(last)", en: "Chromium has not written the PDF: \(last)"
    )
  }
}
