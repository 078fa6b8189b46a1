import ByteCoding
import Diagnostics

/// What comes before a value tells which it is.
enum FieldValueForm: Int {
  case text, markdown, integer, number, boolean, date, dateTime, duration, range, scale, term, url
  case file, reference, licence, code, recurrence, untranslated, object, list
}
