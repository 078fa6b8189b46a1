/// Which of several files at one address has it: the one of the lowest rank.
package enum AddressRank: Int, Sendable {
  /// The page of a sheet.
  case sheet
  /// A page of a list of sheets.
  case list
  /// A file that belongs to a page, or that pages need.
  case companion
  /// A page that Archipel makes of its own accord.
  case made
  /// A file that lies beside the sheets.
  case attachment
  /// A former address.
  case formerAddress
}
