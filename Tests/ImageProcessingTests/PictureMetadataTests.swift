import ImageProcessing
import SamplePictures
import Testing

@Suite struct PictureMetadataTests {
  @Test func findsThePlaceOfAPhoto() {
    #expect(PictureMetadata.givesPlace(SamplePictures.turnedPhoto))
  }

  @Test func findsThePlaceInXMP() {
    let picture = SamplePictures.animatedGIF
    #expect(!PictureMetadata.givesPlace(picture))
    #expect(PictureMetadata.givesPlace(picture + "<rdf:li exif:GPSLatitude='48,6N'/>".utf8))
  }

  @Test(arguments: [
    [], Array("exif:GPSLatitude".utf8), Array(SamplePictures.turnedPhoto.prefix(40)),
    SamplePictures.png(width: 2, height: 2, colour: (1, 2, 3)),
  ])
  func findsNoneElsewhere(bytes: [UInt8]) {
    #expect(!PictureMetadata.givesPlace(bytes))
  }
}
