using System.Collections.Frozen;

namespace Colophon.Server.Catalog;

/// <summary>Kinds of items. Persisted.</summary>
public static class ItemKinds
{
    public const string Book = "book";
    public const string Movie = "movie";
    public const string Show = "show";
    public const string Season = "season";
    public const string Episode = "episode";
    public const string Artist = "artist";
    public const string Album = "album";
    public const string Track = "track";

    /// <summary>What scans and libraries count, as SQL for a column <c>kind</c>: what a person reads, watches or hears.</summary>
    public const string CountedSql = $"kind in ('{Book}', '{Movie}', '{Episode}', '{Track}')";

    /// <summary>What holds items, as SQL for a column <c>kind</c>; an alias may stand before it.</summary>
    public const string ContainerSql = $"kind in ('{Show}', '{Season}', '{Artist}', '{Album}')";

    private static readonly FrozenSet<string> Containers = [Show, Season, Artist, Album];

    /// <summary>Whether it holds items, and is there as long as one of them is.</summary>
    public static bool IsContainer(string kind) => Containers.Contains(kind);

    /// <summary>How many containers lie around an item of the kind: what is written first has none.</summary>
    public static int DepthOf(string kind) =>
        kind switch
        {
            Season or Album => 1,
            Episode or Track => 2,
            _ => 0,
        };
}
