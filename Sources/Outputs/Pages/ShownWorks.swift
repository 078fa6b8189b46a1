import ContentModel
import SiteGraph
import Theming

/// The works that a sheet builds on, as templates read them.
struct ShownWorks {
  let credits: [TemplateValue]
  /// The sheet of another site that the sheet is made from.
  let origin: TemplateValue
}
