using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.MusicBrainz;

/// <summary>A release or a release group as evidence of an album.</summary>
internal static class MusicBrainzAlbum
{
    /// <summary>The fields it speaks of.</summary>
    public static readonly string[] Says =
    [
        Fields.Title,
        Fields.Artists,
        Fields.ReleaseDate,
        Fields.AlbumType,
        Fields.Ratings,
        Fields.People,
        Fields.Publisher,
        Fields.Identifiers,
        Fields.Genres,
        Fields.Tags,
    ];

    public static EvidenceDocument OfRelease(JsonElement release, ProviderId id)
    {
        var group = release.At("release-group");
        return Album(release, group)
            .Text(
                Fields.Publisher,
                Labels(release).Select(label => label.At("label").Text("name")).FirstOrDefault(IsName)
            )
            .Set(Fields.Identifiers, new IdentifiersValue([.. Identifiers(release, group, id).Distinct()]))
            .ToDocument();
    }

    public static EvidenceDocument OfGroup(JsonElement group, ProviderId id) =>
        Album(group, group)
            .Set(
                Fields.Identifiers,
                new IdentifiersValue([new(id.Type, id.Value), .. AlbumArtists(group), .. MusicBrainzLinks.Of(group)])
            )
            .ToDocument();

    /// <summary>As Picard writes it: the main type first, in lower case.</summary>
    public static string? TypeOf(JsonElement group)
    {
        var types = new[] { group.Text("primary-type") }.Concat(group.Texts("secondary-types")).OfType<string>();
        return string.Join("; ", types) is { Length: > 0 } type ? type.ToLowerInvariant() : null;
    }

    /// <summary>What people say of it hangs on the release group, and on the release only where they mean that one.</summary>
    private static EvidenceDraft Album(JsonElement entity, JsonElement group) =>
        new EvidenceDraft()
            .Text(Fields.Title, entity.Text("title"))
            .People(Fields.Artists, [.. MusicBrainzCredits.Artists(entity)])
            .Date(Fields.ReleaseDate, group.Text("first-release-date") ?? entity.Text("date"))
            .Text(Fields.AlbumType, TypeOf(group))
            .Set(Fields.Ratings, MusicBrainzFolksonomy.Ratings(group))
            .People(Fields.People, MusicBrainzCredits.People(entity))
            .Names(Fields.Genres, MusicBrainzFolksonomy.Genres(group, entity))
            .Names(Fields.Tags, MusicBrainzFolksonomy.Tags(group, entity));

    private static IEnumerable<Identifier> Identifiers(JsonElement release, JsonElement group, ProviderId id)
    {
        yield return new Identifier(id.Type, id.Value);
        if (MusicBrainzIds.Normalise(group.Text("id")) is { } groupId)
            yield return new Identifier(MusicBrainzIds.ReleaseGroup, groupId);
        foreach (var artist in AlbumArtists(release))
            yield return artist;
        if (release.Text("barcode") is { } barcode)
            yield return new Identifier("barcode", barcode);
        foreach (var number in Labels(release).Select(label => label.Text("catalog-number")).Where(IsName))
            yield return new Identifier("catalog_number", number!);
        if (release.Text("asin") is { } asin)
            yield return new Identifier("asin", asin);
        foreach (var link in MusicBrainzLinks.Of(release))
            yield return link;
    }

    private static IEnumerable<Identifier> AlbumArtists(JsonElement entity) =>
        MusicBrainzCredits.ArtistIds(entity).Select(artist => new Identifier(MusicBrainzIds.AlbumArtist, artist));

    private static IEnumerable<JsonElement> Labels(JsonElement release) => release.List("label-info");

    /// <summary>In brackets stands what is no name: <c>[no label]</c>, <c>[none]</c>.</summary>
    private static bool IsName(string? text) => text is not null and not ['[', .., ']'];
}
