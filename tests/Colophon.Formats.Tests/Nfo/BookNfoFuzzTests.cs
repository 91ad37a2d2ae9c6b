using Colophon.Formats.Nfo;

namespace Colophon.Formats.Tests.Nfo;

public sealed class BookNfoFuzzTests
{
    [Fact]
    public void Mutated_texts_never_crash_the_reader() =>
        Mutations.Feed(
            ["Title: A\nAuthor: B, C\nPosition in Series: 1.5\nBook Description\n=====\ntext\n"u8.ToArray()],
            [
                ":",
                "\n",
                "\0",
                "Description\n",
                "=====",
                "\uD83D\uDE00",
                "Date: 0",
                new string(' ', 500),
                new string('a', 500),
            ],
            bytes => BookNfoReader.Read(bytes).ShouldNotBeNull()
        );
}
