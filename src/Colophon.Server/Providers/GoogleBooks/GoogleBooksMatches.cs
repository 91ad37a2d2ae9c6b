using System.Text.Json;
using Colophon.Formats.Books;

namespace Colophon.Server.Providers.GoogleBooks;

/// <summary>What a search found.</summary>
internal static class GoogleBooksMatches
{
    public static ProviderMatch? Of(JsonElement volume)
    {
        var info = volume.At("volumeInfo");
        if (volume.Text("id") is not { } id || info.Text("title") is not { } title)
            return null;
        return new ProviderMatch(new ProviderId(GoogleBooksVolume.IdType, id), title)
        {
            OtherTitles = info.Text("subtitle") is { } subtitle ? [$"{title}: {subtitle}"] : [],
            Year = info.Year("publishedDate"),
            People = [.. GoogleBooksVolume.Authors(info)],
            Language = LanguageTag.Normalise(info.Text("language")),
            Description = info.Text("publisher"),
            Picture = GoogleBooksImages.Thumbnail(volume),
            Page = info.Address("canonicalVolumeLink") ?? info.Address("infoLink"),
        };
    }
}
