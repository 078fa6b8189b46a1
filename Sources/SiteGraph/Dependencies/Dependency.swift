/// A part of a site that the making of a file read.
package struct Dependency: Hashable, Sendable {
  /// What was read.
  package enum Aspect: UInt32, CaseIterable {
    /// The front matter of a sheet, and its address.
    case sheet
    /// The title and the summary of a sheet, typeset.
    case card
    /// The text of a sheet, its headings and its fields in Markdown.
    case text
    /// The file of a sheet.
    case source
    /// The tags of a sheet and its words in other taxonomies, with the labels that all sheets give them.
    case tags
    /// The sheets that a sheet names, and those that name it, in fields.
    case relations
    /// The sheets whose texts link to a sheet.
    case backlinks
    /// The sheets most like a sheet, and why.
    case related
    /// The sheets around a sheet in the list of its folder.
    case neighbours
    /// A sheet in its languages.
    case versions
    /// A folder: its own page, its sheets, its folders.
    case section
    /// A tag, or a word of another taxonomy, and the sheets that bear it.
    case tag
    /// Something of the site as a whole; the element is one of ``Whole``.
    case whole

    /// Whether the elements of the aspect are sheets.
    package var isOfSheets: Bool { rawValue <= Self.versions.rawValue }
  }

  /// What is one for the whole site: a list of everything, or all that a look-up could have found.
  package enum Whole: Int, CaseIterable {
    /// Which sheets there are, in their order.
    case sheets
    /// The ids that may name a sheet.
    case ids
    /// Which folders there are.
    case folders
    /// Which tags there are, and how many sheets bear each.
    case tags
    case calendar
    case alphabet
    /// The dated sheets, the latest first.
    case latest
    /// The sheets of each type that views show.
    case types
    /// The pages that show sheets as pocket cards.
    case pocketCards
    case languages
    /// Which sheets are in which languages.
    case translations
    /// The files beside the sheets.
    case files
    /// The pictures that the configuration names.
    case identity
    /// The licences that folders give to their sheets.
    case licences
    case today
    /// Where the entries of menus lead.
    case menus
    /// Which words other taxonomies than the tags have, and how many sheets bear each.
    case terms
  }

  package let aspect: Aspect
  package let element: Int

  package init(_ aspect: Aspect, _ element: Int) {
    self.aspect = aspect
    self.element = element
  }

  package init(_ whole: Whole) { self.init(.whole, whole.rawValue) }

  /// The read in 32 bits.
  package var bits: UInt32 {
    aspect.rawValue << 27 | UInt32(truncatingIfNeeded: element) & 0x7FF_FFFF
  }

  /// Reads 32 bits; nil when they stand for no aspect.
  package init?(bits: UInt32) {
    guard let aspect = Aspect(rawValue: bits >> 27) else { return nil }
    self.init(aspect, Int(bits & 0x7FF_FFFF))
  }
}
