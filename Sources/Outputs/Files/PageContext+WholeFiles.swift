import SiteLoading
import ContentModel
package import Formats
import SiteGraph
import TextEncoding

extension PageContext {
  /// Makes the files that are about the whole site and belong to no page of it, but for the search
  /// index.
  ///
  /// - Parameters:
  ///   - former: The former addresses that have a page, each with its sheet.
  ///   - published: Returns what the published catalogue says of a sheet that is as it was.
  package func wholeFiles(
    former: [(path: String, sheet: Int)],
    after published: () -> ((Int) -> ArraySlice<UInt8>?)? = { nil }
  ) -> [PublishedFile] {
    let catalogue = PublishedFile(
      path: CatalogueFile.fileName, bytes: SiteCatalogue(self).encoded(after: published()))
    let robots = PublishedFile(
      path: Robots.fileName, bytes: Robots(baseURL: baseURL).encoded())
    return [catalogue, robots] + Sitemap(pages: mapped, baseURL: baseURL).encodedFiles()
      + SiteExports(context: self).files
      + (commons.declared.configuration.redirects.isEmpty
        ? []
        : SiteRedirects(context: self, pages: former).files)
  }

  /// The pages that the site map for programs lists: those that search engines may show.
  var mapped: [SitemapPage] {
    var hidden: Set<String> = []
    for (index, sheet) in commons.sheets.enumerated() where sheet.isNotIndexed {
      hidden.insert(commons.addresses[index])
    }
    func translations(_ versions: [PageTranslation]) -> [SitemapPage.Translation] {
      Self.translations(versions.filter { !hidden.contains($0.address) })
    }
    return commons.sheets.enumerated().filter { !$1.isNotIndexed }.map { index, sheet in
      SitemapPage(
        path: commons.addresses[index], modified: Timestamp(commons.modified(of: index)),
        translations: translations(commons.versions(of: index)))
    }
      + commons.sections.sections.filter { $0.index == nil && !$0.isUnlisted }.map { section in
        SitemapPage(
          path: section.id.isEmpty ? "" : Address.encode(section.id) + "/",
          translations: section.id.isEmpty && commons.translations.hasTranslations
            ? translations(commons.homes) : [])
      }
      + commons.languagesWithoutHome.map { language in
        SitemapPage(
          path: Address.encode(commons.home(of: language)),
          translations: translations(commons.homes))
      }
      + [SitemapPage(path: commons.layout.tagFolder)]
      + commons.tags.map { tag in
        SitemapPage(path: Address.encode(commons.layout.tagFolder + tag.key) + "/")
      }
      + mappedTaxonomies.map { page in
        SitemapPage(path: page.address, translations: Self.translations(page.versions))
      }
      + [
        SitemapPage(path: commons.layout.alphabetFolder),
        SitemapPage(path: commons.layout.siteMapFolder),
      ]
      + (commons.alphabet.isSplit ? commons.alphabet.letters : []).map { letter in
        SitemapPage(path: Address.encode(commons.layout.folder(of: letter)))
      }
  }

  /// A page in each of its languages, the original also for the readers of all others.
  private static func translations(_ versions: [PageTranslation]) -> [SitemapPage.Translation] {
    let all = versions.map { SitemapPage.Translation(language: $0.language, path: $0.address) }
    return all
      + all.prefix(1).map { SitemapPage.Translation(language: "x-default", path: $0.path) }
  }
}
