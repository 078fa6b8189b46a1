/// The names of a sequence: what `docs/theme.md` says of it.
extension TemplateNames {
  static let sequence = TemplateNames(
    "a sequence",
    [
      Entry("start", .text, "when it starts"), Entry("end", .text, "when it ends"),
      Entry("duration", .text, "how long it lasts"),
      Entry("minutes", .number, "the same in minutes, at least 1"),
      Entry("rest", .text, "how long the group rests in all"),
      Entry("people", .number, "how many people take part"),
      Entry("facilitators", .number, "how many people run it"),
      Entry("blocks", .list(block), "its blocks of time"),
      Entry("materials", .list(material), "what it takes, object by object"),
      Entry("warnings", .texts, "what to know about it as a whole"),
      Entry("phases", .list(phase), "the phases of its blocks, each once"),
      Entry("energy", .object(energy), "what the heights of its drawing mean"),
      Entry("code", .text, "it as the part of an address after `#`, for the page that composes"),
    ])

  private static let phase = TemplateNames(
    "a phase of a sequence",
    [
      Entry("id", .text, "its id"), Entry("label", .text, "its name"),
    ])

  private static let energy = TemplateNames(
    "how lively a sequence is",
    [
      Entry("label", .text, "the name of the field"),
      Entry("least", .text, "the name of the calmest value"),
      Entry("most", .text, "the name of the liveliest value"),
    ])

  private static let block = TemplateNames(
    "a block of time",
    [
      Entry("start", .text, "when it starts"), Entry("end", .text, "when it ends"),
      Entry("minutes", .text, "how long it lasts, in words"),
      Entry("title", .text, "its own title, or that of its sheet"),
      Entry("sheet", .text, "the title of its sheet, if it has one"),
      Entry("url", .text, "the address of that sheet"),
      Entry("at", .number, "the minutes between the start of the sequence and its own"),
      Entry("length", .number, "how many minutes it lasts"),
      Entry("phase", .text, "the id of the phase of its sheet"),
      Entry("phase_label", .text, "the name of that phase"),
      Entry("energy", .text, "how lively its sheet says that it is, in words"),
      Entry("height", .number, "its height in the drawing, in thousandths: livelier is higher"),
      Entry("top", .number, "the thousandths above it: blocks at one time share the height"),
      Entry("rest", .flag, "whether the group rests"),
      Entry("locked", .flag, "whether its time is set"),
      Entry("parallel", .flag, "whether it takes place together with the one before it"),
      Entry("fields", .object(field), "the keys that the sheet gives it"),
      Entry("slack", .text, "the free time before it, in words"),
      Entry("warnings", .texts, "what to know about it"),
    ])

  private static let material = TemplateNames(
    "what a sequence takes",
    [
      Entry("name", .text, "the object"), Entry("total", .number, "how many of it"),
      Entry("blocks", .text, "the blocks that take it"),
    ])
}
