import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading

/// The data of what groups do, as a script for the pages that choose among them or compose sequences.
package struct ActivityData: Output {
  package let path = SiteLayout.activitiesFile
  package let origin = SiteLayout.activitiesFile

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    site.sheets.contains { $0.original == nil && !$0.isUnlisted && $0.type.activity != nil }
      ? [ActivityData()] : []
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(
      fr: "les données des activités, pour composer un déroulé",
      en: "the data of the activities, to compose a sequence")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    SiteActivities(renderer.context).encoded()
  }
}
