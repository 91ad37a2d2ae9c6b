using System.Data.Common;
using System.Xml.Linq;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Colophon.Server.Platform.Protection;

/// <summary>The wrapped keys as rows, so that all nodes have the same. They are never deleted: what they protected needs them.</summary>
internal sealed class KeyTable(IDatabase database, MasterKey master) : IXmlRepository
{
    // The framework asks synchronously, once a day and when the first secret is met.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        database
            .ReadAsync(connection => Task.FromResult(Read(connection)), CancellationToken.None)
            .GetAwaiter()
            .GetResult();

    public void StoreElement(XElement element, string friendlyName) =>
        database
            .WriteAsync(
                commit =>
                    commit.Run(
                        "insert into protection_keys (name, content, master, created_at) values (@name, @content, @master, @now)",
                        friendlyName,
                        element.ToString(SaveOptions.DisableFormatting),
                        master.Name,
                        commit.Millis()
                    ),
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();

    /// <summary>One that cannot be unwrapped would be taken for lost, and a new one made beside it that other nodes cannot read.</summary>
    private List<XElement> Read(DbConnection connection)
    {
        var keys = connection.Rows(
            "select content, master from protection_keys order by name",
            row => (Content: row.GetString(0), Master: row.GetString(1))
        );
        return keys.TrueForAll(key => key.Master == master.Name)
            ? keys.ConvertAll(key => XElement.Parse(key.Content))
            : throw new OtherMasterKeyException();
    }
}

/// <summary>The secrets in the database were protected with another key than this node was given.</summary>
public sealed class OtherMasterKeyException(Exception? inner = null)
    : Exception(
        "The secrets in the database were protected with another key. Start Colophon with the secret.key in its data folder, or the "
            + "COLOPHON_SECRET_KEY, that it had then and that the other nodes have.",
        inner
    );
