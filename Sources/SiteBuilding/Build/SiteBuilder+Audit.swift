import Theming
import SiteGraph
import SiteLoading
import Diagnostics
import Outputs
import Proofreading

extension SiteBuilder {
  /// Returns the audit of the pages of a site as they would be published.
  func outputAudit(of site: PreparedSite) throws -> OutputAudit {
    let context = site.context(request, baseURL: try baseURL(of: site))
    let pages = site.plan.files.filter { $0 is any PageOutput }.map { file in
      OutputAudit.Page(path: file.path, sheet: file.sheet) {
        var unused: [Diagnostic] = []
        var renderer = FileRenderer(context, templates: site.templates)
        return try renderer.bytes(of: file, reporting: &unused)
      } sourceMap: {
        var renderer = FileRenderer(context, templates: site.templates)
        return renderer.page(of: file).flatMap {
          site.commons.site.theme.trace($0.template, $0.root)
        }
      }
    }
    return OutputAudit(
      site.commons, baseURL: context.baseURL, pages: pages, paths: site.plan.paths, workers)
  }
}
