import Testing

@testable import TextEncoding

@Suite struct LanguageCountTests {
  private func finding(_ text: String, times: Int = 10) -> LanguageCount.Finding {
    var count = LanguageCount()
    for _ in 0..<times { count.add(Array(text.utf8)[...]) }
    return count.finding
  }

  /// The first article of the Universal Declaration of Human Rights.
  @Test(arguments: [
    ("fr", "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont"),
    ("en", "All human beings are born free and equal in dignity and rights. They are endowed with"),
    ("es", "Todos los seres humanos nacen libres e iguales y, dotados como están de razón, deben"),
    ("pt", "Todos os seres humanos nascem livres e iguais em dignidade. São dotados de razão e"),
    ("it", "Tutti gli esseri umani nascono liberi ed eguali. Essi sono dotati di ragione e devono"),
    ("de", "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit"),
    ("nl", "Mensen worden vrij en gelijk geboren. Zij zijn begiftigd met verstand van het hart."),
    ("br", "Dieub en o dellezegezh hag o gwirioù eo ganet an holl dud evit ar re all."),
    ("ru", "Все люди рождаются свободными и равными в своём достоинстве и правах. Они наделены"),
    ("uk", "Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені"),
    ("el", "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα."),
    ("ar", "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق وقد وهبوا عقلا وضميرا"),
    ("ja", "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。"),
    ("zh", "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。"),
    ("ko", "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다."),
  ])
  func tellsALanguage(language: String, text: String) {
    #expect(finding(text) == .clear(language))
    #expect(finding(text, times: 0) == .tooShort)
  }

  @Test(arguments: [
    "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni",
    "Всички хора се раждат свободни и равни по достойнство и права. Те са надарени с разум.",
    "All human beings are born free. Tous les êtres humains naissent libres et égaux en dignité.",
  ])
  func doesNotTellWhatItDoesNotKnow(text: String) {
    #expect(finding(text, times: 20) == .unclear)
    #expect(finding(text, times: 1) == .tooShort)
  }

  @Test(arguments: [
    "---\ntitle: the of and to it is for with are this\n---\n", "```\nthe of and this\n```\n",
    "`the of and with this` {{ the of with }} <div about=\"the of this\"> [](the-of-this)\n",
    "https://example.org/the/of/with/this/which\n", "the_of_and of2 the3\n",
  ])
  func countsNoCode(text: String) { #expect(finding(text, times: 60) == .tooShort) }

  @Test func isLinearInWhatNothingEnds() {
    for sign in ["<a", "`", "{", "](", "://"] {
      #expect(finding(String(repeating: sign, count: 100_000), times: 1) != .clear("fr"))
    }
  }
}
