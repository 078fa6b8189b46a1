import Diagnostics
import TextEncoding

/// What can be wrong with `archipel.yaml`.
extension Diagnostic {
  static func unreadableByteCount(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.byte-count", at: location,
      LocalizedText(fr: "poids illisible « \(text) »", en: "unreadable weight “\(text)”"),
      expected: LocalizedText(
        fr: "« 60 ko », « 1,5 Mo » ou un nombre d’octets",
        en: "“60 kB”, “1.5 MB” or a number of bytes"))
  }

  static func unusableEditURL(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.edit-url", at: location,
      LocalizedText(
        fr: "adresse de modification inutilisable « \(text) »",
        en: "unusable address for changes “\(text)”"),
      expected: LocalizedText(
        fr: "une adresse en « https:// », avec {chemin} à la place du fichier de la fiche",
        en: "an address in “https://”, with {path} in the place of the sheet’s file"))
  }

  static func unusableReports(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.report", at: location,
      LocalizedText(
        fr: "adresse de signalement inutilisable « \(text) »",
        en: "unusable address for reports “\(text)”"),
      expected: LocalizedText(
        fr: "une adresse de messagerie, ou une adresse en « https:// » avec {titre} et {adresse} à "
          + "la place de ceux de la page",
        en: "an e-mail address, or an address in “https://” with {title} and {url} in the place of "
          + "those of the page"))
  }

  static func unusableForge(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.forge", at: location,
      LocalizedText(
        fr: "adresse de dépôt inutilisable « \(text) »",
        en: "unusable address of a repository “\(text)”"),
      expected: LocalizedText(
        fr: "l’adresse de sa page, comme « https://forge.exemple.fr/lab/site »",
        en: "the address of its page, as “https://forge.example/lab/site”"))
  }

  static func forgeWithoutAddress(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.forge", at: location,
      LocalizedText(fr: "la forge n’a pas d’adresse", en: "the forge has no address"),
      expected: LocalizedText(
        fr: "« adresse », celle de la page du dépôt, comme « https://forge.exemple.fr/lab/site »",
        en: "`address`, that of the repository’s page, as “https://forge.example/lab/site”"))
  }

  static func forgeWithoutKind(_ host: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.forge-kind", at: location,
      LocalizedText(
        fr: "rien ne dit quel logiciel fait tourner « \(host) »",
        en: "nothing tells which program runs “\(host)”"),
      expected: LocalizedText(
        fr: "« genre » : gitlab, forgejo, gitea ou github",
        en: "`kind`: gitlab, forgejo, gitea or github"))
  }

  static func unusableBranch(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.branch", at: location,
      LocalizedText(
        fr: "« \(name) » n’est pas un nom de branche", en: "“\(name)” is no name of a branch"),
      expected: LocalizedText(
        fr: "des lettres, des chiffres, « - », « _ », « . » et « / », comme « main »",
        en: "letters, digits, “-”, “_”, “.” and “/”, as “main”"))
  }

  static func unusableAddress(_ name: String, at location: SourceLocation) -> Diagnostic {
    let slug = Slug.make(from: name)
    return Diagnostic(
      .error, id: "site.address", at: location,
      LocalizedText(
        fr: "adresse inutilisable « \(name) »", en: "unusable address “\(name)”"),
      expected: LocalizedText(
        fr: "le nom d’un dossier, en minuscules, sans accent ni espace : « mots-cles »",
        en: "the name of a folder, in lower case, without accents or spaces: “key-words”"),
      suggestion: slug.isEmpty
        ? nil : LocalizedText(fr: "écrivez « \(slug) »", en: "write “\(slug)”"))
  }

  static func sharedAddress(
    _ name: String, of key: String, and other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "site.address", at: location,
      LocalizedText(
        fr: "« \(key) » et « \(other) » ont la même adresse « \(name) »",
        en: "“\(key)” and “\(other)” have the same address “\(name)”"),
      expected: LocalizedText(fr: "un dossier pour chacun", en: "a folder for each"))
  }

  static func incompleteMenuItem(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "site.menu", at: location,
      LocalizedText(fr: "entrée de menu incomplète", en: "incomplete menu item"),
      expected: LocalizedText(verbatim: "{ label: Méthodes, page: methodes }"))
  }

  static func menuTooDeep(limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.menu-depth", at: location,
      LocalizedText(
        fr: "un menu montre \(limit) niveaux : ces entrées paraissent dans le groupe au-dessus",
        en: "a menu shows \(limit) levels: these entries are shown in the group above"),
      expected: LocalizedText(
        fr: "des groupes sans autre groupe dedans", en: "groups that hold no other group"))
  }
}
