import ContentModel
import SiteGraph
import Theming

extension ViewContext {
  /// Returns what a site may say of its accessibility, and what its audit found.
  func conformity(_ view: ConformityView) -> TemplateValue {
    let label =
      switch view.conformity {
      case .full: format.words.text("conformite_totale")
      case .partial: format.words.text("conformite_partielle")
      case .none: format.words.text("conformite_aucune")
      }
    var members: [(String, TemplateValue)] = [
      ("state", .text(view.conformity.rawValue)), ("label", .text(label)),
    ]
    if let audit = view.audit { members.append(("audit", self.audit(audit))) }
    return .object(TemplateObject(members, defaults: TemplateNames.conformity.defaults))
  }

  private func audit(_ audit: AccessibilityAudit) -> TemplateValue {
    var members: [(String, TemplateValue)] = [
      ("standard", .text(format.typeset(audit.standard))),
      ("auditor", .text(format.typeset(audit.auditor))),
      ("date", .text(format.date(audit.date))),
      ("rate", .text(format.number(Double(audit.rate) / 100))),
    ]
    switch audit.outcome {
    case .rate(_, let failures):
      members.append(("complete", .flag(true)))
      members.append(("topics", topics(failures.map { ($0, []) })))
    case .results(let results):
      members += [
        ("complete", .flag(results.isComplete)), ("met", .number(results.met)),
        ("applicable", .number(results.applicable)), ("tested", .number(results.tested)),
        ("criteria", .number(AccessibilityCriterion.count)),
        ("pages", .list(results.pages.map { .text(format.typeset($0)) })),
        ("topics", topics(results.failures.map { ($0.criterion, $0.pages) })),
      ]
    }
    return .object(TemplateObject(members, defaults: TemplateNames.audit.defaults))
  }

  /// Returns the criteria that are not met, by topic; they come in their order.
  private func topics(
    _ failures: [(criterion: AccessibilityCriterion, pages: [String])]
  ) -> TemplateValue {
    let names = format.words.list("rgaa_themes")
    var topics: [(topic: Int, criteria: [TemplateValue])] = []
    for (criterion, pages) in failures {
      if topics.last?.topic != criterion.topic { topics.append((criterion.topic, [])) }
      topics[topics.count - 1].criteria.append(
        .object([
          "number": .text(criterion.text), "pages": .list(pages.map { .text(format.typeset($0)) }),
        ]))
    }
    return .list(
      topics.map { topic, criteria in
        let name = names.indices.contains(topic - 1) ? names[topic - 1] : String(topic)
        return .object(["label": .text(name), "criteria": .list(criteria)])
      })
  }
}

extension SiteView {
  /// What the site may say of its accessibility: the state on the page that `accessibility` names.
  var conformity: Conformity {
    guard let id = declared.configuration.accessibility, let index = index(ofID: id),
      let view = sheets[index].conformity
    else { return .none }
    return view.conformity
  }
}

/// The names that a declaration of accessibility holds.
extension TemplateNames {
  static let conformity = TemplateNames(
    "a conformity",
    [
      Entry("state", .text, "`totale`, `partielle` or `aucune`"),
      Entry("label", .text, "the state in words: « partiellement conforme »"),
      Entry("audit", .object(audit), "the audit; none where none was made"),
    ])

  fileprivate static let audit = TemplateNames(
    "an audit",
    [
      Entry("standard", .text, "the rules and their version"),
      Entry("auditor", .text, "the organisation that made it"),
      Entry("date", .text, "its day"),
      Entry("rate", .text, "the share of criteria met, in percent"),
      Entry("complete", .flag, "whether every criterion was judged"),
      Entry("met", .number, "how many criteria are met, where each result is known"),
      Entry("applicable", .number, "how many apply to the site"),
      Entry("tested", .number, "how many were judged"),
      Entry("criteria", .number, "how many there are"),
      Entry("pages", .texts, "the audited pages"),
      Entry("topics", .list(topic), "the criteria that are not met, by topic"),
    ])

  private static let topic = TemplateNames(
    "a topic of criteria",
    [
      Entry("label", .text, "its name"),
      Entry("criteria", .list(criterion), "its criteria that are not met"),
    ])

  private static let criterion = TemplateNames(
    "a criterion that is not met",
    [
      Entry("number", .text, "its number: `3.2`"),
      Entry("pages", .texts, "the pages that do not meet it"),
    ])
}
