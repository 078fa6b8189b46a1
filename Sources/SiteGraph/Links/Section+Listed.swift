extension Section {
  /// What the list of the folder shows: its sheets, then the folders in it.
  package var listed: [Listed] { sheets.map(Listed.sheet) + children.map(Listed.folder) }

  /// An entry of the list of a folder.
  package enum Listed {
    case sheet(Int)
    case folder(Int)
  }
}
