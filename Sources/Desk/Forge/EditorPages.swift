import ContentModel
import Diagnostics
import TextEncoding

/// The page that an editor of forges runs in, and what its keeper must know.
struct EditorPages {
  let site: SiteConfiguration
  let forge: Forge
  let language: MessageLanguage

  /// The file of the program of the editor, which its keeper puts beside the page.
  static let program = "cms.js"

  /// The page: it loads the program, and says so when it is not there.
  var page: String {
    let title = HTMLEscaping.escape(site.title)
    let absence = LocalizedText(
      fr: "Le programme d’édition n’est pas là : il manque le fichier « \(Self.program) » dans ce "
        + "dossier. LISEZMOI.txt, à côté, dit où le prendre.",
      en: "The program of the editor is not there: the file “\(Self.program)” is missing in this "
        + "folder. LISEZMOI.txt, beside it, tells where to get it.")
    let noScript = LocalizedText(
      fr: "Pour écrire ici, autorisez JavaScript.", en: "To write here, allow JavaScript.")
    return """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>\(LocalizedText(fr: "Écrire", en: "Write").text(in: language)) – \(title)</title>
      </head>
      <body>
      <noscript><p>\(noScript.text(in: language))</p></noscript>
      <p id="absence" role="alert" hidden>\(absence.text(in: language))</p>
      <script src="absence.js"></script>
      <script src="\(Self.program)"></script>
      </body>
      </html>

      """
  }

  /// The script that shows what is said when the program is not there.
  static let absence = """
    // The program of the editor is not a part of Archipel: its keeper puts it beside this file.
    addEventListener("error", function (event) {
      if (event.target instanceof HTMLScriptElement) {
        document.getElementById("absence").hidden = false;
      }
    }, true);

    """

  /// What the keeper of the site does once.
  var instructions: String { language == .french ? french : english }

  private var french: String {
    """
    Écrire les fiches de « \(site.title) » depuis \(forge.root)

    Ce dossier vient de « archipel desk --forge ». config.yml décrit les types du site à un éditeur qui
    tourne dans le navigateur : Sveltia CMS ou Decap CMS. Chaque enregistrement y est un commit dans
    \(forge.repository), branche \(forge.branch), au nom de la personne qui écrit.

    1. Le programme n’est pas fourni. Prenez l’un des deux, et mettez-le ici sous le nom « \(Self.program) » :
       - Sveltia CMS : le fichier dist/sveltia-cms.js du paquet @sveltia/cms ;
       - Decap CMS : le fichier dist/decap-cms.js du paquet decap-cms.
       Tant qu’il manque, la page le dit.
    2. \(frenchLogin)
    3. Publiez ce dossier avec le site : « cp -r admin output/ » après chaque « archipel build », ou
       ailleurs. Il lui faut le droit de parler à \(forge.root) (Content-Security-Policy : connect-src).

    À savoir : en enregistrant, l’éditeur récrit tout l’en-tête de la fiche, sans ses commentaires ; les
    clés qu’il ne connaît pas restent. « archipel desk » ne touche, lui, que ce qui a changé.
    Relancez « archipel desk --forge » quand un type ou un vocabulaire change : ces fichiers sont refaits,
    sauf si quelqu’un les a modifiés.

    """
  }

  private var frenchLogin: String {
    let address = site.baseURL.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + "admin/" }
    let place = address ?? "l’adresse de ce dossier une fois publié, qui finit par /admin/"
    return switch forge.kind {
    case .gitlab:
      """
      Sur \(forge.root), créez une application (Préférences, Applications) : adresse de retour
         \(place), case « Confidential » décochée, portée « api ».
         Écrivez son identifiant dans archipel.yaml : forge: { application: … }. Ce n’est pas un secret.
      """
    case .forgejo, .gitea:
      """
      Sur \(forge.root), créez une application OAuth2 (Paramètres, Applications) : adresse de retour
         \(place), case « Client confidentiel » décochée.
         Écrivez son identifiant dans archipel.yaml : forge: { application: … }. Ce n’est pas un secret.
         La forge doit accepter les requêtes de ce site (CORS, chez qui l’administre).
      """
    case .github:
      """
      GitHub ne connecte personne depuis un navigateur seul : il lui faut un secret, donc un serveur.
         Ou bien chaque personne se fait un jeton d’accès (« Fine-grained token », dépôt \(forge.repository),
         « Contents : read and write ») et le donne à Sveltia CMS, qui le garde dans son navigateur ;
         ou bien quelqu’un tient un serveur de connexion (celui de Sveltia s’appelle sveltia-cms-auth) et
         écrit son adresse dans archipel.yaml : forge: { relais: https://… }.
      """
    }
  }

  private var english: String {
    """
    Writing the sheets of “\(site.title)” from \(forge.root)

    This folder comes from “archipel desk --forge”. config.yml tells the types of the site to an editor
    that runs in the browser: Sveltia CMS or Decap CMS. Each save is a commit in \(forge.repository),
    branch \(forge.branch), in the name of the person who writes.

    1. The program is not included. Take one of the two, and put it here under the name “\(Self.program)”:
       - Sveltia CMS: the file dist/sveltia-cms.js of the package @sveltia/cms;
       - Decap CMS: the file dist/decap-cms.js of the package decap-cms.
       As long as it is missing, the page says so.
    2. \(englishLogin)
    3. Publish this folder with the site: “cp -r admin output/” after each “archipel build”, or elsewhere.
       It must be allowed to talk to \(forge.root) (Content-Security-Policy: connect-src).

    Good to know: when it saves, the editor writes the whole front matter anew, without its comments; the
    keys that it does not know stay. “archipel desk” touches what has changed alone.
    Run “archipel desk --forge” again when a type or a vocabulary changes: these files are made anew,
    unless somebody has changed them.

    """
  }

  private var englishLogin: String {
    let address = site.baseURL.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + "admin/" }
    let place = address ?? "the address of this folder once published, which ends in /admin/"
    return switch forge.kind {
    case .gitlab:
      """
      On \(forge.root), make an application (Preferences, Applications): redirect URI
         \(place), “Confidential” not ticked, scope “api”.
         Write its id in archipel.yaml: forge: { application: … }. It is no secret.
      """
    case .forgejo, .gitea:
      """
      On \(forge.root), make an OAuth2 application (Settings, Applications): redirect URI
         \(place), “Confidential Client” not ticked.
         Write its id in archipel.yaml: forge: { application: … }. It is no secret.
         The forge must accept requests of this site (CORS, for whoever runs it).
      """
    case .github:
      """
      GitHub logs nobody in from a browser alone: it takes a secret, and so a server.
         Either each person makes an access token (“Fine-grained token”, repository \(forge.repository),
         “Contents: read and write”) and gives it to Sveltia CMS, which keeps it in their browser;
         or somebody runs a login server (Sveltia’s is called sveltia-cms-auth) and writes its address in
         archipel.yaml: forge: { relay: https://… }.
      """
    }
  }
}
