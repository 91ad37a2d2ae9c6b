using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Colophon.Server.Tests.Architecture;

/// <summary>SQL outside the places that know a database runs on SQLite and PostgreSQL alike.</summary>
public sealed partial class PortableSqlTests
{
    private static readonly string[] PlacesThatKnowADatabase =
    [
        "src/Colophon.Server/Platform/Data/",
        "src/Colophon.Jobs/Stores/",
    ];

    [Fact]
    public void No_sql_of_one_dialect_stands_in_a_feature() =>
        Guard.Holds(
            "portable-sql",
            from file in SourceCode.Product
            where !PlacesThatKnowADatabase.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal))
            from text in Texts(file)
            where Sql().IsMatch(text)
            from Match foreign in OfOneDialect().Matches(text)
            select new Offence(file.Path, $"'{foreign.Value}' is not known to both databases")
        );

    private static IEnumerable<string> Texts(SourceFile file) =>
        file
            .Tree.GetRoot()
            .DescendantNodes()
            .Select(node =>
                node switch
                {
                    LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal
                        .Token
                        .ValueText,
                    InterpolatedStringExpressionSyntax text => text.ToString(),
                    _ => "",
                }
            );

    [GeneratedRegex(@"\b(select\s|insert\s+into\b|update\s+\w+\s+set\b|delete\s+from\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Sql();

    [GeneratedRegex(
        @"\b(insert\s+or\s+\w+|replace\s+into|pragma|_?rowid|autoincrement|glob|ilike|without\s+rowid|collate|for\s+update"
            + @"|skip\s+locked|indexed\s+by)\b"
            + @"|\b(jsonb?_\w+|strftime|julianday|ifnull|iif|last_insert_rowid|group_concat|string_agg|array_agg|unnest|printf"
            + @"|instr|total_changes|to_timestamp|extract|date_trunc|typeof|unixepoch|datetime|any)\s*\("
            + @"|::\w+|\$\d",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfOneDialect();
}
