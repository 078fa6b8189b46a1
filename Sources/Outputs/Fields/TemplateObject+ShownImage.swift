import MarkdownRendering
import Theming

extension TemplateObject {
  /// Creates what templates read of a picture.
  init(_ image: ShownImage, alternative: String) {
    self.init([
      ("url", .text(image.url)), ("alt", .text(alternative)),
      ("width", image.width.map { .number($0) } ?? .none),
      ("height", image.height.map { .number($0) } ?? .none),
      ("srcset", .optional(image.sourceSet)), ("colour", .optional(image.colour)),
      ("animation", .optional(image.animation)),
    ])
  }
}
