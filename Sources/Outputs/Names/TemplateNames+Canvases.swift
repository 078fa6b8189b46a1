/// The names of a canvas: what `docs/theme.md` says of it.
extension TemplateNames {
  static let canvas = TemplateNames(
    "a canvas",
    [
      Entry("title", .text, "its title"), Entry("url", .text, "the address of its sheet"),
      Entry("drawing", .text, "that of its drawing, an SVG of the size of A4"),
      Entry("alternative", .text, "what the drawing says, in words"),
      Entry("portrait", .flag, "whether the paper stands upright"),
      Entry("legend", .text, "the sentence at its foot"),
      Entry("zones", .list(canvasZone), "its zones, in the order of reading"),
    ])

  private static let canvasZone = TemplateNames(
    "a zone of a canvas",
    [
      Entry("title", .text, "its title"),
      Entry("prompt", .text, "what helps to fill it in"),
    ])
}
