import Glibc

extension LocalizedText {
  /// Creates the words for an error of the system, as `errno(3)` numbers it.
  public init(systemError code: Int32) {
    let words = Self.systemErrors[code]
    let english = String(cString: strerror(code))
    self = words ?? LocalizedText(fr: "erreur \(code) du système (« \(english) »)", en: english)
  }

  /// What people meet; all others are a matter for whoever knows the system.
  private static let systemErrors: [Int32: LocalizedText] = [
    EACCES: LocalizedText(fr: "vous n’en avez pas le droit", en: "you are not allowed to"),
    EPERM: LocalizedText(fr: "vous n’en avez pas le droit", en: "you are not allowed to"),
    EROFS: LocalizedText(fr: "ce disque ne peut qu’être lu", en: "this disk can only be read"),
    ENOENT: LocalizedText(fr: "il n’existe pas", en: "it does not exist"),
    EEXIST: LocalizedText(fr: "il existe déjà", en: "it is there already"),
    ENOTDIR: LocalizedText(
      fr: "une partie du chemin est un fichier, et non un dossier",
      en: "a part of the path is a file, not a folder"),
    EISDIR: LocalizedText(
      fr: "c’est un dossier, et non un fichier", en: "it is a folder, not a file"),
    ENXIO: LocalizedText(
      fr: "ce n’est pas un fichier ordinaire", en: "it is no regular file"),
    ENAMETOOLONG: LocalizedText(fr: "son nom est trop long", en: "its name is too long"),
    ELOOP: LocalizedText(
      fr: "des liens symboliques tournent en rond", en: "symbolic links go round in a circle"),
    EFBIG: LocalizedText(fr: "il est trop gros", en: "it is too large"),
    EBUSY: LocalizedText(fr: "un autre programme s’en sert", en: "another program is using it"),
    EMFILE: LocalizedText(fr: "trop de fichiers sont ouverts", en: "too many files are open"),
    ENFILE: LocalizedText(fr: "trop de fichiers sont ouverts", en: "too many files are open"),
    EIO: LocalizedText(fr: "le disque est en panne", en: "the disk is failing"),
  ]
}
