import ContentModel
import SiteGraph
import TextEncoding
import Theming

extension PageContext {
  /// Returns who changed a sheet, after git: names if the site gives them, or else how many.
  func contributors(to index: Int, _ format: ValueFormat) -> TemplateValue {
    let people = commons.contributors(of: index)
    if commons.declared.configuration.namesContributors {
      return .list(people.map { .text(format.typeset($0)) })
    }
    // One person tells nothing.
    guard people.count > 1 else { return .none }
    return [.text(format.words.text("nombre_personnes", count: people.count))]
  }
}
