import Foundation

/// Which folders of a module name the types, or the members of extensions, of which others.
struct FolderGraph {
  private var arrows: [String: Set<String>] = [:]

  /// Makes the graph of a module.
  ///
  /// A type is known by its name. A member is known where one folder alone gives its name to anything:
  /// of any other, the name does not tell whose it is.
  ///
  /// - Parameters:
  ///   - files: The code of each file, by its path in the module.
  ///   - foreignNames: The names that other modules give to something.
  init(files: [String: SwiftCode], foreignNames: Set<Substring> = []) {
    var folderByName: [Substring: String] = [:]
    var foldersByDeclaredName: [Substring: Set<String>] = [:]
    for (path, code) in files {
      for name in code.declaredNames {
        foldersByDeclaredName[name, default: []].insert(Self.folder(of: path))
      }
    }
    for (path, code) in files {
      let own = Self.folder(of: path)
      for member in code.membersOfExtensions
      where foldersByDeclaredName[member] == [own] && !foreignNames.contains(member) {
        folderByName[member] = own
      }
    }
    for (path, code) in files {
      for type in code.types { folderByName[type] = Self.folder(of: path) }
    }
    for (path, code) in files {
      let own = Self.folder(of: path)
      for word in code.words {
        if let folder = folderByName[word], folder != own {
          arrows[own, default: []].insert(folder)
        }
      }
    }
  }

  private static func folder(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? parts.first.map(String.init) ?? "." : "."
  }

  /// The folders that lead back to themselves, by name.
  var foldersInCircles: [String] {
    arrows.keys.filter { reachable(from: $0).contains($0) }.sorted()
  }

  private func reachable(from folder: String) -> Set<String> {
    var reached: Set<String> = []
    var next = arrows[folder] ?? []
    while let folder = next.popFirst() {
      if reached.insert(folder).inserted { next.formUnion(arrows[folder] ?? []) }
    }
    return reached
  }
}
