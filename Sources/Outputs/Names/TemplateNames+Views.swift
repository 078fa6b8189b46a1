/// What the names of several views share.
extension TemplateNames {
  /// What a view says of the sheets that it leaves out.
  package static let more = Entry(
    "more",
    .object(
      TemplateNames(
        "what is left out",
        [
          Entry("label", .text, "how many sheets are left out, in words"),
          Entry("url", .text, "where they are"),
        ])), "the sheets past the limit of a view")

  package static func group(of items: TemplateNames, _ besides: [Entry] = []) -> TemplateNames {
    TemplateNames(
      "a group of sheets",
      [
        Entry("id", .text, "an id for its heading"),
        Entry("label", .text, "its words; empty for all sheets"),
        Entry("definition", .text, "the definition of its term"),
        Entry("count", .number, "how many sheets it holds"),
        Entry("count_label", .text, "the same in words"),
        Entry("items", .list(items), "its sheets"),
        more, Entry("without", .flag, "whether it is of those without a value"),
      ] + besides)
  }

  static func period(of items: TemplateNames) -> TemplateNames {
    TemplateNames(
      "a period with \(items.title)",
      [
        Entry("id", .text, "an id for its heading"), Entry("label", .text, "the month or the year"),
        Entry("items", .list(items), "what takes place in it"),
      ])
  }
}
