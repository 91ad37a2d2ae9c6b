using Npgsql;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>The address of a database in the form other programs know too.</summary>
internal static class PostgresAddress
{
    /// <exception cref="FormatException">It is not of the form <c>postgres://user:password@host:port/database</c>.</exception>
    public static string ToConnectionString(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.AbsolutePath.Trim('/').Length == 0)
            throw new FormatException("A database is given as postgres://user:password@host:port/database.");
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')),
        };
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Set(builder, option.Split('=', 2));
        return builder.ConnectionString;
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string[] option)
    {
        var name = option[0] == "sslmode" ? "SSL Mode" : Uri.UnescapeDataString(option[0]);
        try
        {
            builder[name] =
                option.Length > 1 ? Uri.UnescapeDataString(option[1]).Replace("-", "", StringComparison.Ordinal) : "";
        }
        catch (ArgumentException unknown)
        {
            throw new FormatException($"The database's address has an option that is not known: {option[0]}.", unknown);
        }
    }
}
