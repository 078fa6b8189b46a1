/// What is published beside the page of each sheet of a type, where the type asks for it.
public enum SheetExport: String, Sendable, Hashable, CaseIterable {
  /// The sheet as it was written, `index.md`.
  case source
  /// Its data, `index.json`.
  case data = "donnees"
  /// A code that leads to its page, `qr.svg`.
  case code = "qr"
  /// All that it takes to reuse it, as one ZIP file.
  case bundle = "paquet"
  /// All its linked data, `index.jsonld`; its page then holds the short part of them.
  case linkedData = "jsonld"
}
