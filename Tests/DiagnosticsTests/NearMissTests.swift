import Diagnostics
import Testing

struct NearMissTests {
  private let keys = ["titre", "resume", "etiquettes", "duree"]

  @Test(arguments: [
    ("titr", "titre"), ("Titre", "titre"), ("etiquetes", "etiquettes"), ("reusme", "resume"),
  ])
  func findsTheKeyThatWasMeant(typed: String, meant: String) {
    #expect(NearMiss.closest(to: typed, among: keys) == meant)
  }

  @Test(arguments: ["x", "budget", ""])
  func staysSilentWhenNothingIsClose(typed: String) {
    #expect(NearMiss.closest(to: typed, among: keys) == nil)
  }
}
