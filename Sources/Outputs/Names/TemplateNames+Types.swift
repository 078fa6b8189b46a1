/// What `page.view.types` holds.
extension TemplateNames {
  package static let types = TemplateNames(
    "types of sheets",
    [
      Entry("common", .list(guide), "the fields of every sheet, then those of most types"),
      Entry(
        "items",
        .list(
          TemplateNames(
            "a type",
            [
              Entry("id", .text, "its name in front matter"),
              Entry("label", .text, "its name for readers"),
              Entry("description", .text, "what its sheets are for"),
              Entry("folder", .text, "the folder of its sheets"),
              Entry("lacking", .text, "the fields of most types that it does not have"),
              Entry("fields", .list(guide), "the fields that it adds, relations last"),
            ])), "the types"),
      Entry(
        "vocabularies",
        .list(
          vocabulary.adding(
            "a vocabulary and its terms",
            [
              Entry(
                "terms",
                .list(
                  TemplateNames(
                    "a term to write",
                    [
                      Entry("id", .text, "what front matter says"),
                      Entry("label", .text, "what readers see"),
                      Entry("definition", .text, "what it means"),
                    ])), "its terms")
            ])), "the vocabularies that fields take terms of"),
    ])

  private static let vocabulary = TemplateNames(
    "a vocabulary",
    [Entry("id", .text, "its name"), Entry("label", .text, "its name for readers")])

  private static let guide = TemplateNames(
    "a field to fill in",
    [
      Entry("key", .text, "its key"), Entry("others", .text, "the other spellings of its key"),
      Entry("label", .text, "its name for readers"),
      Entry("inside", .text, "the keys of the objects that it is in"),
      Entry("depth", .number, "how many objects it is in"),
      Entry("required", .flag, "whether every sheet must have it"),
      Entry("help", .text, "what writers are told"),
      Entry("kind", .text, "what it may hold, in words"),
      Entry("values", .text, "the steps of its scale, or the types that it may name"),
      Entry("vocabulary", .object(vocabulary), "the vocabulary of its terms"),
      Entry("otherwise", .text, "the value of a sheet that gives none"),
      Entry("inverse", .text, "the name under which the other sheet shows this one"),
      Entry("example", .text, "a line of front matter"),
    ])
}
