using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Files;
using Colophon.Server.Publishing.Journal;
using Colophon.Server.Publishing.Plan;
using Colophon.Server.Sidecars;

namespace Colophon.Server.Publishing;

/// <summary>
/// What stands beside an item against what ought to: looks, and writes nothing. What is as it ought to be is no step. A file that
/// the server did not write, or that was changed since, is a person's and stays.
/// </summary>
internal sealed class PublishDifference(PublishedItem item, CancellationToken cancellationToken)
{
    private const long NfoLimit = 16 * 1024 * 1024;

    private readonly Dictionary<string, FolderListing> folders = new(StringComparer.Ordinal);

    public IReadOnlyList<PublishStep> Steps()
    {
        // A disk that is not mounted is an empty folder: nothing is written into it.
        if (!FileProbe.Look(item.Media).IsFile)
            return [Failed(item.Media, "media", "The media are not there; nothing is written beside them.")];
        var steps = new List<PublishStep?>();
        foreach (var planned in item.Pictures)
            steps.Add(Guarded(item.Absolute(planned.Path), planned.Picture.Type, path => Of(path, planned.Picture)));
        if (item.Nfo is { } nfo)
            steps.Add(Guarded(nfo.Path, PublishChange.Nfo, path => Of(path, nfo)));
        var wanted = item.Pictures.Select(planned => item.Absolute(planned.Path)).Append(item.Nfo?.Path).ToHashSet();
        foreach (var old in item.Published.Values.Where(old => !wanted.Contains(old.Path)))
            steps.Add(Guarded(old.Path, old.Content, _ => Unwanted(old)));
        return [.. steps.OfType<PublishStep>()];
    }

    private PublishStep? Guarded(string path, string content, Func<string, PublishStep?> look)
    {
        try
        {
            return RealPath.IsInside(item.Root, FolderOf(path))
                ? look(path)
                : Failed(path, content, "Its folder is not there, or leads out of the library's folders.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Failed(path, content, refused.Message);
        }
    }

    private PublishStep? Of(string path, PublishedPicture picture)
    {
        var look = FileProbe.Look(path);
        if (look.State == PathState.Missing)
            return Twin(path) is { } twin
                ? Kept(path, picture.Type, $"“{twin}” stands there already.")
                : Write(path, picture.Type, picture.Sha256, before: null, picture);
        if (Trouble(path, picture.Type, look) is { } trouble)
            return trouble;
        if (Own(path, look.Facts) is { } own)
            return own.Sha256 == picture.Sha256 ? null : Write(path, picture.Type, picture.Sha256, own.Sha256, picture);
        return
            look.Facts.Size == picture.Size && FileContent.HashOf(item.Root, path, cancellationToken) == picture.Sha256
            ? null
            : Kept(path, picture.Type, "Somebody else's file of this name stays.");
    }

    private PublishStep? Of(string path, SidecarFile nfo)
    {
        var look = FileProbe.Look(path);
        var isThere = look.State != PathState.Missing;
        if (isThere && Trouble(path, PublishChange.Nfo, look) is { } trouble)
            return trouble;
        var there = isThere ? FileContent.Read(item.Root, path, NfoLimit, cancellationToken) : null;
        if (nfo.Make(there) is not { } bytes)
            return Kept(path, PublishChange.Nfo, "It cannot be changed without loss.");
        if (there is not null && there.AsSpan().SequenceEqual(bytes))
            return null;
        var own = isThere ? Own(path, look.Facts) : null;
        return isThere && own is null
            ? Kept(path, PublishChange.Nfo, "Somebody else's file of this name stays.")
            : new PublishStep(
                Intended(path, PublishChange.Nfo, PublishAction.Write, FileContent.HashOf(bytes), own?.Sha256),
                Bytes: bytes
            );
    }

    /// <summary>Changed since, it is a person's by now.</summary>
    private PublishStep? Unwanted(PublishChange old)
    {
        var look = FileProbe.Look(old.Path);
        if (look.State == PathState.Missing)
            return null;
        if (Trouble(old.Path, old.Content, look) is { } trouble)
            return trouble;
        return (look.Facts.Size, look.Facts.ModifiedNs) == (old.Size, old.ModifiedNs)
            ? new PublishStep(Intended(old.Path, old.Content, PublishAction.Remove, sha256: null, old.Sha256))
            : null;
    }

    /// <summary>A picture of the same name in another format: a program takes either.</summary>
    private string? Twin(string path)
    {
        var folder = FolderOf(path);
        if (!folders.TryGetValue(folder, out var listing))
            folders[folder] = listing = FolderReader.List(folder);
        var stem = Path.GetFileNameWithoutExtension(path);
        return listing
            .Entries.Where(entry => entry.IsFile && LocalPictures.IsPictureName(entry.Name))
            .Where(entry =>
                Path.GetFileNameWithoutExtension(entry.Name).Equals(stem, StringComparison.OrdinalIgnoreCase)
            )
            .FirstOrDefault(entry => !item.Published.ContainsKey($"{folder}/{entry.Name}"))
            .Name;
    }

    private WrittenFile? Own(string path, FileFacts facts) =>
        facts.Link == LinkForm.NoLink
        && item.Written.TryGetValue(path, out var own)
        && (own.Size, own.ModifiedNs) == (facts.Size, facts.ModifiedNs)
            ? own
            : null;

    private PublishStep? Trouble(string path, string content, ProbeResult look) =>
        look.IsFile ? null
        : look.State == PathState.Present ? Kept(path, content, "Something that is no file has this name.")
        : Failed(path, content, look.Trouble ?? "It cannot be looked at.");

    private PublishStep Write(string path, string content, string sha256, string? before, PublishedPicture picture) =>
        new(Intended(path, content, PublishAction.Write, sha256, before), picture);

    private PublishStep Kept(string path, string content, string reason) =>
        new(
            Intended(path, content, PublishAction.Write, null, null) with
            {
                State = PublishState.Kept,
                Reason = reason,
            }
        );

    private PublishStep Failed(string path, string content, string reason) =>
        new(
            Intended(path, content, PublishAction.Write, null, null) with
            {
                State = PublishState.Failed,
                Reason = reason,
            }
        );

    private PublishChange Intended(string path, string content, PublishAction action, string? sha256, string? before) =>
        new(path, item.Id, content, action, PublishState.Intended, sha256, before);

    private static string FolderOf(string path) => path[..path.LastIndexOf('/')];
}
