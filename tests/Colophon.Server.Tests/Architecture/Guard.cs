using Colophon.Testing;

namespace Colophon.Server.Tests.Architecture;

/// <summary>What a guard objects to.</summary>
/// <param name="Key">What an exception would be granted to: a path, or a path and a member.</param>
internal sealed record Offence(string Key, string Why);

/// <summary>
/// Compares what a guard found with the exceptions granted in <c>exceptions.txt</c> (rule | key | reason). An offence
/// without an exception fails, and so does an exception that nothing needs any more: the list can only shrink.
/// </summary>
internal static class Guard
{
    private const string ExceptionsFile = "tests/Colophon.Server.Tests/Architecture/exceptions.txt";

    public static void Holds(string rule, IEnumerable<Offence> offences)
    {
        var found = offences.ToList();
        var granted = Granted(rule);
        var refused = found
            .Where(offence => !granted.Contains(offence.Key))
            .Select(offence => $"{offence.Key}: {offence.Why}");
        var unused = granted
            .Where(key => found.TrueForAll(offence => offence.Key != key))
            .Select(key => $"{key}: no exception is needed any more, take it out of exceptions.txt");
        NothingIn([.. refused, .. unused], rule);
    }

    /// <summary>Fails with one line each.</summary>
    public static void NothingIn(IReadOnlyCollection<string> complaints, string rule)
    {
        if (complaints.Count > 0)
            Assert.Fail($"{rule}:\n  {string.Join("\n  ", complaints)}\n");
    }

    /// <summary>The lines of a data file without comments and blank lines.</summary>
    public static IEnumerable<string> Lines(string path) =>
        File.ReadLines(RepositoryFolder.Path(path))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#');

    private static HashSet<string> Granted(string rule) =>
        Lines(ExceptionsFile)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(parts => parts is [var name, var key, { Length: > 0 }] ? (name, key) : throw Malformed(parts))
            .Where(granted => granted.name == rule)
            .Select(granted => granted.key)
            .ToHashSet(StringComparer.Ordinal);

    private static FormatException Malformed(string[] parts) =>
        new($"exceptions.txt: '{string.Join(" | ", parts)}' is not 'rule | key | reason'.");
}
