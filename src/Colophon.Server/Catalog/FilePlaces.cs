namespace Colophon.Server.Catalog;

/// <summary>The place a person's merge or split gives a file.</summary>
internal static class FilePlaces
{
    /// <summary>Behind the files that are there. What plays on where another file of its format ends is a part.</summary>
    public static FilePlace Among(IReadOnlyCollection<DraftFile> there, DraftFile file)
    {
        var isPart =
            file is { Place.Role: FileRoles.Main, Row.Duration: not null }
            && there.Any(other => IsOfTheBook(other) && other.Row.Format == file.Row.Format);
        var last = there.Select(other => other.Place.Position).DefaultIfEmpty(-1).Max();
        return new FilePlace(isPart ? FileRoles.Part : file.Place.Role, last + 1, AssignedBy.User);
    }

    /// <summary>Among files that leave their item together: the first part of a format begins it, a supplement alone is the book.</summary>
    public static FilePlace Apart(IReadOnlyList<DraftFile> chosen, DraftFile file)
    {
        var first = chosen.FirstOrDefault(other => IsOfTheBook(other) && other.Row.Format == file.Row.Format);
        var isMain = first == file || !chosen.Any(IsOfTheBook);
        return new FilePlace(isMain ? FileRoles.Main : file.Place.Role, chosen.ToList().IndexOf(file), AssignedBy.User);
    }

    private static bool IsOfTheBook(DraftFile file) => file.Place.Role is FileRoles.Main or FileRoles.Part;
}
