using System.Data.Common;

namespace Colophon.Server.Platform.Data;

/// <summary>One end of a copy of all tables: where rows are read, or where they are written.</summary>
internal interface ICopyEnd
{
    DbConnection Connection { get; }

    /// <summary>Writes all rows of a table; how many.</summary>
    Task<long> FillAsync(
        string table,
        IReadOnlyList<string> columns,
        DbDataReader rows,
        CancellationToken cancellationToken
    );

    /// <summary>The highest id ever given out in a table; null when there was none. Ids are not given twice.</summary>
    Task<long?> LastIdAsync(string table, CancellationToken cancellationToken);

    Task GoOnAfterAsync(string table, long lastId, CancellationToken cancellationToken);
}
