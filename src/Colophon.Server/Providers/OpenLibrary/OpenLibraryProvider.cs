using Colophon.Formats.Books;
using Colophon.Jobs;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.OpenLibrary;

/// <summary>
/// Books as Open Library describes them: works (OL..W), what all editions have in common, and editions (OL..M). Who looks for a title finds
/// works; an ISBN leads to its edition, which is read together with its work.
/// </summary>
internal sealed class OpenLibraryProvider : IProvider
{
    private const int MostTitles = 3;
    private const string SearchFields =
        "key,title,subtitle,author_name,first_publish_year,edition_count,language,cover_i";

    public ProviderFacts Facts { get; } =
        new("openlibrary", "Open Library", new Uri("https://openlibrary.org/"))
        {
            Website = new Uri("https://openlibrary.org/"),
            Rank = 20,
            Attribution = "Book data from Open Library, a project of the Internet Archive.",
            // https://openlibrary.org/developers/api: one a second for who leaves no address to write to
            Limit = new RateLimit(1, TimeSpan.FromSeconds(1)),
            OtherHosts = [OpenLibraryCovers.Host, "archive.org", ".archive.org"],
            Abilities =
            [
                new ProviderAbility(
                    "book",
                    ProviderCan.Search | ProviderCan.Find | ProviderCan.Metadata | ProviderCan.Artwork,
                    [OpenLibraryIds.Type]
                )
                {
                    Says = OpenLibraryBook.Says,
                    FindsBy = ["isbn_13", "isbn_10"],
                },
            ],
        };

    /// <summary>It finds only what has all the words: a longer title that finds nothing is followed by the others.</summary>
    public async Task<IReadOnlyList<ProviderMatch>> SearchAsync(
        ItemQuery query,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        foreach (var title in OpenLibraryMatches.Titles(query).Take(MostTitles))
        {
            var request = new ProviderRequest("search.json")
                .With("title", title)
                .With("author", OpenLibraryMatches.Author(query))
                .With("fields", SearchFields)
                .With("limit", "20") with
            {
                GoodFor = ProviderRequest.SearchIsGoodFor,
            };
            var answer = await session.GetAsync(request, cancellationToken);
            if (OpenLibraryMatches.Of(answer ?? default, session.Address) is { Count: > 0 } found)
                return found;
        }
        return [];
    }

    public async Task<ProviderId?> FindAsync(
        string kind,
        Identifier identifier,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        if (Isbn.Normalise(identifier.Value) is not { } isbn)
            return null;
        // It sends on to the edition
        var edition = await OpenLibraryRecords.GetAsync(session, $"isbn/{isbn}", cancellationToken);
        return OpenLibraryIds.Of(edition.Text("key")) is { } id ? new ProviderId(OpenLibraryIds.Type, id) : null;
    }

    public async Task<ProviderRecord?> ReadAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        var records = await OpenLibraryRecords.ReadAsync(session, subject.Id.Value, cancellationToken);
        if (records.Id is not { } id)
            return null;
        var authors = await OpenLibraryAuthors.NamesAsync(session, records, cancellationToken);
        return new ProviderRecord(
            new ProviderId(OpenLibraryIds.Type, id),
            OpenLibraryBook.Read(id, records.Edition, records.Work, authors)
        )
        {
            Artwork = OpenLibraryCovers.Offers(session.Address, records.Edition, records.Work),
        };
    }

    public async Task<IReadOnlyList<ArtworkOffer>> ArtworkAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        var records = await OpenLibraryRecords.ReadAsync(session, subject.Id.Value, cancellationToken);
        return OpenLibraryCovers.Offers(session.Address, records.Edition, records.Work);
    }

    public Task TestAsync(ProviderSession session, CancellationToken cancellationToken) =>
        session.GetAsync(new ProviderRequest("languages/eng.json"), cancellationToken);
}
