using Colophon.Formats.Pictures;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Testing;
using Dapper;

namespace Colophon.Server.Tests.Artwork;

/// <summary>A library of a running server whose rows are written here, so that pictures are tested without a scan.</summary>
internal sealed class PictureShelf(ColophonServer server, string folder, long libraryId)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public long LibraryId => libraryId;

    public static async Task<PictureShelf> MakeAsync(ColophonServer server)
    {
        var folder = server.Library(Guid.NewGuid().ToString("n")).Folder;
        var id = await server.Database.WriteAsync(
            commit =>
            {
                var library = commit.Number(
                    "insert into libraries (name, type, options, created_at, updated_at) values (@name, 'book', '{}', 0, 0) returning id",
                    folder
                )!;
                commit.Run("insert into library_roots (library_id, path) values (@library, @path)", library, folder);
                return library.Value;
            },
            Token
        );
        return new PictureShelf(server, folder, id);
    }

    public string PathOf(string name) => Path.Combine(folder, name);

    public string With(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>A book with one EPUB of this name.</summary>
    public Task<(long Item, long File)> BookAsync(string stem) =>
        server.Database.WriteAsync(
            commit =>
            {
                var root = commit.Number("select id from library_roots where library_id = @library", libraryId);
                var unit = commit.Number(
                    "insert into units (library_id, root_id, relative_path, sort_path) values (@library, @root, @path, @sort) returning id",
                    libraryId,
                    root,
                    stem,
                    Array.Empty<byte>()
                );
                var file = commit.Number(
                    """
                    insert into files (unit_id, library_id, root_id, relative_path, name, format, size, mtime_ns, metadata, sources,
                        created_at, updated_at)
                    values (@unit, @library, @root, @path, @name, 'epub', 1, 1, '{}', '{}', 0, 0) returning id
                    """,
                    unit,
                    libraryId,
                    root,
                    $"{stem}.epub",
                    $"{stem}.epub"
                )!;
                var item = commit.Number(
                    """
                    insert into items (library_id, kind, unit_id, identity_key, title, title_key, state, metadata, sources, added_at,
                        updated_at)
                    values (@library, 'book', @unit, @key, @title, @key, 'discovered', '{}', '{}', 0, 0) returning id
                    """,
                    libraryId,
                    unit,
                    stem,
                    stem
                )!;
                commit.Run("insert into item_files (item_id, file_id, role) values (@item, @file, 'main')", item, file);
                return (item.Value, file.Value);
            },
            Token
        );

    /// <summary>The row of a picture beside the book, or inside its file.</summary>
    public Task<long> AssetAsync(long item, long? file, string origin) =>
        server.Database.WriteAsync(
            commit =>
                commit
                    .Number(
                        """
                        insert into assets (item_id, file_id, type, source, origin, created_at, updated_at)
                        values (@item, @file, 'cover', @source, @origin, 0, 0) returning id
                        """,
                        item,
                        file,
                        file is null ? AssetSources.Path : AssetSources.Embedded,
                        origin
                    )!
                    .Value,
            Token
        );

    /// <summary>Runs the job to its end.</summary>
    public async Task<Job> CacheAsync(
        long item,
        long asset,
        string source,
        EmbeddedPicture? embedded = null,
        Action? whileWaiting = null
    )
    {
        var data = new CacheAssetData(null, "book", item, "cover", source, Embedded: embedded, AssetId: asset);
        var request = JobRequest.For(JobTypes.CacheAsset, JobQueues.OfLibrary(libraryId), data) with
        {
            LibraryId = libraryId,
        };
        var id = await server.Database.WriteAsync(commit => commit.Insert([request])[0]!.Value, Token);
        Job? job = null;
        await JobProbe.Until(
            async () =>
            {
                whileWaiting?.Invoke();
                job = await server.Database.WriteAsync(commit => commit.Find(id), Token);
                return job!.Status is JobStatus.Completed or JobStatus.Failed;
            },
            $"the end of job {id}",
            Token
        );
        return job!;
    }

    /// <summary>A book whose cover lies beside it, cached.</summary>
    public async Task<long> CoveredBookAsync(string stem, byte[] cover)
    {
        var (item, _) = await BookAsync(stem);
        var asset = await AssetAsync(item, file: null, $"path:{stem}.jpg");
        var job = await CacheAsync(item, asset, With($"{stem}.jpg", cover));
        job.Status.ShouldBe(JobStatus.Completed, job.Error?.Message);
        return item;
    }

    public Task<AssetRow> AssetRowAsync(long asset) =>
        server.Database.ReadAsync(
            connection =>
                connection.QuerySingleAsync<AssetRow>(
                    "select sha256, size, width, height, cache_path from assets where id = @asset",
                    new { asset }
                ),
            Token
        );

    public Task<ItemRow> ItemRowAsync(long item) =>
        server.Database.ReadAsync(
            connection =>
                connection.QuerySingleAsync<ItemRow>(
                    "select cover_asset_id, revision, updated_at from items where id = @item",
                    new { item }
                ),
            Token
        );

    internal sealed record AssetRow(string? Sha256, long? Size, long? Width, long? Height, string? CachePath);

    internal sealed record ItemRow(long? CoverAssetId, long Revision, long UpdatedAt);
}
