namespace Colophon.Server.Metadata.Input;

/// <summary>The entries of lists, one method each.</summary>
internal static class InputEntries
{
    private const int MaxRole = 50;
    private const double MaxNumber = 1_000_000;
    private static readonly string[] Units = [SeriesUnits.Volume, SeriesUnits.Chapter];

    public static Credit? Credit(InputObject json)
    {
        json.Ignore("person_id");
        var name = json.Needed("name", json.Field.MaxLength);
        var role = json.Optional("role", MaxRole) ?? json.Field.DefaultRole;
        if (!role.All(letter => char.IsAsciiLetterLower(letter) || letter == '_'))
            json.Refuse("role", "must be small letters and underscores, such as author or cover_artist.");
        var sortName = json.Optional("sort_name", json.Field.MaxLength);
        return json.Close(new Credit(name, role, sortName, json.Optional("character", json.Field.MaxLength)));
    }

    public static SeriesEntry? Series(InputObject json)
    {
        json.Ignore("series_id");
        var name = json.Needed("name", json.Field.MaxLength);
        var number = json.Number("number", -MaxNumber, MaxNumber);
        var numberEnd = json.Number("number_end", -MaxNumber, MaxNumber);
        if (numberEnd is not null && !(number <= numberEnd))
            json.Refuse("number_end", "must not be less than number.");
        var unit = json.Optional("unit", MaxRole);
        if (unit is not null && !Units.Contains(unit))
            json.Refuse("unit", "must be volume or chapter.");
        return json.Close(new SeriesEntry(name, number, numberEnd, unit));
    }

    public static Identifier? Identifier(InputObject json)
    {
        var type = json.Needed("type", MaxRole);
        var value = json.Needed("value", json.Field.MaxLength);
        if (type.Length > 0 && IdentifierRules.RefusalOf(type, json.Field) is { } refusal)
            json.Refuse("type", refusal);
        var normal = IdentifierRules.Normalise(type, value);
        if (normal is null && value.Length > 0)
            json.Refuse("value", $"is no {type}.");
        return json.Close(new Identifier(type, normal ?? value));
    }

    public static Rating? Rating(InputObject json)
    {
        var source = json.Needed("source", MaxRole);
        var value = json.Number("value", 0, 10);
        if (value is null)
            json.Refuse("value", "is needed.");
        return json.Close(new Rating(source, value ?? 0, json.Whole("votes", long.MaxValue)));
    }
}
