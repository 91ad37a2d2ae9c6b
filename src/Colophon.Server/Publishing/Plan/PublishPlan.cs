namespace Colophon.Server.Publishing.Plan;

/// <summary>A picture that is to stand beside the media.</summary>
/// <param name="CachePath">Relative to the data folder.</param>
public sealed record PublishedPicture(long AssetId, string Type, string CachePath, long Size, string Sha256);

/// <summary>A file that ought to stand beside the media.</summary>
/// <param name="Path">Below the root.</param>
public sealed record PlannedPicture(string Path, PublishedPicture Picture);

/// <summary>Which pictures go where for which program. A pure function: the same item, the same plan.</summary>
public static class PublishPlan
{
    public static IReadOnlyList<PlannedPicture> Of(
        string program,
        PublishPlace place,
        IReadOnlyList<PublishedPicture> pictures
    )
    {
        var planned = new List<PlannedPicture>();
        foreach (var type in pictures.GroupBy(picture => picture.Type, StringComparer.Ordinal))
        foreach (var (picture, number) in type.Select((picture, number) => (picture, number)))
        {
            if (PublishNames.PathOf(program, place, type.Key, number) is { } path)
                planned.Add(new PlannedPicture(path + Path.GetExtension(picture.CachePath), picture));
        }
        return planned;
    }
}
