/// A form in which the former addresses of sheets are published besides their pages, where the site asks
/// for it.
public enum RedirectForm: String, Sendable, Hashable, CaseIterable {
  /// Rules for the inside of a `server` of nginx.
  case nginx
  /// Rules for a virtual host of Apache, or for `.htaccess`.
  case apache
  /// Rules for the inside of a site of Caddy.
  case caddy
  /// Rules that hosts of static pages read.
  case netlify
  /// A script of the home page, for the addresses of a wiki where no server has rules.
  case page

  /// The name of the file, at the site's root.
  public var fileName: String {
    switch self {
    case .nginx: "redirections.nginx.conf"
    case .apache: "redirections.apache.conf"
    case .caddy: "redirections.caddy"
    case .netlify: "_redirects"
    case .page: "anciennes-adresses.js"
    }
  }
}
