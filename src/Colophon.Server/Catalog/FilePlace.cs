namespace Colophon.Server.Catalog;

/// <summary>Where a file stands in its item, and who put it there.</summary>
internal sealed record FilePlace(string Role, int Position, string AssignedBy);

/// <summary>Who put a file into its item. Persisted.</summary>
public static class AssignedBy
{
    public const string Scan = "scan";

    /// <summary>By a merge or a split: no scan takes it elsewhere.</summary>
    public const string User = "user";
}
