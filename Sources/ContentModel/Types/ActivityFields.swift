/// The fields of a type that tell what a group does, for how long and with what: its sheets may be parts
/// of a sequence, and pages have their data in a script.
public struct ActivityFields: Sendable, Hashable {
  /// The way to the minutes of its steps.
  public let minutes: String?
  /// The ways to the shortest and the longest time that it takes.
  public let length: [String]
  /// The ways to the least and the most people.
  public let people: [String]
  /// The way to how many people run it.
  public let facilitators: String?
  /// The field of its formats.
  public let format: String?
  /// The field of its phase, which the picture of a sequence shows.
  public let phase: String?
  /// The field of how lively it is, a scale or a vocabulary from calm to lively.
  public let energy: String?
  /// The fields that pages may choose by.
  public let criteria: [String]
  /// What it takes.
  public let materials: MaterialFields?

  /// The fields of what an activity takes.
  public struct MaterialFields: Sendable, Hashable {
    /// The list of objects.
    public let list: String
    /// In an object, its name, its quantity, what that is counted by, and whether it is used up.
    public let name, quantity, unit, consumed: String
    /// The terms that say that a quantity is that of a person, or of a group.
    public let personTerm, groupTerm: String
  }
}

extension ActivityFields {
  /// Reads `activite` of a type; nil when it lacks a part, which is then reported.
  init?(_ reader: inout MappingReader) {
    reader.expect([
      "minutes", "duree", "personnes", "animation", "format", "phase", "energie", "criteres",
      "materiel",
    ])
    minutes = reader.string("minutes")
    length = reader.strings("duree")
    people = reader.strings("personnes")
    guard length.count == 2, people.count == 2 else {
      reader.report(.incompleteFields(at: reader.location(ofKey: "duree", "personnes")))
      return nil
    }
    facilitators = reader.string("animation")
    format = reader.string("format")
    phase = reader.string("phase")
    energy = reader.string("energie")
    criteria = reader.strings("criteres")
    guard let node = reader.node("materiel"), var part = reader.reader(of: node) else {
      materials = nil
      return
    }
    materials = MaterialFields(
      list: part.string("liste") ?? "materiel", name: part.string("nom") ?? "nom",
      quantity: part.string("quantite") ?? "quantite", unit: part.string("par") ?? "par",
      consumed: part.string("consommable") ?? "consommable",
      personTerm: part.string("personne") ?? "personne",
      groupTerm: part.string("groupe") ?? "groupe")
    for key in part.otherKeys() {
      reader.report(.unknownKey(key, known: ["liste", "nom"], at: part.location(ofKey: key)))
    }
  }

  /// The keys of the type that it names.
  var keys: [String] {
    let paths = [minutes, facilitators, format, phase, energy, materials?.list].compactMap(\.self)
    return (paths + length + people + criteria).map { String($0.prefix { $0 != "." }) }
  }
}
