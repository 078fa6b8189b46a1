/// What `page.view` holds, under the name of its genre.
extension TemplateNames {
  package static let view = TemplateNames(
    "a view",
    [
      Entry("genre", .text, "which of the following it is"),
      Entry("agenda", .object(agenda), "events, month by month"),
      Entry("annuaire", .object(directory), "a directory: sheets under each of their words"),
      Entry("cartes", .object(cards), "cards, to read or to print"),
      Entry("catalogue", .object(catalogue), "cards that readers filter"),
      Entry("frise", .object(timeline), "what happened, year by year"),
      Entry("glossaire", .object(glossary), "the letters of a glossary"),
      Entry("graphe", .object(archipelago), "sheets as islands on a map, and as lists"),
      Entry("matrice", .object(matrix), "a table with two headers"),
      Entry("tableau", .object(board), "a board: a column for each value of a field"),
      Entry("types", .object(types), "the types of sheets, with their fields"),
    ])

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

  private static let board = TemplateNames(
    "a board",
    [
      Entry("label", .text, "the name of the field"),
      Entry("columns", .list(group(of: card)), "its columns"), more,
    ])

  private static let directory = TemplateNames(
    "a directory",
    [
      Entry("label", .text, "the name of the field"),
      Entry("groups", .list(group(of: card)), "its words, with their sheets"), more,
    ])

  private static let cards = TemplateNames(
    "cards",
    [
      Entry("poche", .flag, "whether they are pocket cards, four on a sheet of paper"),
      Entry("libre", .flag, "whether they take the room they need"),
      Entry("groups", .list(group(of: printedCard)), "the cards, in parts if the view says so"),
      more,
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

  private static let catalogue = TemplateNames(
    "a catalogue",
    [
      Entry("facets", .list(facet), "the fields that readers filter by"),
      Entry("count", .number, "how many sheets it shows"),
      Entry("count_label", .text, "the same in words"),
      Entry(
        "groups",
        .list(
          group(
            of: filteredCard,
            [Entry("others", .list(card), "the sheets whose card is in another group")])),
        "the cards, in parts if the view says so"), more,
    ])

  private static let filteredCard = card.adding(
    "a card to filter",
    [
      Entry("values", .text, "what filters compare, as `phase:ideation,evaluation but:clore`"),
      Entry("ranges", .text, "the same for numbers, as `groupe:12:120`"),
    ])

  private static let facet = TemplateNames(
    "a facet",
    [
      Entry("key", .text, "the key of the field"), Entry("label", .text, "its name"),
      Entry(
        "values",
        .list(
          TemplateNames(
            "a value to filter by",
            [
              Entry("id", .text, "the value"), Entry("label", .text, "its words"),
              Entry("count", .number, "how many sheets have it"),
              Entry("sign", .text, "the drawing of the term, if its vocabulary names one"),
            ])), "its values, when it has some"),
      Entry("sign", .text, "the drawing of the field, if its type names one"),
      Entry("ordered", .flag, "whether cards can be sorted by it: numbers and scales"),
      Entry(
        "range",
        .object(
          TemplateNames(
            "a range",
            [
              Entry("sense", .text, "`au-plus`, or `dans` when the number must be within"),
              Entry("before", .text, "the words in front of the number"),
              Entry("after", .text, "the words behind it"),
              Entry(
                "presets",
                .list(
                  TemplateNames(
                    "a preset",
                    [Entry("value", .text, "the number"), Entry("label", .text, "its words")])),
                "the numbers that the type offers"),
            ])), "its numbers, when it has some"),
    ])

  private static let glossary = TemplateNames(
    "a glossary",
    [
      Entry(
        "letters",
        .list(
          TemplateNames(
            "a letter of a glossary",
            [Entry("letter", .text, "the letter"), Entry("url", .text, "its first word")])),
        "the letters that start a word"),
      Entry("count", .number, "how many words there are"),
    ])

  private static let matrix = TemplateNames(
    "a matrix",
    [
      Entry("label", .text, "what is crossed with what"),
      Entry("rows_label", .text, "the name of the rows"),
      Entry("columns", .list(header), "the heads of the columns"),
      Entry(
        "rows",
        .list(
          header.adding(
            "a row",
            [
              Entry(
                "cells",
                .list(TemplateNames("a cell", [Entry("items", .list(entry), "what is in it")])),
                "its cells, one a column")
            ])), "the rows"), more,
    ])

  private static let header = TemplateNames(
    "the head of a row or column",
    [Entry("label", .text, "its words"), Entry("definition", .text, "the definition of its term")])

  private static let entry = TemplateNames(
    "an entry of a matrix",
    [
      Entry("title", .text, "its title"), Entry("text", .text, "a sentence, if it has one"),
      Entry("url", .text, "the sheet, if it is one"),
      Entry("state", .text, "its state, if it has one"),
      Entry("state_id", .text, "the id of the state"),
    ])
}
