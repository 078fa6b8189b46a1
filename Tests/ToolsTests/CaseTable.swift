import Foundation

@testable import Tools

/// The table of cases that the program and the page both reproduce.
struct CaseTable: Decodable {
  struct Sequence: Decodable {
    let nom: String
    let deroule: Settings
    let temps: [[Int]]
    let fin: Int
    let alertes: [String]
    let courses: [Item]
  }

  struct Settings: Decodable {
    let debut: Int
    let fin: Int?
    let personnes, animation, sousGroupe, battement: Int
    let format: String?
    let blocs: [Block]
  }

  struct Block: Decodable {
    let activite: String?
    let minutes: Int
    let moins, verrou: Int?
    let parallele, pause, suite: Bool?
  }

  struct Activity: Decodable {
    let minutes: Int
    let duree, personnes: [Int]
    let animation: Int
    let formats: [String]
    let materiel: [Material]
  }

  struct Material: Decodable {
    let value: Tools.Material

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      let name = try list.decode(String.self)
      let quantity = try list.decode(Double.self)
      let unit = Tools.Material.Unit(rawValue: try list.decode(String.self)) ?? .workshop
      value = Tools.Material(name, quantity, per: unit, isConsumed: try list.decode(Bool.self))
    }
  }

  struct Item: Decodable, Equatable {
    let name: String
    let total: Int

    init(_ item: ShoppingList.Item) {
      name = item.name
      total = item.total
    }

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      name = try list.decode(String.self)
      total = try list.decode(Int.self)
    }
  }

  struct Score: Decodable {
    struct Question: Decodable {
      let valeurs: [Double]
      let poids: Double?
      let choix: Int
    }

    struct Result: Decodable, Equatable {
      let total, haut, bas: Double
      let seuil: Int?
    }

    let nom: String
    let questions: [Question]
    let seuils: [Double]
    let attendu: Result
  }

  let activites: [String: Activity]
  let deroules: [Sequence]
  let scores: [Score]
  let sommes: [[String]]

  /// Reads the table beside the other fixtures.
  static func load() throws -> CaseTable {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Fixtures/tools/cases.json")
    return try JSONDecoder().decode(CaseTable.self, from: Data(contentsOf: file))
  }

  /// Returns the sequence of a case.
  func sequence(of settings: Settings) -> WorkshopSequence {
    WorkshopSequence(
      start: settings.debut, end: settings.fin, people: settings.personnes,
      facilitators: settings.animation, groupSize: settings.sousGroupe,
      buffer: settings.battement, format: settings.format,
      blocks: settings.blocs.map { block in
        WorkshopSequence.Block(
          activity: block.activite.flatMap { activites[$0] }.map(activity), minutes: block.minutes,
          least: block.moins, lock: block.verrou, isParallel: block.parallele ?? false,
          isRest: block.pause ?? false, isContinuation: block.suite ?? false)
      })
  }

  private func activity(_ activity: Activity) -> Tools.Activity {
    Tools.Activity(
      minutes: activity.minutes, length: activity.duree[0]...activity.duree[1],
      people: activity.personnes[0]...activity.personnes[1], facilitators: activity.animation,
      formats: activity.formats, materials: activity.materiel.map(\.value))
  }
}
