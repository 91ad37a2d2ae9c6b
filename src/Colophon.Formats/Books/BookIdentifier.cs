namespace Colophon.Formats.Books;

/// <summary>An identifier of a book.</summary>
/// <param name="Type"><c>isbn_13</c>, <c>isbn_10</c>, <c>asin</c>, <c>uuid</c>, <c>goodreads</c>, <c>google</c>, <c>openlibrary</c> or <c>other</c>.</param>
/// <param name="Value">Normalised: ISBN without hyphens and with a right check digit, UUID lower case.</param>
public sealed record BookIdentifier(string Type, string Value);
