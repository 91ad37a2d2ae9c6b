using Colophon.Formats.Text;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>Ids: <c>uniqueid</c>, elements of their own, and the old <c>id</c>, which means what the rest lets it mean.</summary>
internal static class NfoIds
{
    /// <summary>Elements that hold ids.</summary>
    public static readonly string[] Elements = ["uniqueid", .. NfoNames.IdElements.Select(pair => pair.Element), "id"];

    private const int ValueLimit = 200;

    private static readonly string[] _idAttributes = ["imdb", "tmdb", "tvdb"];

    public static IReadOnlyList<NfoId> Read(NfoKind kind, NfoElements said)
    {
        var ids = new List<NfoId>();
        foreach (LooseElement unique in said.All("uniqueid"))
        {
            if (CleanText.LineOrNull(unique.Attribute("type"), ValueLimit) is { } type)
            {
                Add(ids, NfoNames.Provider(type), said.LineOf(unique), Default(unique));
            }
        }

        foreach ((string element, string provider) in NfoNames.IdElements)
        {
            foreach (LooseElement id in said.All(element))
            {
                Add(ids, provider, said.LineOf(id), isDefault: false);
            }
        }

        foreach (LooseElement id in said.All("id"))
        {
            AddPlain(ids, kind, id, said.LineOf(id));
        }

        return said.Kept(ids);
    }

    private static bool Default(LooseElement unique) => NfoElements.FlagOf(unique.Attribute("default")) == true;

    private static void AddPlain(List<NfoId> ids, NfoKind kind, LooseElement element, string? value)
    {
        // a bare number is the id of whatever program wrote it: guessed only where nothing else names one. With Jellyfin's
        // attributes it is what it always is there
        bool isGuessed = ids.Count == 0 || element.Attributes.Count > 0;
        foreach (string provider in _idAttributes)
        {
            Add(ids, provider, CleanText.LineOrNull(element.Attribute(provider), ValueLimit), isDefault: false);
        }

        bool isImdb =
            value?.StartsWith("tt", StringComparison.Ordinal) == true
            && value.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
        bool isNumber = isGuessed && value?.All(char.IsAsciiDigit) == true;
        string? said = kind switch
        {
            _ when isImdb => "imdb",
            NfoKind.Movie when isNumber => "tmdb",
            NfoKind.Show or NfoKind.Episode when isNumber => "tvdb",
            _ => null,
        };
        if (said is not null)
        {
            Add(ids, said, value, isDefault: false);
        }
    }

    private static void Add(List<NfoId> ids, string provider, string? value, bool isDefault)
    {
        // "0" and "-1" are what programs write that know none
        if (value is null or "0" or "-1" || value.Length > ValueLimit || ids.Count > NfoElements.ListLimit)
        {
            return;
        }

        int known = ids.FindIndex(id => id.Provider == provider && id.Value == value);
        if (known < 0)
        {
            ids.Add(new NfoId(provider, value, isDefault));
        }
        else if (isDefault)
        {
            ids[known] = ids[known] with { IsDefault = true };
        }
    }
}
