using Colophon.Formats.Books;

namespace Colophon.Formats.Tests.Books;

public sealed class BookFactsTests
{
    [Theory]
    [InlineData("2009", "2009")]
    [InlineData("2009-05", "2009-05")]
    [InlineData("2009-05-01", "2009-05-01")]
    [InlineData("2009-05-01T12:00:00+00:00", "2009-05-01")]
    [InlineData("2009-05-01 12:00", "2009-05-01")]
    [InlineData("2009/05/01", "2009-05-01")]
    [InlineData("20090501", "2009-05-01")]
    [InlineData("01.05.2009", "2009-05-01")]
    [InlineData("May 1, 2009", "2009-05-01")]
    [InlineData("1 May 2009", "2009-05-01")]
    [InlineData("May 2009", "2009-05")]
    [InlineData("c1999", "1999")]
    [InlineData("2009-13-40", "2009")]
    [InlineData("2009-02-30", "2009-02")]
    [InlineData("0101-01-01T00:00:00+00:00", null)]
    [InlineData("0000-00-00", null)]
    [InlineData("1999 to 2003", "1999")]
    [InlineData("between 1999 and 2003", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Dates_keep_their_precision(string? text, string? date) => BookDate.Parse(text).ShouldBe(date);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN_us", "en-US")]
    [InlineData("pt-br", "pt-BR")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("es-419", "es-419")]
    [InlineData("eng", "en")]
    [InlineData("ger", "de")]
    [InlineData("English", "en")]
    [InlineData("de-x-PRIVATE", "de-x-private")]
    [InlineData("gsw", "gsw")]
    [InlineData("und", null)]
    [InlineData("Klingonese", null)]
    [InlineData("e", null)]
    [InlineData("en-", null)]
    [InlineData("", null)]
    public void Languages_are_tags(string text, string? tag) => LanguageTag.Normalise(text).ShouldBe(tag);

    [Theory]
    [InlineData("urn:isbn:9780306406157", null, "isbn_13", "9780306406157")]
    [InlineData("978-0-306-40615-7", "ISBN", "isbn_13", "9780306406157")]
    [InlineData("9791090636071", null, "isbn_13", "9791090636071")]
    [InlineData("ISBN 0-306-40615-2", null, "isbn_10", "0306406152")]
    [InlineData("0-306-40615-2", null, "isbn_10", "0306406152")]
    [InlineData("080442957x", "isbn", "isbn_10", "080442957X")]
    [InlineData("0306406152", null, "other", "0306406152")]
    [InlineData("urn:isbn:9780306406158", null, "other", "9780306406158")]
    [InlineData("amazon:B000000001", null, "asin", "B000000001")]
    [InlineData("b000000001", "MOBI-ASIN", "asin", "B000000001")]
    [InlineData("B000000001", "amazon_de", "asin", "B000000001")]
    [InlineData("B012345678", null, "asin", "B012345678")]
    [InlineData("urn:uuid:A1B0D67E-2E81-4DF5-9E67-A64CBE366809", null, "uuid", "a1b0d67e-2e81-4df5-9e67-a64cbe366809")]
    [InlineData("a1b0d67e-2e81-4df5-9e67-a64cbe366809", "calibre", "uuid", "a1b0d67e-2e81-4df5-9e67-a64cbe366809")]
    [InlineData("uuid:not-one", null, "other", "uuid:not-one")]
    [InlineData("goodreads:5907", null, "goodreads", "5907")]
    [InlineData("5907", "GOODREADS", "goodreads", "5907")]
    [InlineData("google:abcDEF_12-xy", null, "google", "abcDEF_12-xy")]
    [InlineData("doi:10.1000/182", null, "other", "doi:10.1000/182")]
    [InlineData("http://www.gutenberg.org/ebooks/1322", "URI", "other", "http://www.gutenberg.org/ebooks/1322")]
    public void Identifiers_are_told_apart(string text, string? scheme, string type, string value) =>
        BookIdentifiers.Parse(text, scheme).ShouldBe(new BookIdentifier(type, value));

    [Theory]
    [InlineData(" ")]
    [InlineData("\u0001")]
    [InlineData(null)]
    public void Nothing_is_no_identifier(string? text) => BookIdentifiers.Parse(text, null).ShouldBeNull();
}
