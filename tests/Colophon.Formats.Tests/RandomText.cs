namespace Colophon.Formats.Tests;

/// <summary>Strings that try to break things: separators, brackets, digits, lone surrogates, marks, many scripts.</summary>
internal static class RandomText
{
    private static readonly string[] _pieces =
    [
        "Author",
        "Title",
        " - ",
        "/",
        "\\",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "#",
        "2001",
        "00000000000000000000000000000000000001",
        "9999999999",
        "1.5",
        "Vol ",
        "v01",
        ".epub",
        ".",
        "..",
        " ",
        "\u202E",
        "\uD800",
        "\uDC00",
        "e\u0301",
        "ß",
        "三体",
        "が",
        "한국",
        "مدينة",
        "😀",
        "\0",
        "\uFFFF",
        ",",
        "&",
        "'",
        "the ",
        "_",
    ];

    public static string Next(Random random)
    {
        int count = random.Next(0, 14);
        return string.Concat(
            Enumerable
                .Range(0, count)
                .Select(_ =>
                    random.Next(4) == 0 ? ((char)random.Next(0x10000)).ToString() : _pieces[random.Next(_pieces.Length)]
                )
        );
    }
}
