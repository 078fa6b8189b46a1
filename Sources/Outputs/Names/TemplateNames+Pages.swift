/// What every page may ask for.
extension TemplateNames {
  static let menuItem = menuGroupItem.adding(
    "an entry of a menu",
    [
      Entry("group", .flag, "whether it has entries below it"),
      Entry("has_page", .flag, "whether `url` is its own, and not that of its first entry"),
      Entry("children", .list(menuGroupItem), "the entries below it"),
    ])

  private static let menuGroupItem = TemplateNames(
    "an entry of a group",
    [
      Entry("label", .text, "its words"), Entry("url", .text, "where it leads"),
      Entry("current", .flag, "whether this is the page"),
      Entry("hreflang", .text, "the language of where it leads, if it is another"),
      Entry("ancestor", .flag, "whether the page is below"),
    ])

  static let alternate = TemplateNames(
    "another language, for programs",
    [Entry("lang", .text, "the language"), Entry("url", .text, "the address")])

  static let translation = TemplateNames(
    "a translation",
    [
      Entry("lang", .text, "its language"), Entry("url", .text, "its address"),
      Entry("label", .text, "the language by its own name"),
      Entry("current", .flag, "whether it is that of the page"),
      Entry("home", .text, "« accueil » in that language, where it leads to its home page instead"),
    ])

  static let notice = TemplateNames(
    "a notice",
    [
      Entry("text", .text, "what is said"),
      Entry("lang", .text, "the language of the text, where it is not that of the page"),
      Entry("url", .text, "where more is said"),
      Entry("url_lang", .text, "the language of what is there"),
      Entry("label", .text, "the words of that link"),
    ])

  static let event = TemplateNames(
    "an event",
    [
      Entry("time", .text, "when it takes place, in words"),
      Entry("cancelled", .flag, "whether it is cancelled"),
      Entry("file", .object(calendarFile), "its iCalendar file"),
    ])

  /// What is at the root: what pages of some kinds have besides `site`, `page`, `t`, `assets`, `data`.
  package static let root = TemplateNames(
    "the root",
    [
      Entry(
        "fields", .keyed(field), "sheet: the fields that it has, by key; any key may be asked for"),
      Entry("fields_list", .list(field), "sheet: the same in the order of the type"),
      Entry("items", .list(card), "section, tag: what this page of the list shows"),
      Entry("sections", .list(section), "home: the folders at the top"),
      Entry("latest", .list(card), "home: the sheets last changed"),
      Entry("latest_label", .text, "home: what they are, in words"),
      Entry("pagination", .object(pagination), "section, tag: the pages of the list, if several"),
      Entry("count_label", .text, "section, tag: how many sheets there are, in words"),
      Entry("tag", .object(tagOfPage), "tag: the tag, or the word of another taxonomy"),
      Entry("taxonomy", .object(taxonomy), "tag: what the word is of, unless it is a tag"),
      Entry("elsewhere", .object(elsewhere), "tag: the sheets of other labs that bear it"),
      Entry(
        "all_tags", .list(countedTag),
        "tags: all of them, by alphabetical order; terms, in the order of their vocabulary"),
      Entry("tag_groups", .list(tagGroup), "tags: the same by first letter"),
      Entry("letters", .list(letter), "a-z: the letters that start a title"),
      Entry("groups", .list(letterGroup), "a-z: the sheets by first letter"),
      Entry("tree", .list(branch), "sitemap: the pages by folder"),
      Entry("card", .object(printedCard), "carte-de-poche: the card whose two faces it writes"),
    ])

  private static let section = summarizedLink.adding(
    "a folder",
    [
      Entry("count", .number, "how many sheets it holds, at any depth"),
      Entry("count_label", .text, "the same in words"),
    ])

  private static let pagination = TemplateNames(
    "the pages of a list",
    [
      Entry("current", .number, "the number of this page"),
      Entry("total", .number, "how many there are"),
      Entry("previous", .text, "the address of the one before"),
      Entry("next", .text, "the address of the one after"),
      Entry(
        "pages",
        .list(
          TemplateNames(
            "a page of a list",
            [
              Entry("number", .number, "its number"), Entry("url", .text, "its address"),
              Entry("current", .flag, "whether this is the page"),
            ])), "the ends, and those around this one"),
    ])

  private static let tagOfPage = TemplateNames(
    "the tag of a page",
    [Entry("label", .text, "its words"), Entry("key", .text, "its name in addresses")])

  private static let taxonomy = TemplateNames(
    "a taxonomy",
    [Entry("label", .text, "its name"), Entry("url", .text, "the list of all its words")])

  static let taxonomyOfSheet = TemplateNames(
    "the words of a sheet in a taxonomy",
    [
      Entry("name", .text, "the name by which the site asks for it"),
      Entry("label", .text, "what readers see"),
      Entry("terms", .list(tag), "the words, with their pages"),
    ])

  private static let tagGroup = TemplateNames(
    "the tags of a letter",
    [Entry("letter", .text, "the letter, or `#`"), Entry("tags", .list(countedTag), "its tags")])

  private static let letter = TemplateNames(
    "a letter",
    [
      Entry("letter", .text, "the letter"), Entry("count", .number, "how many sheets it starts"),
      Entry("url", .text, "where they are"),
      Entry("current", .flag, "whether this is the page"),
    ])

  private static let letterGroup = TemplateNames(
    "the sheets of a letter",
    [
      Entry("letter", .text, "the letter"), Entry("id", .text, "an id for its heading"),
      Entry(
        "items",
        .list(link.adding("a title", [Entry("type_label", .text, "the type of the sheet")])),
        "its sheets"),
    ])

  private static let branch = link.adding(
    "a branch",
    [Entry("children", .list(TemplateNames("a branch", [])), "those below, with the same names")])
}
