using System.Globalization;
using System.Text.Json;
using Colophon.Jobs.Stores.Postgres;
using Colophon.Server.Platform.Protection;

namespace Colophon.Server.Platform.Hosting;

/// <summary>What the command line said; null = it said nothing.</summary>
public sealed record GivenOptions(
    string? Data,
    string? Urls,
    int? Readers,
    string? Database = null,
    NodeRole Role = NodeRole.PagesAndWork
);

/// <summary>Puts the options together and checks them: command line, else <c>COLOPHON_...</c>, else <c>colophon.json</c>, else the default.</summary>
public static class ServerOptionsReader
{
    private const string AnyPort = "http://127.0.0.1:0";
    private const string DefaultData = "colophon-data";

    public static ServerOptions Read(GivenOptions given, Func<string, string?> environment)
    {
        var data = Path.GetFullPath(given.Data ?? Value(environment("COLOPHON_DATA")) ?? DefaultData);
        var file = ConfigurationFile.Read(Path.Combine(data, "colophon.json"));
        var urls = given.Urls ?? Value(environment("COLOPHON_URLS"));
        var readers = given.Readers ?? WholeNumber("COLOPHON_READERS", environment("COLOPHON_READERS")) ?? file.Readers;
        var roots = Value(environment("COLOPHON_ROOTS"));
        var unasked = given.Role is NodeRole.Work ? AnyPort : ServerOptions.DefaultUrl;
        return new ServerOptions
        {
            DataFolder = data,
            Role = given.Role,
            Urls = CheckUrls(urls is null ? file.Urls ?? [unasked] : Split(urls, ';', ',')),
            Readers = given.Role is NodeRole.Pages ? 0 : CheckReaders(readers ?? ServerOptions.DefaultReaders),
            Database = CheckDatabase(
                given.Database ?? Value(environment("COLOPHON_DATABASE")) ?? Value(file.Database),
                given.Role
            ),
            Lease = CheckLease(WholeNumber("COLOPHON_LEASE", environment("COLOPHON_LEASE"))),
            Contact = CheckContact(Value(environment("COLOPHON_CONTACT")) ?? Value(file.Contact)),
            SecretKey = MasterKey.Parse(environment("COLOPHON_SECRET_KEY")),
            Roots = CheckRoots(roots is null ? file.Roots ?? ["/"] : Split(roots, ':', ';')),
        };
    }

    private static IReadOnlyList<string> CheckUrls(IReadOnlyList<string> urls)
    {
        if (urls.Count == 0)
            throw new StartRefusedException(
                $"--urls is empty. Give an address to listen on, for example {ServerOptions.DefaultUrl}."
            );
        foreach (var url in urls)
        {
            if (url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
                throw new StartRefusedException(
                    $"{url}: Colophon speaks http only. Listen on {ServerOptions.DefaultUrl} and put a reverse proxy with a certificate in front of it."
                );
            // + and * stand for every address; Uri does not know them.
            var plain = url.Replace("//+", "//0.0.0.0").Replace("//*", "//0.0.0.0");
            if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme != "http" || uri.PathAndQuery != "/")
                throw new StartRefusedException(
                    $"\"{url}\" is not an address to listen on. Write it as http://HOST:PORT, for example {ServerOptions.DefaultUrl} or http://0.0.0.0:8484."
                );
        }
        return urls;
    }

    private static string? CheckDatabase(string? database, NodeRole role) =>
        database is null && role is not NodeRole.PagesAndWork
            ? throw new StartRefusedException(
                "Pages and work can be parted only on a database that several nodes share. Give one with --database or "
                    + "COLOPHON_DATABASE, or start the whole with: colophon serve"
            )
        : database is null || PostgresDatabase.IsAddress(database) ? database
        : throw new StartRefusedException(
            "--database is not the address of a database. Write it as postgres://USER:PASSWORD@HOST:PORT/DATABASE; "
                + "without it the database is a file in the data folder."
        );

    private static int CheckReaders(int readers) =>
        readers is >= 1 and <= 256
            ? readers
            : throw new StartRefusedException(
                $"--readers is {readers}. Give a number of reader threads from 1 to 256."
            );

    private static TimeSpan CheckLease(int? seconds) =>
        seconds switch
        {
            null => PostgresDatabase.DefaultLease,
            // A worker gives a sign of life each second, and one that is busy gives it late.
            >= 3 and <= 3600 => TimeSpan.FromSeconds(seconds.Value),
            _ => throw new StartRefusedException(
                $"COLOPHON_LEASE is {seconds}. Give the seconds a node may be silent, from 3 to 3600, the same on all nodes."
            ),
        };

    /// <summary>It stands in the header of a request, in brackets.</summary>
    private static string? CheckContact(string? contact) =>
        contact is null
        || (
            contact.Length <= 200
            && contact.All(letter => letter is > ' ' and < '\x7F' and not ('(' or ')' or '\\'))
            && (contact.Contains('@') || contact.StartsWith("http", StringComparison.Ordinal))
        )
            ? contact
            : throw new StartRefusedException(
                $"COLOPHON_CONTACT is \"{contact}\". Give an e-mail address or the address of a page, without spaces and brackets."
            );

    private static IReadOnlyList<string> CheckRoots(IReadOnlyList<string> roots)
    {
        foreach (var root in roots)
            if (!Path.IsPathRooted(root))
                throw new StartRefusedException(
                    $"COLOPHON_ROOTS holds \"{root}\", which is not an absolute path. Write absolute folders, separated by colons."
                );
        return roots.Count == 0 ? ["/"] : roots;
    }

    private static int? WholeNumber(string name, string? text) =>
        Value(text) is not { } value ? null
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new StartRefusedException($"{name} is \"{value}\". Give a whole number.");

    private static string? Value(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string[] Split(string text, params char[] separators) =>
        text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed record ConfigurationFile(
        IReadOnlyList<string>? Urls,
        int? Readers,
        IReadOnlyList<string>? Roots,
        string? Database,
        string? Contact
    )
    {
        public static ConfigurationFile Read(string path)
        {
            try
            {
                return JsonSerializer.Deserialize<ConfigurationFile>(File.ReadAllBytes(path), FileForm)
                    ?? new ConfigurationFile(null, null, null, null, null);
            }
            catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
            {
                return new ConfigurationFile(null, null, null, null, null);
            }
            catch (Exception bad) when (bad is JsonException or IOException or UnauthorizedAccessException)
            {
                throw new StartRefusedException(
                    $"{path} cannot be used: {bad.Message} It may hold urls, readers, roots, database and contact; mend or remove it."
                );
            }
        }

        private static readonly JsonSerializerOptions FileForm = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        };
    }
}
