import Testing

@testable import Tools

struct ArithmeticTests {
  @Test func reckonsTimesAsTheTableSays() throws {
    let table = try CaseTable.load()
    #expect(table.deroules.count >= 12)
    for entry in table.deroules {
      let schedule = SequenceSchedule(table.sequence(of: entry.deroule))
      let times = schedule.times.map { [$0.start, $0.minutes, $0.slack] }
      #expect(times == entry.temps, "\(entry.nom)")
      #expect(schedule.end == entry.fin, "\(entry.nom)")
      #expect(schedule.warnings.map(\.summary) == entry.alertes, "\(entry.nom)")
    }
  }

  @Test func addsUpMaterialsAsTheTableSays() throws {
    let table = try CaseTable.load()
    for entry in table.deroules {
      let list = ShoppingList(table.sequence(of: entry.deroule))
      #expect(list.items.map(CaseTable.Item.init) == entry.courses, "\(entry.nom)")
    }
  }

  @Test func scoresAsTheTableSays() throws {
    let table = try CaseTable.load()
    #expect(!table.scores.isEmpty)
    for entry in table.scores {
      let sheet = ScoreSheet(
        questions: entry.questions.map {
          ScoreSheet.Question(values: $0.valeurs, weight: $0.poids ?? 1)
        }, thresholds: entry.seuils)
      let total = entry.questions.reduce(0) { $0 + ($1.poids ?? 1) * $1.valeurs[$1.choix] }
      let result = CaseTable.Score.Result(
        total: total, haut: sheet.most, bas: sheet.least, seuil: sheet.threshold(for: total))
      #expect(result == entry.attendu, "\(entry.nom)")
    }
  }

  @Test func checksumsAddressesAsTheTableSays() throws {
    for pair in try CaseTable.load().sommes {
      #expect(AddressChecksum.digits(of: pair[0].utf8) == pair[1])
    }
  }

  @Test func reckonsAHundredLockedBlocksAtOnce() {
    let blocks = (0..<100).map { WorkshopSequence.Block(minutes: 5, lock: 540 + $0) }
    let schedule = SequenceSchedule(WorkshopSequence(start: 540, people: 1, blocks: blocks))
    #expect(schedule.end == 540 + 500)
    #expect(schedule.warnings.count { if case .lateLock = $0 { true } else { false } } == 99)
  }
}
