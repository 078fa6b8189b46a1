/// What people call the columns of tables whose rows are sheets, as `Slug` has it.
package enum ColumnNames {
  /// The column of the titles, the likeliest name first.
  package static let titles = ["titre", "title", "nom", "name", "intitule", "libelle"]
  /// The column of the texts, the likeliest name first.
  package static let bodies = ["texte", "corps", "contenu", "body", "text"]
}
