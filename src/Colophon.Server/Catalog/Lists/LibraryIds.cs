using System.Globalization;

namespace Colophon.Server.Catalog.Lists;

/// <summary>Ids of libraries written out in SQL: they are whole numbers from our own tables.</summary>
internal static class LibraryIds
{
    public static string Text(long library) => library.ToString(CultureInfo.InvariantCulture);

    public static string In(string column, IReadOnlyList<long> libraries) =>
        libraries.Count == 0 ? "1 = 0" : $"{column} in ({string.Join(", ", libraries.Select(Text))})";
}
