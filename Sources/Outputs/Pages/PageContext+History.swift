import ContentModel
import SiteGraph
import TextEncoding
import Theming

extension PageContext {
  /// Returns who changed a sheet, and where to propose a change to it.
  func contributions(to index: Int, _ format: ValueFormat) -> [(String, TemplateValue)] {
    var values: [(String, TemplateValue)] = []
    let people = commons.contributors(of: index)
    if configuration.namesContributors {
      values.append(("contributors", .list(people.map { .text(format.typeset($0)) })))
    } else if people.count > 1 {
      // One person tells nothing.
      values.append(
        ("contributors", [.text(format.words.text("nombre_personnes", count: people.count))]))
    }
    if let address = changeAddress(of: index, format) {
      values.append(("edit_url", .text(address)))
    }
    if let address = proposalAddress(besides: index, format) {
      values.append(("propose_url", .text(address)))
    }
    return values
  }
}
