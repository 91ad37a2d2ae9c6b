using System.Data.Common;
using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>How the libraries of one commit rank their providers, as their options say.</summary>
internal sealed class ProviderOrders
{
    private const string Select = "select options from libraries where id = @id";
    private readonly Dictionary<long, ProviderOrder> known = [];

    public ProviderOrder Of(Commit commit, LibraryId library)
    {
        if (!known.TryGetValue(library.Value, out var order))
            known[library.Value] = order = Parse(commit.Query(Select, row => row.GetString(0), library.Value));
        return order;
    }

    /// <summary>The same on a reading connection.</summary>
    public static ProviderOrder Of(DbConnection connection, long libraryId) =>
        Parse(connection.Rows(Select, row => row.GetString(0), libraryId));

    private static ProviderOrder Parse(List<string> options) =>
        options.Count == 0 ? ProviderOrder.None : Parse(options[0]);

    /// <summary>The three options that rank, of all there are.</summary>
    private static ProviderOrder Parse(string options)
    {
        var said = JsonSerializer.Deserialize<Ranking>(options, JobJson.Options);
        if (said is null || (said.ProviderOrder is not { Count: > 0 } && said.FieldOrder is not { Count: > 0 }))
            return said?.FillEmptyOnly == true ? new ProviderOrder { FillEmptyOnly = true } : ProviderOrder.None;
        return new ProviderOrder
        {
            Names = said.ProviderOrder ?? [],
            ByField = said.FieldOrder ?? ProviderOrder.None.ByField,
            FillEmptyOnly = said.FillEmptyOnly,
        };
    }

    private sealed record Ranking
    {
        public IReadOnlyList<string>? ProviderOrder { get; init; }

        public IReadOnlyDictionary<string, IReadOnlyList<string>>? FieldOrder { get; init; }

        public bool FillEmptyOnly { get; init; }
    }
}
