using Colophon.Testing.Loopback;
using Colophon.Testing.Outside;

namespace Colophon.Bench.Demo;

/// <summary>
/// Providers of the demo, on loopback: one knows the films, one the books. Nothing leaves the machine; what they say is what the tables of
/// the demo say, and made up beyond that.
/// </summary>
internal sealed class DemoProviders : IAsyncDisposable
{
    private readonly LoopbackTmdb films;
    private readonly LoopbackOpenLibrary books;

    private DemoProviders(LoopbackTmdb films, LoopbackOpenLibrary books) => (this.films, this.books) = (films, books);

    public static async Task<DemoProviders> StartAsync() =>
        new(
            await LoopbackTmdb.StartAsync(DemoMovies.Known(), posterWidth: 600),
            await LoopbackOpenLibrary.StartAsync([.. DemoBooks.Plans().Select(DemoBooks.Known)])
        );

    /// <summary>Has the server ask these instead of the real ones. Their addresses are new in each run.</summary>
    public async Task SwitchOnAsync(ApiClient api, CancellationToken cancellationToken)
    {
        await api.PutAsync(
            "/api/providers/tmdb",
            new
            {
                enabled = true,
                address = films.Address,
                key = "a key of the demo",
                limit = new { requests = 50, seconds = 10 },
            },
            cancellationToken
        );
        await api.PutAsync(
            "/api/providers/openlibrary",
            new
            {
                enabled = true,
                address = books.Address,
                limit = new { requests = 0, seconds = 1 },
            },
            cancellationToken
        );
    }

    public async ValueTask DisposeAsync()
    {
        await films.DisposeAsync();
        await books.DisposeAsync();
    }
}
