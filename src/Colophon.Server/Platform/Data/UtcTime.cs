namespace Colophon.Server.Platform.Data;

/// <summary>Times are stored as UTC milliseconds and leave as ISO 8601 with <c>Z</c>, which a UTC <see cref="DateTime"/> is written as.</summary>
public static class UtcTime
{
    public static DateTime From(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;

    public static DateTime? From(long? milliseconds) => milliseconds is { } value ? From(value) : null;
}
