using System.Reflection;

namespace Colophon.Formats.Tests;

public sealed class FindingCodesTests
{
    [Fact]
    public void Every_code_has_a_text_of_one_line()
    {
        string[] codes =
        [
            .. typeof(FindingCodes)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.IsLiteral)
                .Select(field => (string)field.GetRawConstantValue()!),
        ];
        codes.ShouldBeUnique();
        FindingCodes.Texts.Keys.Order(StringComparer.Ordinal).ShouldBe(codes.Order(StringComparer.Ordinal));
        FindingCodes.Texts.Values.ShouldAllBe(text => text.EndsWith('.') && !text.Contains('\n'));
    }
}
