package import Calendars
package import ContentModel
package import Diagnostics
package import SiteLoading

/// What files are made from, each reading noted where somebody records them.
extension LinkedSite {
  /// The day of a sheet's last change.
  package func lastChange(of sheet: Int) -> CalendarDate? {
    recorder?.note(.sheet, sheet)
    return site.lastChanges[sheet]
  }

  /// The day that lists and feeds sort a sheet by.
  package func latestDate(of sheet: Int) -> CalendarDate? {
    recorder?.note(.sheet, sheet)
    return site.latestDate(of: sheet)
  }

  /// The day since which a sheet is what it is, for programs.
  package func modified(of sheet: Int) -> CalendarDate? {
    recorder?.note(.sheet, sheet)
    return site.modified(of: sheet)
  }

  /// Who changed a sheet, the first to have done so first.
  package func contributors(of sheet: Int) -> [String] {
    recorder?.note(.sheet, sheet)
    return site.contributors(of: sheet)
  }

  /// Returns the tags of a sheet, as indices of ``tags``; a translation has those of its original.
  package func tags(of sheet: Int) -> [Int] {
    let original = translations.original(of: sheet)
    recorder?.note(.tags, original)
    return tagIndex.tagsBySheet[original]
  }

  /// Returns the label of a tag of a sheet that was asked for its tags, which the labels belong to.
  package func label(ofTag tag: Int) -> String { tagIndex.tags[tag].label }

  /// Returns the sheet with an id.
  package func index(ofID id: String) -> Int? {
    guard let index = directory.index(ofID: id) else {
      recorder?.note(.ids)
      return nil
    }
    recorder?.note(.sheet, index)
    return index
  }

  /// Returns the sheets that a sheet names in its fields, and those that name it.
  package func relations(of sheet: Int) -> [Relations.Group] {
    recorder?.note(.relations, sheet)
    return relations.groups[sheet]
  }

  /// Returns the sheet that a reference of a sheet leads to.
  package func target(of reference: SourceLocation) -> Int? {
    if let recorder, case .sheet(let index) = directory.match(path: reference.path) {
      recorder.note(.relations, translations.original(of: index))
    }
    return relations.targets[reference]
  }

  /// The sheets by the first letter of their titles.
  package var alphabet: Alphabet {
    recorder?.note(.alphabet)
    return allLetters
  }

  /// The sheets of the types that views show, in the order of each type.
  var sheetsByType: [String: [Int]] {
    recorder?.note(.types)
    return allSheetsByType
  }

  /// The events of the site.
  package var calendar: SiteCalendar {
    recorder?.note(.calendar)
    return allEvents
  }

  /// Returns the event of a sheet, which is read in its front matter alone.
  package func event(of sheet: Int) -> SiteEvent? {
    recorder?.note(.sheet, sheet)
    return allEvents.event(of: sheet)
  }

  /// The files beside the sheets, by their paths below the content folder.
  package var attachments: [String: SourceFolder.File] {
    recorder?.note(.files)
    return allAttachments
  }

  /// What the source files are called, for what a dead link may have meant.
  var sourceNames: SourceNames {
    recorder?.note(.files)
    return allSourceNames.value
  }
}
