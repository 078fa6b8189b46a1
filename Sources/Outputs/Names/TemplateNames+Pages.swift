/// What every page may ask for.
extension TemplateNames {
  static let menuItem = TemplateNames(
    "an entry of a menu",
    [
      Entry("label", .text, "its words"), Entry("url", .text, "where it leads"),
      Entry("current", .flag, "whether this is the page"),
      Entry("hreflang", .text, "the language of where it leads, if it is another"),
      Entry("ancestor", .flag, "whether the page is below"),
    ])

  package static let page = TemplateNames(
    "`page`",
    [
      Entry("title", .text, "the title, for the `h1`"),
      Entry("head_title", .text, "the title with that of the site, for `<title>`"),
      Entry("summary", .text, "the summary, or the start of the first paragraph"),
      Entry("lead", .text, "the summary, for above the text; none where nobody wrote one"),
      Entry("lang", .text, "the language of the page"),
      Entry("url", .text, "its folder from the root of the site"),
      Entry("canonical", .text, "its whole address, when the site knows its own"),
      Entry(
        "kind", .text,
        "`home`, `section`, `sheet`, `tag`, `tags`, `search`, `a-z`, `sitemap` or `404`"),
      Entry("type", .text, "the id of the type of the sheet"),
      Entry("type_label", .text, "the type; none for `page`"),
      Entry("type_label_plural", .text, "the same for several sheets"),
      Entry("content", .markup, "the text of the sheet"),
      Entry("has_toc", .flag, "whether a table of contents helps: more than two headings"),
      Entry("toc", .list(heading), "the headings, two levels deep"),
      Entry("has_lead", .flag, "whether its text starts before the first heading"),
      Entry("report_url", .text, "where to report a mistake of it, if the site says so"),
      Entry("date", .object(date), "when it was first published"),
      Entry("updated", .object(date), "when it was last changed"),
      Entry(
        "contributors", .texts,
        "who changed it, after git: their names if the site gives them, or else how many they are"),
      Entry("edit_url", .text, "where to propose a change to it, if the site says so"),
      Entry(
        "propose_url", .text,
        "where to propose a sheet of its type, if the site names a forge or "
          + "an address"),
      Entry("tags", .list(tag), "the tags"), Entry("authors", .texts, "who wrote it"),
      Entry("licence", .object(licence), "the terms of its reuse"),
      Entry("credits_line", .text, "title, author, source and licence, to copy"),
      Entry("credits", .list(credit), "the works that it builds on"),
      Entry("origin", .object(origin), "the sheet of another site that it is made from"),
      Entry("breadcrumbs", .list(step), "the way from the home page"),
      Entry("previous", .object(link), "the sheet before in its folder"),
      Entry("next", .object(link), "the sheet after"),
      Entry("related", .list(relatedLink), "the sheets most alike"),
      Entry("elsewhere", .object(elsewhere), "the sheets of other labs most alike"),
      Entry("backlinks", .list(link), "the sheets that link to it"),
      Entry("relations", .list(relation), "the relations of its type, in both directions"),
      Entry("translations", .list(translation), "the same page in other languages"),
      Entry(
        "languages", .list(translation), "the same, with the language of the page, as a switch"),
      Entry(
        "alternates",
        .list(
          TemplateNames(
            "another language, for programs",
            [Entry("lang", .text, "the language"), Entry("url", .text, "the address")])),
        "the same page in every language, for programs"),
      Entry("interface_lang", .text, "the language of the words around the text"),
      Entry("main_lang", .text, "the language of the text, where it is not that one"),
      Entry("dir", .text, "`rtl` for a language written from right to left"),
      Entry("notices", .list(notice), "what is said first: drafts, translations and their age"),
      Entry("image", .object(image), "its picture"),
      Entry("social_image", .text, "the whole address of its image for sharing, if there is one"),
      Entry("source_url", .text, "the address of its Markdown, if it is published"),
      Entry("data_url", .text, "the address of its data in JSON, if it is published"),
      Entry("json_ld", .markup, "its linked data, for `<script type=\"application/ld+json\">`"),
      Entry("draft", .flag, "whether it is a draft"),
      Entry("status_notice", .text, "what readers must know first: a draft, a withdrawn sheet"),
      Entry("view", .object(view), "what it shows below its text: see docs/views.md"),
      Entry("feed_atom", .text, "the address of the Atom feed of its section, if it has one"),
      Entry("card_url", .text, "the address of its pocket card, if a page of cards shows it"),
      Entry("activity", .text, "the id under which a sequence takes it, if it may be part of one"),
      Entry("pocket", .text, "the id under which the page of cards takes it, if it shows it"),
      Entry(
        "qr_url", .text,
        "the address of the QR code that leads to it, if its type has one and the site its address"),
      Entry("canvas", .object(canvas), "its drawing and zones, for a sheet that is a canvas"),
      Entry("canvases", .list(canvas), "the canvases that it is linked to by relations"),
      Entry(
        "sequence", .object(sequence), "its times and materials, for a sheet that is a sequence"),
      Entry("event", .object(event), "when it takes place, for a sheet that is an event"),
    ])

  private static let translation = TemplateNames(
    "a translation",
    [
      Entry("lang", .text, "its language"), Entry("url", .text, "its address"),
      Entry("label", .text, "the language by its own name"),
      Entry("current", .flag, "whether it is that of the page"),
      Entry("home", .text, "« accueil » in that language, where it leads to its home page instead"),
    ])

  private static let notice = TemplateNames(
    "a notice",
    [
      Entry("text", .text, "what is said"),
      Entry("lang", .text, "the language of the text, where it is not that of the page"),
      Entry("url", .text, "where more is said"),
      Entry("url_lang", .text, "the language of what is there"),
      Entry("label", .text, "the words of that link"),
    ])

  private static let event = TemplateNames(
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
      Entry("tag", .object(tagOfPage), "tag: the tag"),
      Entry("elsewhere", .object(elsewhere), "tag: the sheets of other labs that bear it"),
      Entry("all_tags", .list(countedTag), "tags: all of them, by alphabetical order"),
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
