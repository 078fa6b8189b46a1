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
      licenceURL: commons.licence(of: index)?.canonicalURL, authors: sheet.authors,
      tags: commons.tagLabels(of: index),
      published: Timestamp(sheet.date), modified: Timestamp(commons.lastChange(of: index)),
      properties: isWhole ? SchemaProperties(context: self).members(of: index) : [])
  }
}
