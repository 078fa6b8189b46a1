package import ContentModel
package import Diagnostics
import SiteLoading

extension LinkedSite {
  /// Returns the terms of a sheet: its own, those of the nearest folder above whose own page gives
  /// some, or those of the site.
  package func licence(of index: Int) -> Licence? {
    recorder?.note(.sheet, index)
    recorder?.note(.licences)
    let sheet = site.sheets[index]
    return sheet.licence ?? collection(of: sheet).licence
  }

  /// The licences that folders give to the sheets in them, by the ids of the folders; the home page
  /// speaks for itself alone.
  static func sectionLicences(_ sheets: [Sheet]) -> [String: Licence] {
    var licences: [String: Licence] = [:]
    for sheet in sheets where sheet.isIndex && !sheet.id.isEmpty {
      licences[sheet.id] = sheet.licence
    }
    return licences
  }

  /// Returns the collection that a sheet lies in: the terms that it has when it gives none, and the
  /// folder that gives them, nil for the site.
  private func collection(of sheet: Sheet) -> (licence: Licence?, folder: String?) {
    guard !sectionLicences.isEmpty else { return (site.configuration.licence, nil) }
    var folder = sheet.folder
    while !folder.isEmpty {
      if let licence = sectionLicences[folder] { return (licence, folder) }
      folder = folder.split(separator: "/").dropLast().joined(separator: "/")
    }
    return (site.configuration.licence, nil)
  }

  /// Reports what the terms of a sheet, or of what it reuses, forbid.
  package func checkLicences(reporting diagnostics: inout [Diagnostic]) {
    for sheet in site.sheets {
      let collection = collection(of: sheet)
      let key = sheet.locations["licence"] == nil ? "license" : "licence"
      // A translation that names no terms has those of its original, which are told there.
      let isOwn = sheet.original == nil || sheet.locations[key] != nil
      if isOwn, let own = sheet.licence, let promised = collection.licence,
        let rule = own.rule(againstCollectingIn: promised)
      {
        diagnostics.append(
          .unfitLicence(
            own, in: promised, ofFolder: collection.folder, rule, at: sheet.location(of: key)))
      }
      guard let licence = sheet.licence ?? collection.licence else { continue }
      let origin = sheet.origin?.url
      for work in sheet.works {
        guard let given = work.licence, given != licence || work.changes != nil else { continue }
        if work.changes != nil || (origin != nil && work.source == origin) {
          guard let rule = given.rule(againstAdaptingInto: licence) else { continue }
          diagnostics.append(
            .unfitAdaptation(
              of: work, given, into: licence, rule, at: work.location ?? sheet.worksLocation))
        } else if work.picture != nil, let rule = given.rule(againstCollectingIn: licence) {
          diagnostics.append(
            .unfitPicture(
              work, given, in: licence, rule, at: work.pictureLocation ?? sheet.worksLocation))
        }
      }
    }
  }
}
