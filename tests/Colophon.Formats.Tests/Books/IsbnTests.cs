using Colophon.Formats.Books;

namespace Colophon.Formats.Tests.Books;

public sealed class IsbnTests
{
    [Theory]
    [InlineData("0-306-40615-2", "9780306406157")]
    [InlineData("080442957X", "9780804429573")]
    [InlineData("978-0-306-40615-7", "9780306406157")]
    [InlineData("0-306-40615-3", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_isbn_10_has_an_isbn_13(string? text, string? isbn) => Isbn.ToIsbn13(text).ShouldBe(isbn);
}
