/// Why a picture cannot be shown.
public enum PictureProblem: Error, Sendable, Hashable {
  /// The file has no byte.
  case empty
  /// The file is not a picture of a format that is read.
  case unknownFormat
  /// The bytes are not what the format says.
  case damaged
  /// The picture has more pixels than a build takes in.
  case tooManyPixels(width: Int, height: Int)
  /// The file has more bytes than a build takes in.
  case tooManyBytes(limit: Int)
  /// The drawing declares entities, which can grow without end.
  case entities
  /// The drawing is in an encoding that is not read, by the name that it declares.
  case encoding(String)
  /// The drawing is not well-formed XML, from this line on.
  case notXML(line: Int)
  /// The library that reads pictures is not installed.
  case missingLibrary
}
