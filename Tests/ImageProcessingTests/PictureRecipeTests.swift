import ImageProcessing
import SamplePictures
import Testing

@Suite("Pictures made ready for pages")
struct PictureRecipeTests {
  private let recipe = PictureRecipe()

  @Test(arguments: [
    (2_000, [480, 960, 1_440]), (1_000, [480, 1_000]), (700, [480, 700]), (500, [500]),
    (12, [12]),
  ])
  func makesNoPictureWiderThanTheOriginal(width: Int, widths: [Int]) throws {
    let png = SamplePictures.png(width: width, height: 10, colour: (30, 110, 140))
    let picture = try recipe.derive(png)
    #expect(picture.variants.map(\.width) == widths)
    for variant in picture.variants {
      #expect(variant.bytes.starts(with: Array("RIFF".utf8)))
      #expect(variant.bytes.dropFirst(8).starts(with: Array("WEBP".utf8)))
    }
  }

  @Test func keepsProportions() throws {
    let png = SamplePictures.png(width: 1_000, height: 500, colour: (0, 0, 0))
    #expect(try recipe.derive(png).variants.map(\.height) == [240, 500])
  }

  @Test func knowsTheColourOfAnOpaquePictureAlone() throws {
    let opaque = SamplePictures.png(width: 8, height: 8, colour: (31, 111, 139))
    let veil = SamplePictures.png(width: 8, height: 8, colour: (31, 111, 139), alpha: 128)
    #expect(try recipe.derive(opaque).colour == Colour(red: 31, green: 111, blue: 139))
    #expect(try recipe.derive(opaque).colour?.description == "#1f6f8b")
    #expect(try recipe.derive(veil).colour == nil)
  }

  @Test func turnsAPhotoUprightAndLeavesOutWhereItWasTaken() throws {
    let picture = try recipe.derive(SamplePictures.turnedPhoto)
    #expect(picture.variants.map { [$0.width, $0.height] } == [[8, 16]])
    for name in ["Exif", "EXIF", "ICCP", "XMP "] {
      #expect(picture.variants[0].bytes.firstRange(of: Array(name.utf8)) == nil)
    }
  }

  @Test func takesTheFirstImageOfAnAnimation() throws {
    let picture = try recipe.derive(SamplePictures.animatedGIF)
    #expect(picture.isAnimated)
    #expect(picture.variants.map(\.width) == [2])
    let still = SamplePictures.png(width: 2, height: 2, colour: (0, 0, 0))
    #expect(try !recipe.derive(still).isAnimated)
  }

  @Test func makesTheSameBytesEachTimeOnAnyThread() async throws {
    let png = SamplePictures.png(width: 1_300, height: 40, colour: (200, 80, 60))
    let expected = try recipe.derive(png)
    let recipe = recipe
    try await withThrowingTaskGroup(of: DerivedPicture.self) { group in
      for _ in 0..<6 { group.addTask { try recipe.derive(png) } }
      for try await made in group { #expect(made == expected) }
    }
  }

  @Test(arguments: [
    ([], PictureProblem.empty),
    (Array("Une note rangée sous un nom d’image.".utf8), .unknownFormat),
    (Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8), .unknownFormat),
    (Array("GIF89a".utf8), .damaged),
    ([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], .damaged),
    (Array(SamplePictures.png(width: 90, height: 90, colour: (1, 2, 3)).dropLast(9_000)), .damaged),
    (SamplePictures.emptyPNG(width: 300, height: 300), .damaged),
    (
      SamplePictures.emptyPNG(width: 60_000, height: 60_000),
      .tooManyPixels(width: 60_000, height: 60_000)
    ),
  ])
  func refusesWhatIsNoPicture(bytes: [UInt8], problem: PictureProblem) {
    #expect(throws: problem) { try recipe.derive(bytes) }
  }

  @Test func drawsWhatIsDescribedInSVG() throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>
      """
    let png = try Drawing.png(of: Array(svg.utf8))
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(png[16..<24].elementsEqual([0, 0, 0, 40, 0, 0, 0, 20]))
  }
}
