using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.MusicBrainz;

/// <summary>An artist as evidence.</summary>
internal static class MusicBrainzArtist
{
    /// <summary>The fields it speaks of.</summary>
    public static readonly string[] Says =
    [
        Fields.Title,
        Fields.SortTitle,
        Fields.BeginDate,
        Fields.EndDate,
        Fields.Ratings,
        Fields.Identifiers,
        Fields.Genres,
        Fields.Tags,
    ];

    public static EvidenceDocument Read(JsonElement artist, ProviderId id)
    {
        var life = artist.At("life-span");
        return new EvidenceDraft()
            .Text(Fields.Title, artist.Text("name"))
            .Text(Fields.SortTitle, artist.Text("sort-name"))
            .Date(Fields.BeginDate, life.Text("begin"))
            .Date(Fields.EndDate, life.Text("end"))
            .Set(Fields.Ratings, MusicBrainzFolksonomy.Ratings(artist))
            .Set(
                Fields.Identifiers,
                new IdentifiersValue([new Identifier(id.Type, id.Value), .. MusicBrainzLinks.Of(artist)])
            )
            .Names(Fields.Genres, MusicBrainzFolksonomy.Genres(artist))
            .Names(Fields.Tags, MusicBrainzFolksonomy.Tags(artist))
            .ToDocument();
    }
}
