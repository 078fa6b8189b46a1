import ContentModel
import Formats
import SiteGraph
import SiteLoading
import TextEncoding
import Theming

/// What is published beside the pages of sheets, and what they say of themselves to programs.
extension PageContext {
  /// Returns the name of the archive of the sheet in a published folder, and of the folder in it: that of
  /// the folder.
  static func bundleName(in folder: String) -> String {
    folder.split(separator: "/").last.map { PortableName.path(String($0)) } ?? "accueil"
  }

  /// Returns the addresses of what is published beside the page of a sheet, from there.
  func exports(
    of sheet: Sheet, in folder: String, page: Int, links: PageLinks
  ) -> [(String, TemplateValue)] {
    let files: [(SheetExport, String, String)] = [
      (.source, "source_url", "index.md"), (.data, "data_url", "index.json"),
      (.bundle, "bundle_url", Self.bundleName(in: folder) + ".zip"),
      (.linkedData, "linked_data_url", "index.jsonld"),
    ]
    return files.compactMap { export, name, file in
      guard sheet.type.exports.contains(export) else { return nil }
      return (name, .text(page == 1 ? Address.encode(file) : links.file(folder + file)))
    }
  }

  /// Returns what the page of a sheet says of it to programs: all, or what is said of any sheet where a
  /// file beside the page says all.
  func linkedData(of index: Int) -> [UInt8] {
    let isWhole = !commons.sheets[index].type.exports.contains(.linkedData)
    return schemaData(of: index, isWhole: isWhole).encoded()
  }

  /// Returns what is said of a sheet in the words of schema.org.
  ///
  /// - Parameter isWhole: Whether what its type declares is among it.
  func schemaData(of index: Int, isWhole: Bool) -> LinkedData {
    let sheet = commons.sheets[index]
    return LinkedData(
      types: sheet.type.schemaClasses,
      url: baseURL?.url(of: commons.addresses[index]), name: titles[index],
      summary: sheets[index].summary, language: commons.language(of: index),
      licenceURL: commons.licence(of: index)?.url, authors: sheet.authors,
      tags: commons.tagLabels(of: index),
      published: Timestamp(sheet.date), modified: Timestamp(commons.lastChange(of: index)),
      properties: isWhole ? SchemaProperties(context: self).members(of: index) : [])
  }
}
