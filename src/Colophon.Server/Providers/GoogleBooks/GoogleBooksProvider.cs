using System.Net;
using System.Text.Json;
using Colophon.Formats.Books;
using Colophon.Jobs;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.GoogleBooks;

/// <summary>Books as Google Books describes them. It answers without a key as long as all who ask without one have not asked too much.</summary>
internal sealed class GoogleBooksProvider : IProvider
{
    public ProviderFacts Facts { get; } =
        new("googlebooks", "Google Books", new Uri("https://www.googleapis.com/books/v1/"))
        {
            Website = new Uri("https://developers.google.com/books/docs/v1/using"),
            Rank = 30,
            Attribution = "Book data from Google Books.",
            Key = ProviderKey.Optional,
            // The console of Google Cloud: 100 a minute and user, 1,000 a day; the day's end is told by a 403 or 429
            Limit = new RateLimit(60, TimeSpan.FromMinutes(1)),
            OtherHosts = ["books.google.com", "books.googleusercontent.com"],
            Abilities =
            [
                new ProviderAbility(
                    "book",
                    ProviderCan.Search | ProviderCan.Find | ProviderCan.Metadata | ProviderCan.Artwork,
                    [GoogleBooksVolume.IdType]
                )
                {
                    Says = GoogleBooksVolume.Says,
                    FindsBy = ["isbn_13", "isbn_10"],
                },
            ],
        };

    public ValueTask<ProviderRequest> AuthorizeAsync(
        ProviderRequest request,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => new(session.Key is { } key ? request.WithSecret("key", key) : request);

    /// <summary>A spent quota comes as 403 like a refused key, a wrong key as 400 like a wrong question: the reason tells.</summary>
    public ProviderTrouble? Judge(HttpStatusCode status, JsonElement answer)
    {
        var error = answer.At("error");
        var reasons = error.List("errors").Select(entry => entry.Text("reason")).OfType<string>().ToList();
        return status switch
        {
            HttpStatusCode.Forbidden
                when error.Text("status") == "RESOURCE_EXHAUSTED" || reasons.Exists(GoogleBooksVolume.IsOfQuota) =>
                ProviderTrouble.Limited,
            HttpStatusCode.BadRequest
                when reasons.Contains("keyInvalid")
                    || error.Text("message")?.StartsWith("API key", StringComparison.Ordinal) == true =>
                ProviderTrouble.Key,
            _ => null,
        };
    }

    public async Task<IReadOnlyList<ProviderMatch>> SearchAsync(
        ItemQuery query,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        var terms = $"intitle:{Quoted(query.Title)}";
        if (query.People.Count > 0)
            terms = $"{terms} inauthor:{Quoted(query.People[0])}";
        var answer = await VolumesAsync(terms, "20", session, cancellationToken);
        return [.. answer.List("items").Select(GoogleBooksMatches.Of).OfType<ProviderMatch>()];
    }

    /// <summary>Books that only mention the number are found as well: it must be their own.</summary>
    public async Task<ProviderId?> FindAsync(
        string kind,
        Identifier identifier,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        if (Isbn.ToIsbn13(identifier.Value) is not { } wanted)
            return null;
        var answer = await VolumesAsync($"isbn:{wanted}", "5", session, cancellationToken);
        var found = answer.List("items").FirstOrDefault(volume => GoogleBooksVolume.Isbns(volume).Contains(wanted));
        return found.Text("id") is { } id ? new ProviderId(GoogleBooksVolume.IdType, id) : null;
    }

    public async Task<ProviderRecord?> ReadAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        if (await VolumeAsync(subject, session, cancellationToken) is not { } volume || volume.Text("id") is not { } id)
            return null;
        return new ProviderRecord(new ProviderId(GoogleBooksVolume.IdType, id), GoogleBooksVolume.Read(volume, id))
        {
            Artwork = GoogleBooksImages.Offers(volume),
        };
    }

    public async Task<IReadOnlyList<ArtworkOffer>> ArtworkAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => await VolumeAsync(subject, session, cancellationToken) is { } volume ? GoogleBooksImages.Offers(volume) : [];

    public Task TestAsync(ProviderSession session, CancellationToken cancellationToken) =>
        session.GetAsync(
            Placed(new ProviderRequest("volumes"), session)
                .With("q", "isbn:9780141439518")
                .With("maxResults", "1")
                .With("fields", "totalItems"),
            cancellationToken
        );

    private static Task<JsonElement?> VolumeAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        session.GetAsync(
            Placed(new ProviderRequest($"volumes/{Uri.EscapeDataString(subject.Id.Value)}"), session),
            cancellationToken
        );

    private static async Task<JsonElement> VolumesAsync(
        string terms,
        string most,
        ProviderSession session,
        CancellationToken cancellationToken
    ) =>
        await session.GetAsync(
            Placed(new ProviderRequest("volumes"), session)
                .With("q", terms)
                .With("maxResults", most)
                .With("printType", "books") with
            {
                GoodFor = ProviderRequest.SearchIsGoodFor,
            },
            cancellationToken
        ) ?? default;

    /// <summary>Where it cannot tell the country from the network it refuses to answer who names none.</summary>
    private static ProviderRequest Placed(ProviderRequest request, ProviderSession session) =>
        request.With("country", session.Country ?? "US");

    private static string Quoted(string text) => $"\"{text.Replace("\"", " ", StringComparison.Ordinal).Trim()}\"";
}
