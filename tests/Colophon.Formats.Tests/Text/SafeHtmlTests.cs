using Colophon.Formats.Text;

namespace Colophon.Formats.Tests.Text;

public sealed class SafeHtmlTests
{
    [Theory]
    [InlineData("Plain & simple", "Plain & simple")]
    [InlineData("Tom &amp; Jerry", "Tom & Jerry")]
    [InlineData("1 < 2", "1 &lt; 2")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("a\r\n\r\n\r\n b  c", "a\n\nb c")]
    [InlineData("<p>One</p><p>Two</p>", "<p>One</p><p>Two</p>")]
    [InlineData("<P STYLE='x' onclick=y>A<script>z</script></P>", "<p>A</p>")]
    [InlineData("<h1>T</h1><div>x</div>", "<h3>T</h3><p>x</p>")]
    [InlineData("<font color=red>x</font>", "x")]
    [InlineData("a<br/>b", "a<br>b")]
    [InlineData("<img src=x onerror=alert(1)>", null)]
    [InlineData("<svg/onload=alert(1)>x", null)]
    [InlineData("<a href='javascript:x()'>y</a>", "y")]
    [InlineData("<!-- no --><b>yes", "<b>yes</b>")]
    [InlineData("<iframe src=http://x></iframe>text", "text")]
    [InlineData("<p>x &amp; &lt;b&gt;</p>", "<p>x &amp; &lt;b&gt;</p>")]
    [InlineData("", null)]
    [InlineData("<p> </p>", null)]
    [InlineData(null, null)]
    public void Only_harmless_tags_stay(string? text, string? clean) => SafeHtml.Clean(text, 1000).ShouldBe(clean);

    [Fact]
    public void Links_lead_to_the_web_only() =>
        SafeHtml
            .Clean("<a href=\"https://example.com/?a=1&b=%22\" target=x>y</a>", 1000)
            .ShouldBe("<a href=\"https://example.com/?a=1&amp;b=%22\" rel=\"noopener noreferrer nofollow\">y</a>");

    [Theory]
    [InlineData("<b a{0}>", "<p>x")]
    [InlineData("<a href='http://h/{0}'>", "<div>x")]
    [InlineData("<table><a x{0}>", "<td>x")]
    public void Tags_that_would_multiply_take_neither_time_nor_memory(string first, string then)
    {
        string text =
            string.Concat(Enumerable.Range(0, 2000).Select(i => first.Replace("{0}", $"{i}", StringComparison.Ordinal)))
            + string.Concat(Enumerable.Repeat(then, 4000));
        foreach (int length in (int[])[4_000, 32_000])
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            SafeHtml.Clean(text[..(length / 2)] + text[^(length / 2)..], 32_000);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64L * 1024 * 1024);
        }
    }

    [Fact]
    public void A_long_text_is_cut_with_its_tags_closed()
    {
        string clean = SafeHtml.Clean(string.Concat(Enumerable.Repeat("<p>a<b>&lt;c</b></p>", 80)), 600)!;
        clean.ShouldEndWith("</p>");
        clean.Split("<b>").Length.ShouldBe(clean.Split("</b>").Length);
    }

    [Fact]
    public void Deep_nesting_is_flattened()
    {
        string clean = SafeHtml.Clean(string.Concat(Enumerable.Repeat("<b>", 400)) + "x", 100_000)!;
        clean.Split("<b>").Length.ShouldBeLessThan(50);
        clean.ShouldContain("x");
    }

    [Theory]
    [InlineData(" a \t\u00A0 b\u0000c\u202Ed\uFEFF ", "a bcd")]
    [InlineData("مدينة", "مدينة")]
    public void Lines_are_clean(string text, string clean) => CleanText.Line(text, 100).ShouldBe(clean);

    [Fact] // an attribute cannot hold half a character
    public void Halves_of_characters_are_replaced() => CleanText.Line("\uD800x", 100).ShouldBe("\uFFFDx");

    [Fact]
    public void Lines_are_cut_between_characters() => CleanText.Line("ab😀", 3).ShouldBe("ab");

    [Fact] // what is dropped at the end forces the slow way
    public void What_is_left_as_it_is_would_be_rewritten_to_itself()
    {
        char[] letters = ['a', 'é', '’', '—', '界', ' ', ' ', '\n', '\n', '\t', '\u2028', '\u00A0', '\u202E'];
        var random = new Random(5);
        for (int round = 0; round < 20_000; round++)
        {
            string text = new(random.GetItems(letters, random.Next(1, 9)));
            CleanText.Lines(text, 100).ShouldBe(CleanText.Lines(text + "\uFEFF", 100), text);
            CleanText.Line(text, 100).ShouldBe(CleanText.Line(text + "\uFEFF", 100), text);
        }
    }
}
