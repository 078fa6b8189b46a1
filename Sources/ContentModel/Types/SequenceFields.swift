/// The fields of a type whose sheets are sequences: blocks of time that follow each other.
public struct SequenceFields: Sendable, Hashable {
  /// When it starts; times of day are durations since midnight.
  public let start: String
  /// When it must be over.
  public let end: String?
  /// How many people take part.
  public let people: String
  /// How many people run it.
  public let facilitators: String?
  /// How many people form a group.
  public let groupSize: String?
  /// The minutes between two blocks.
  public let buffer: String?
  /// Its format.
  public let format: String?
  /// The list of blocks.
  public let blocks: String
  /// In a block: the sheet of what the group does.
  public let activity: String
  /// In a block: its title.
  public let title: String
  /// In a block: how long it lasts.
  public let minutes: String
  /// In a block: how short it may become.
  public let least: String?
  /// In a block: when it must start.
  public let lock: String?
  /// In a block: whether it takes place together with the one before it.
  public let parallel: String?
  /// In a block: whether the group rests.
  public let rest: String?
  /// In a block: whether it goes on with what an earlier one began.
  public let continuation: String?
}

extension SequenceFields {
  /// Reads `sequence` of a type; nil when it lacks a part, which is then reported.
  init?(_ reader: inout MappingReader) {
    reader.expect([
      "debut", "fin", "personnes", "animation", "sous_groupe", "battement", "format", "blocs",
    ])
    guard let start = reader.string("debut"), let people = reader.string("personnes"),
      let node = reader.node("blocs"), var part = reader.reader(of: node),
      let list = part.string("liste"), let activity = part.string("activite"),
      let title = part.string("titre"), let minutes = part.string("minutes")
    else {
      reader.report(.incompleteFields(at: reader.location(ofKey: "debut")))
      return nil
    }
    self.start = start
    self.people = people
    end = reader.string("fin")
    facilitators = reader.string("animation")
    groupSize = reader.string("sous_groupe")
    buffer = reader.string("battement")
    format = reader.string("format")
    blocks = list
    self.activity = activity
    self.title = title
    self.minutes = minutes
    least = part.string("au_moins")
    lock = part.string("verrou")
    parallel = part.string("parallele")
    rest = part.string("pause")
    continuation = part.string("suite")
    for key in part.otherKeys() {
      reader.report(.unknownKey(key, known: ["liste", "activite"], at: part.location(ofKey: key)))
    }
  }

  /// The keys of the type that it names.
  var keys: [String] {
    [start, end, people, facilitators, groupSize, buffer, format, blocks].compactMap(\.self)
  }
}
