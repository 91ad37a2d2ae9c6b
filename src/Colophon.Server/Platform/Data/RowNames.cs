using System.Runtime.CompilerServices;
using Dapper;

namespace Colophon.Server.Platform.Data;

internal static class RowNames
{
    /// <summary>Columns are snake_case and records PascalCase; Dapper maps one to the other in the server and in every test.</summary>
    [ModuleInitializer]
    internal static void Set() => DefaultTypeMap.MatchNamesWithUnderscores = true;
}
