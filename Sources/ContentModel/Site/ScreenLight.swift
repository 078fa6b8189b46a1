/// The light that a screen is made for.
enum ScreenLight: Sendable {
  case day, night
}
