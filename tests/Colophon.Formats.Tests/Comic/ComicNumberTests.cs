using Colophon.Formats.Comic;

namespace Colophon.Formats.Tests.Comic;

public sealed class ComicNumberTests
{
    [Theory]
    [InlineData("001", 1, null)]
    [InlineData("1.5", 1.5, null)]
    [InlineData("½", 0.5, null)]
    [InlineData("1½", 1.5, null)]
    [InlineData("-1", -1, null)]
    [InlineData("#12", 12, null)]
    [InlineData("1-3", 1, 3)]
    [InlineData("18-04", 4, 18)]
    [InlineData("3.5-4.0", 3.5, 4)]
    [InlineData("7-7", 7, null)]
    [InlineData("1AU", 1, null)]
    [InlineData("153b", 153.5, null)]
    [InlineData("150-153b", 150, 153.5)]
    [InlineData("asdf", null, null)]
    [InlineData("", null, null)]
    public void A_number_is_read_as_people_write_it(string text, object? start, object? end)
    {
        ComicNumber? number = ComicNumber.Parse(text);

        (number?.Start, number?.End).ShouldBe((Real(start), Real(end)));
    }

    private static double? Real(object? number) =>
        number is null ? null : Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture);
}
