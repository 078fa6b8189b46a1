import Diagnostics
package import SiteFiles

/// Every file that a site is made from, and what the disk says of each.
package struct SourceSnapshot: Sendable, Equatable {
  /// A file, by its path on the disk.
  package struct Entry: Sendable, Equatable {
    package let path: String
    /// Nil when the file was being changed.
    package let metadata: FileMetadata?

    package init(
      path: String, metadata: FileMetadata?
    ) {
      self.path = path
      self.metadata = metadata
    }
  }

  package private(set) var entries: [Entry] = []

  package init(_ entries: [Entry] = []) {
    self.entries = entries
  }

  /// Whether each of its files was at rest: only then do equal snapshots mean equal bytes.
  package var isSettled: Bool { entries.allSatisfy { $0.metadata != nil } }

  /// Adds a file as it is now; nil when it is not there.
  package mutating func add(_ path: String) {
    guard let metadata = FileMetadata.ofSource(path) else { return }
    add(path, metadata.isSettled ? metadata : nil)
  }

  /// Adds a file as it was when it was read.
  package mutating func add(_ path: String, _ metadata: FileMetadata?) {
    entries.append(Entry(path: path, metadata: metadata))
  }

  /// Adds every file of a folder and of those in it, as they are now.
  package mutating func add(folder: String) {
    do {
      for child in try FolderEntry.list(folder) {
        let path = folder + "/" + child.name
        if child.kind == .folder { add(folder: path) } else { add(path) }
      }
    } catch {
      ReadFailures.note(error)
    }
  }
}

extension SourceSnapshot {
  /// Takes a snapshot of a source folder that has just been listed.
  package init(_ listing: SourceListing, _ folders: SourceFolders) {
    self.init(ofConfigurationIn: listing.folder.root)
    add(besideSheets: listing.folder, folders)
    for (file, metadata) in zip(listing.folder.sheets, listing.metadata) {
      add(file.diskPath, metadata)
    }
    for path in folders.included { add(path) }
  }

  /// Takes a snapshot of the configuration of a source folder, as it is now.
  package init(ofConfigurationIn root: String) {
    add(root + "/" + SourceName.configuration)
    // What other tools say counts where nobody has made a site.
    guard entries.isEmpty else { return }
    add(root + "/" + SourceName.misnamedConfiguration)
    for name in SettingsOfOtherTool.names + LanguageOfOtherTool.names { add(root + "/" + name) }
  }

  /// Adds all but the configuration and the sheets, as they are now.
  package mutating func add(besideSheets folder: SourceFolder, _ folders: SourceFolders) {
    if let synonyms = folder.synonyms { add(synonyms.diskPath) }
    for file in folder.types + folder.vocabularies + folder.data + folder.attachments {
      add(file.diskPath)
    }
    for file in folder.components { add(file.diskPath) }
    for file in folder.catalogues { add(file.diskPath) }
    for other in folder.leftOut { add(other.file.diskPath) }
    for file in folder.collections.files { add(file) }
    for theme in folders.themes { add(folder: theme) }
  }
}
