using System.IO.Compression;
using System.Net;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Providers.Http;

/// <summary>What an answer is kept by.</summary>
/// <param name="Request">Address and request, without secrets.</param>
internal sealed record ResponseKey(string Provider, string Request)
{
    /// <summary>64 hex digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Request)));
}

/// <summary>
/// Answers of providers with their age, in the table <c>provider_responses</c>: after any crash nothing is asked again that was answered,
/// and all nodes share them.
/// </summary>
internal sealed class ResponseStore(IDatabase database, TimeProvider clock)
{
    /// <param name="since">An answer from before is none.</param>
    public async Task<ProviderAnswer?> FindAsync(
        ResponseKey key,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            connection =>
                Task.FromResult(
                    connection.Rows(
                        """
                        select status, body from provider_responses
                        where provider = @provider and request_hash = @hash and expires_at > @now and fetched_at >= @since
                        """,
                        row => new ProviderAnswer(
                            (HttpStatusCode)row.GetInt32(0),
                            row.IsDBNull(1) ? null : Unpack(row.GetFieldValue<byte[]>(1))
                        ),
                        key.Provider,
                        key.Hash,
                        clock.GetUtcNow().ToUnixTimeMilliseconds(),
                        since == DateTimeOffset.MinValue ? 0 : since.ToUnixTimeMilliseconds()
                    )
                ),
            cancellationToken
        );
        return rows.Count == 0 ? null : rows[0];
    }

    public Task StoreAsync(
        ResponseKey key,
        ProviderAnswer answer,
        TimeSpan goodFor,
        CancellationToken cancellationToken
    )
    {
        var body = answer.Json is { } json ? Pack(json) : null;
        return database.WriteAsync(
            commit =>
            {
                commit.Run(
                    "delete from provider_responses where provider = @provider and request_hash = @hash",
                    key.Provider,
                    key.Hash
                );
                return commit.Run(
                    """
                    insert into provider_responses (provider, request_hash, request, status, body, fetched_at, expires_at)
                    values (@provider, @hash, @request, @status, @body, @now, @until)
                    on conflict (provider, request_hash) do nothing
                    """,
                    key.Provider,
                    key.Hash,
                    key.Request,
                    (long)answer.Status,
                    body,
                    clock.GetUtcNow().ToUnixTimeMilliseconds(),
                    (clock.GetUtcNow() + goodFor).ToUnixTimeMilliseconds()
                );
            },
            cancellationToken
        );
    }

    /// <summary>As it came: a writer would refuse texts with half a character in them.</summary>
    private static byte[] Pack(JsonElement json)
    {
        using var packed = new MemoryStream();
        using (var deflate = new BrotliStream(packed, CompressionLevel.Fastest))
            deflate.Write(JsonMarshal.GetRawUtf8Value(json));
        return packed.ToArray();
    }

    private static JsonElement Unpack(byte[] packed)
    {
        using var inflate = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(inflate);
        return document.RootElement.Clone();
    }
}
