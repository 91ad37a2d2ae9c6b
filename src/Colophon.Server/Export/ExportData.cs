using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Export;

/// <summary>Data of an export job.</summary>
public sealed record ExportData(string Format)
{
    public const string Json = "json";

    /// <summary>Reads the <c>data</c> of a request; what is wrong goes to <paramref name="errors"/>.</summary>
    public static ExportData Parse(JsonElement data, FieldErrors errors)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            errors.Add("data", "data must be an object.");
            return new ExportData(Json);
        }
        var format = Json;
        foreach (var property in data.EnumerateObject())
        {
            if (property.Name != "format")
                errors.Add($"data.{property.Name}", $"There is no field data.{property.Name}.");
            else if (
                property.Value.ValueKind != JsonValueKind.String
                || ExportForms.Find(property.Value.GetString()) is null
            )
                errors.Add("data.format", $"data.format must be {ExportForms.Names}.");
            else
                format = property.Value.GetString()!;
        }
        return new ExportData(format);
    }

    /// <summary>The job; a null library means all.</summary>
    internal JobRequest Request(long? libraryId) =>
        JobRequest.For(JobTypes.Export, JobQueues.General, this) with
        {
            LibraryId = libraryId,
        };
}
