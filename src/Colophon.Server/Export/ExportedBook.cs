using System.Text.Json;
using System.Text.Json.Serialization;

namespace Colophon.Server.Export;

/// <summary>A book as an export shows it. The form is a promise to other programs: members are added, never changed.</summary>
public sealed record ExportedBook(
    long Id,
    long LibraryId,
    string Title,
    string? Language,
    string? ReleaseDate,
    IReadOnlyList<ExportedPerson> People,
    IReadOnlyList<ExportedSeries> Series,
    IReadOnlyList<ExportedTerm> Terms,
    IReadOnlyList<ExportedFile> Files,
    JsonElement Metadata,
    JsonElement Locks,
    DateTimeOffset AddedAt
)
{
    /// <summary>The shown cover in the cache; not part of the export's JSON.</summary>
    [JsonIgnore]
    public (string Path, long Size)? Cover { get; init; }
}

public sealed record ExportedLibrary(long Id, string Name, string Type);

public sealed record ExportedPerson(string Name, string SortName, string Role);

public sealed record ExportedSeries(string Name, double? Number, double? NumberEnd, string? Unit);

public sealed record ExportedTerm(string Type, string Name);

public sealed record ExportedIdentifier(string Type, string Value);

public sealed record ExportedFile(
    long Id,
    string Path,
    string Format,
    string Role,
    long Size,
    IReadOnlyList<ExportedIdentifier> Identifiers,
    JsonElement Metadata
);
