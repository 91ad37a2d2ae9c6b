using System.Buffers.Text;
using System.Text.Json;
using Colophon.Server.Platform.Http;
using Dapper;

namespace Colophon.Server.Catalog.Lists;

/// <summary>The place behind an item in a sorted list: far pages start there and need not count what lies before.</summary>
internal sealed record ListCursor(string Sort, string? Text, long? Number, long Id)
{
    private const string Field = "after";

    /// <summary>Opaque to callers; holds for the sort it came from.</summary>
    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    public static ListCursor After(ItemSort sort, ItemPlace place) =>
        sort.Type == SortKeyType.Number
            ? new(sort.Name, Text: null, Convert.ToInt64(place.SortKey, provider: null), place.Id)
            : new(sort.Name, (string)place.SortKey, Number: null, place.Id);

    /// <summary>Throws a validation error when it is none, or one of another sort.</summary>
    public static ListCursor? Parse(string? text, ItemSort sort)
    {
        if (text is null)
            return null;
        var cursor = Read(text);
        if (cursor is null || (sort.Type == SortKeyType.Text ? cursor.Text is null : cursor.Number is null))
            throw ApiErrors.Validation(Field, "This is not a cursor that a list gave.").AsException();
        return cursor.Sort == sort.Name
            ? cursor
            : throw ApiErrors.Validation(Field, $"This cursor belongs to the sort {cursor.Sort}.").AsException();
    }

    /// <summary>The condition that leaves out what lies before.</summary>
    public string Condition(ItemSort sort, DynamicParameters parameters)
    {
        parameters.Add("after_key", sort.Type == SortKeyType.Number ? Number : Text);
        parameters.Add("after_id", Id);
        var beyond = sort.Direction == SortDirection.Descending ? '<' : '>';
        return $" and (i.{sort.Column}, i.id) {beyond} (@after_key, @after_id)";
    }

    private static ListCursor? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ListCursor>(Base64Url.DecodeFromChars(text));
        }
        catch (Exception refused) when (refused is JsonException or FormatException)
        {
            return null; // told to the caller as a validation error
        }
    }
}
