import Synchronization

/// The ports of a preview that writes, each known once it is listened on.
///
/// The pages of the site and the desk have a port each, and so an origin each: browsers keep the scripts of
/// a theme or of a sheet, which run in the pages, from what the desk alone may ask for.
final class PreviewPorts: Sendable {
  private let known = Mutex<(pages: UInt16?, desk: UInt16?)>((nil, nil))

  /// The port of the pages of the site.
  var pages: UInt16? {
    get { known.withLock { $0.pages } }
    set { known.withLock { $0.pages = newValue } }
  }

  /// The port of the desk.
  var desk: UInt16? {
    get { known.withLock { $0.desk } }
    set { known.withLock { $0.desk = newValue } }
  }
}
