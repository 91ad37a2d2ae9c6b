using System.Data.Common;
using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog;

/// <summary>Where a file stands in its item, and who put it there.</summary>
internal sealed record FilePlace(string Role, int Position, string AssignedBy)
{
    /// <param name="first">The column of the role; position and assigned_by follow.</param>
    public static FilePlace From(DbDataReader row, int first) =>
        new(row.GetString(first), (int)row.GetInt64(first + 1), row.GetString(first + 2));

    /// <summary>How much what is said of the file counts: the book that a merge keeps speaks before the files that came to it.</summary>
    public EvidenceRank RankOf(string format, string relativePath) =>
        EvidenceRank.Of(format, Role, relativePath, AssignedBy == Catalog.AssignedBy.User ? Position + 1 : 0);
}

/// <summary>Who put a file into its item. Persisted.</summary>
public static class AssignedBy
{
    public const string Scan = "scan";

    /// <summary>By a merge or a split: no scan takes it elsewhere.</summary>
    public const string User = "user";
}
