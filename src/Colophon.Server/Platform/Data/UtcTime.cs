namespace Colophon.Server.Platform.Data;

/// <summary>Times are stored as UTC milliseconds; the API writes them as ISO 8601 with <c>Z</c>.</summary>
public static class UtcTime
{
    public static DateTimeOffset From(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static DateTimeOffset? From(long? milliseconds) => milliseconds is { } value ? From(value) : null;
}
