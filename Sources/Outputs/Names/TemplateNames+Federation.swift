/// The names of the sheets of other labs.
extension TemplateNames {
  static let federatedSheet = summarizedLink.adding(
    "a sheet of another lab",
    [
      Entry("type_label", .text, "its type, where this site has it"),
      Entry("lab", .text, "the name of its lab; none for a sheet of this site"),
      Entry("licence_label", .text, "the terms of its reuse"),
      Entry("licence_url", .text, "the address of their text, where they are known"),
    ])

  package static let elsewhere = TemplateNames(
    "sheets of other labs",
    [
      Entry("id", .text, "an id for their heading"),
      Entry("items", .list(federatedSheet), "the sheets, whose addresses are those of their labs"),
      more,
    ])
}
