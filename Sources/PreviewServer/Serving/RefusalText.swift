import Diagnostics
import NIOHTTP1

/// What is said to who is refused.
enum RefusalText {
  static let otherMachine = LocalizedText(
    fr: "L’aperçu ne répond qu’à cette machine, par 127.0.0.1 ou localhost.",
    en: "The preview answers this machine only, by 127.0.0.1 or localhost.")
  static let worker = LocalizedText(
    fr: "L’aperçu ne sert pas de « service worker ».",
    en: "The preview serves no service worker.")
}
