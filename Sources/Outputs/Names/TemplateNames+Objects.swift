/// The objects that several names hold.
extension TemplateNames {
  static let foreignLanguage = Entry(
    "lang", .text, "its language, where it is not that of the page")

  package static let link = TemplateNames(
    "a link",
    [
      Entry("title", .text, "the title of the page it leads to"),
      Entry("url", .text, "its address, relative to the page"), foreignLanguage,
    ])

  static let summarizedLink = link.adding(
    "a link with a summary", [Entry("summary", .text, "the summary of the page, if it has one")])

  static let relatedLink = summarizedLink.adding(
    "a related sheet",
    [
      Entry("reason", .text, "what the two sheets have in common"),
      Entry("type_label", .text, "its type, where it is another than that of the page"),
    ])

  package static let step = TemplateNames(
    "a step of the way",
    [
      Entry("label", .text, "the title of the page"),
      Entry("url", .text, "its address; none for the page itself"), foreignLanguage,
    ])

  package static let tag = TemplateNames(
    "a tag",
    [
      Entry("label", .text, "its words"), Entry("url", .text, "the address of its page"),
      foreignLanguage,
    ])

  static let countedTag = tag.adding(
    "a tag of the list", [Entry("count", .number, "how many sheets bear it")])

  package static let date = TemplateNames(
    "a day",
    [
      Entry("iso", .text, "for programs, as `2026-03-14`"),
      Entry("label", .text, "for readers, as `14 mars 2026`"),
    ])

  package static let licence = TemplateNames(
    "a licence",
    [
      Entry("id", .text, "its SPDX identifier"), Entry("label", .text, "its usual name"),
      Entry("url", .text, "the address of its text"),
    ])

  package static let image = TemplateNames(
    "an image",
    [
      Entry("url", .text, "its address"), Entry("alt", .text, "its alternative; often empty"),
      Entry("width", .number, "in pixels, when it is known"),
      Entry("height", .number, "in pixels, when it is known"),
      Entry("srcset", .text, "its addresses in several widths"),
      Entry("colour", .text, "the colour to show until it is there"),
      Entry("animation", .text, "where it moves, when the image is the first picture of several"),
    ])

  package static let heading = TemplateNames(
    "a heading",
    [
      Entry("id", .text, "its id in the page"), Entry("title", .text, "its text"),
      Entry("level", .number, "its level, 2 to 6"),
      Entry(
        "children", .list(TemplateNames("a heading", [])), "those below it, with the same names"),
    ])

  static let fact = TemplateNames(
    "a fact",
    [
      Entry("key", .text, "the key of the field"),
      Entry("label", .text, "the name of a field that its type shows in lists"),
      Entry("text", .text, "its value in a few words"),
      Entry("sign", .text, "the drawing of the field, if its type names one"),
      Entry("unit", .text, "what its numbers count, if its type says so"),
      Entry("steps", .list(scaleStep), "of a scale, its steps"),
      Entry("terms", .list(drawing), "of terms that all have a drawing, one by one"),
    ])

  private static let drawing = TemplateNames(
    "a drawing",
    [Entry("name", .text, "its name in the theme"), Entry("label", .text, "what it says")])

  private static let scaleStep = TemplateNames(
    "a step", [Entry("on", .flag, "whether the value reaches it")])

  package static let card = TemplateNames(
    "a card",
    [
      Entry("title", .text, "the title of the sheet or of the folder"),
      Entry("url", .text, "the address of its page"),
      Entry("summary", .text, "its summary, if it has one"),
      Entry("type", .text, "the id of its type; none for a folder"),
      Entry("type_label", .text, "its type; of a folder, how many sheets it holds"),
      Entry("date", .object(date), "its date, for a sheet of the type `page`"),
      Entry("tags", .list(tag), "its tags"),
      Entry("facts", .list(fact), "what its type shows in lists"),
      Entry(
        "sign", .object(drawing),
        "the drawing of its first term that has one, in the fields that its type shows in lists"),
      Entry("activity", .text, "the id under which a sequence takes it, if it may be part of one"),
      Entry("pocket", .text, "the id under which the page of cards takes it, if it shows it"),
      Entry("draft", .flag, "whether it is a draft"), foreignLanguage,
    ])

  package static let relation = TemplateNames(
    "a relation",
    [
      Entry("name", .text, "its key in the type"), Entry("label", .text, "its name for readers"),
      Entry("items", .list(summarizedLink), "the sheets that it leads to"),
    ])

  package static let field = TemplateNames(
    "a field", isOpen: true,
    [
      Entry("key", .text, "its key in the type"), Entry("label", .text, "its name for readers"),
      Entry("help", .text, "what the type says to writers"),
      Entry("present", .flag, "true: a field without a value is none"),
      Entry("text", .text, "its value as text; of a list, joined by commas"),
      Entry("html", .markup, "its value as HTML"),
      Entry("url", .text, "where it leads: a sheet, the page of a term, a file, an address"),
      Entry("hreflang", .text, "the language of where it leads, if it is another"),
      Entry("value", .declared, "the number or the yes or no that it is"),
      Entry(
        "items", .list(TemplateNames("a field", [])),
        "of a list, its values, which have most of these names"),
      Entry("total", .text, "of a list whose type adds up minutes (`cumul`): their sum"),
      Entry("clock", .text, "in such a list: the time before this value"),
      Entry("id", .text, "of a term, its id"),
      Entry("definition", .text, "of a term, its definition"),
      Entry("max", .declared, "of a scale, its highest step"),
      Entry(
        "steps",
        .list(scaleStep), "of a scale, its steps"),
      Entry("sign", .text, "of a term, its drawing, if its vocabulary names one"),
      Entry("mark", .text, "the drawing of the field, if its type names one"),
      Entry("unit", .text, "what its numbers count, if its type says so"),
      Entry("cards", .list(card), "of a field that shows cards, those of the sheets that it names"),
    ])

  static let calendarFile = TemplateNames(
    "a calendar file",
    [
      Entry("url", .text, "its address"), Entry("weight", .text, "its format and weight"),
    ])

  static let printedCard = card.adding(
    "a card to print",
    [
      Entry("id", .text, "its place on the page"),
      Entry("address", .text, "the address of the sheet, to be read on paper"),
      Entry("qr", .text, "the address of the QR code that leads to it, if it has one"),
      Entry("licence", .object(licence), "the terms of its reuse"),
      Entry("credits_line", .text, "title, author, source and licence"),
      Entry("fields", .keyed(field), "the fields that the view shows, by key"),
      Entry("fields_list", .list(field), "the same in order"),
    ])
}
