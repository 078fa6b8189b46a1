import Glibc
import SiteFiles
package import SiteLoading

/// What a build depends on besides its source: another key, and nothing may be taken from it.
package struct BuildKey: Sendable, Equatable {
  /// The form of a record; another number for another form.
  private static let form = "archipel record 6"

  /// The request and the program, as one text.
  package let text: String
  /// The program and the libraries that it had loaded, and what the disk says of each.
  package let programs: SourceSnapshot

  /// Returns the key of a build with this request by the program that runs.
  package init(_ request: BuildRequest) {
    text = Self.text(of: request)
    let files = Self.filesAtFirst.union(Self.loadedFiles()).sorted()
    programs = SourceSnapshot(
      files.map { SourceSnapshot.Entry(path: $0, metadata: FileMetadata.of($0)) })
  }

  package init(text: String, programs: SourceSnapshot) {
    self.text = text
    self.programs = programs
  }

  /// Whether a build with this request now would be one with this key.
  package func fits(_ request: BuildRequest) -> Bool {
    text == Self.text(of: request)
      && programs.entries.allSatisfy { FileMetadata.of($0.path) == $0.metadata }
      && Self.filesAtFirst.isSubset(of: programs.entries.map(\.path))
  }

  /// The files that the program runs from before it asks for more: with another environment, others.
  private static let filesAtFirst = loadedFiles()

  private static func text(of request: BuildRequest) -> String {
    let program = FileMetadata.of("/proc/self/exe").map { "\($0)" } ?? "?"
    // The options whole, so that none can be forgotten.
    return [
      form, program, request.source, request.output, "\(request.options)",
    ].joined(separator: "\n")
  }

  /// The files that the program runs from: itself and its libraries.
  private static func loadedFiles() -> Set<String> {
    // The kernel gives this file no size to read it by.
    guard let maps = fopen("/proc/self/maps", "re") else { return [] }
    defer { fclose(maps) }
    var files: Set<String> = []
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, maps) > 0, let start = line {
      // A line ends with the path of the file, where there is one.
      guard let path = strchr(start, 0x2F), strstr(path, ".so") != nil else { continue }
      let length = strcspn(path, "\n")
      files.insert(
        String(
          decoding: UnsafeRawBufferPointer(start: path, count: length), as: UTF8.self))
    }
    return files
  }
}
