using Colophon.Formats;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Scanning;

/// <summary>The small files of a unit that speak about its media files: they are read whole, and are nobody's fault.</summary>
public sealed class BesideFiles(UnitToRead unit, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, FolderEntry> files = unit
        .Sketch.Files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Names => files.Keys;

    public CancellationToken CancellationToken => cancellationToken;

    public bool Has(string name) => files.ContainsKey(name);

    /// <summary>A file that is not there says nothing; of one that cannot be read there is a finding.</summary>
    /// <param name="name">In any case.</param>
    /// <param name="limit">What is larger comes with one byte more, so that a reader can tell.</param>
    /// <param name="findings">Takes in what is wrong.</param>
    /// <param name="take">Gets the bytes.</param>
    public void Read(string name, int limit, List<Finding> findings, Action<byte[]> take)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!files.TryGetValue(name, out var entry))
            return;
        try
        {
            var path = unit.Folder.TrimEnd('/') + "/" + entry.Name;
            using var handle = RealPath.OpenInside(unit.Library.Roots.Select(root => root.Path), path);
            var bytes = new byte[Math.Min(RandomAccess.GetLength(handle), limit + 1L)];
            var length = 0;
            int part;
            while (length < bytes.Length && (part = RandomAccess.Read(handle, bytes.AsSpan(length), length)) > 0)
                length += part;
            take(bytes[..length]);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            findings.Add(
                new Finding(
                    FindingCodes.SidecarUnreadable,
                    FindingSeverity.Warning,
                    $"{entry.Name}: {FindingCodes.Texts[FindingCodes.SidecarUnreadable]} ({trouble.Message})"
                )
            );
        }
    }

    /// <summary>What is wrong beside a file is never the file's own fault.</summary>
    public static Finding Told(string name, Finding finding) =>
        new(finding.Code, FindingSeverity.Warning, $"{name}: {finding.Message}");
}
