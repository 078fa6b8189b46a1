import SiteBuilding
import SiteFiles
import SiteLoading
import Testing

/// `social_images` of `archipel.yaml`.
@Suite struct SocialImageTests {
  private static let template = """
    <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><text y="9">{{site}} {{type}}</text>
    {{#lines}}<text y="{{y}}" font-size="{{size}}">{{text}}</text>{{/lines}}</svg>
    """

  private func site(_ configuration: String, template: String = template) throws -> SampleSite {
    try SampleSite([
      "archipel.yaml": configuration + "theme: partage\n",
      "content/a.md": "# Tables & chaises <3\n",
      "themes/partage/templates/social.mustache": template,
    ])
  }

  @Test func drawsTheTitleOfEachSheet() async throws {
    let site = try site("social_images: true\nbase_url: https://exemple.fr/\n")
    #expect(try await site.build().findings == [])
    let image = Array(try #require(site.files["a/apercu.png"]))
    #expect(image.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(image[16..<24].elementsEqual([0, 0, 4, 176, 0, 0, 2, 118]))
  }

  @Test(arguments: ["base_url: https://exemple.fr/\n", "social_images: true\n"])
  func drawsNothingUnlessAskedForAndWithAnAddress(configuration: String) async throws {
    let site = try site(configuration)
    #expect(try await site.build().findings == [])
    #expect(site.files["a/apercu.png"] == nil)
  }

  @Test func keepsThePublishedSiteWhenTheTemplateDrawsNothing() async throws {
    let site = try site(
      "social_images: true\nbase_url: https://exemple.fr/\n", template: "<svg>{{title}}")
    #expect(try await site.build().findings == ["image.social content/a.md"])
    #expect(site.files.isEmpty)
  }
}
