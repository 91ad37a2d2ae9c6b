using Colophon.Formats.Naming.Music;
using Colophon.Formats.Text;

namespace Colophon.Formats.Music;

/// <summary>Says on which disc of an album each track is, and where.</summary>
internal sealed class AlbumPlaces
{
    private readonly Dictionary<AlbumMember, (int? Disc, int? Number)> _places = [];

    private AlbumPlaces() { }

    /// <summary>
    /// By tags first, by names second. Where tags put two files in one place and their folders are discs, the folders count:
    /// many programs tag every disc as the first. Numbers of 101 and more in names are disc and number where each disc has its
    /// first track; sides of vinyl are counted through.
    /// </summary>
    public static AlbumPlaces Of(IReadOnlyList<AlbumMember> members)
    {
        var places = new AlbumPlaces();
        bool isInFolders = IsInFolders(members);
        bool isJoined = IsJoined(members);
        foreach (AlbumMember member in members)
        {
            int? number = member.Tags.Track ?? member.Path.Track;
            int? disc = isInFolders ? member.Path.Disc ?? member.Tags.Disc : member.Tags.Disc ?? member.Path.Disc;
            disc ??= member.Tags.Side is { } side ? TrackNumbers.DiscOf(side) : null;
            places._places[member] = isJoined ? (number / 100, number % 100) : (disc, number);
        }

        places.CountSides(members);
        return places;
    }

    public (int? Disc, int? Number) this[AlbumMember member] => _places[member];

    /// <summary>In order of disc and number; what has none comes last, by folder and name with their numbers counted.</summary>
    public IEnumerable<AlbumMember> Ordered(IEnumerable<AlbumMember> members) =>
        members
            .OrderBy(member => _places[member].Disc ?? 1)
            .ThenBy(member => _places[member].Number ?? int.MaxValue)
            .ThenBy(member => TextKeys.NameKey(member.FilePath), StringComparer.Ordinal)
            .ThenBy(member => member.FilePath, StringComparer.Ordinal);

    private static bool IsInFolders(IReadOnlyList<AlbumMember> members)
    {
        var tagged = members.Select(member => member.Place).Where(place => place is not null).ToList();
        return tagged.Distinct().Count() < tagged.Count && members.All(member => member.Path.Disc is not null);
    }

    private static bool IsJoined(IReadOnlyList<AlbumMember> members)
    {
        bool isOpen = members.All(member =>
            member.Tags.Track is null
            && member.Tags.Disc is null
            && member.Path.Disc is null
            && member.Path.Track is > 100 and < 1000
            && member.Path.Track % 100 > 0
        );
        var numbers = members.Select(member => member.Path.Track).ToHashSet();
        return isOpen
            && numbers.Contains(101)
            && numbers.All(number => numbers.Contains((number / 100 * 100) + 1))
            && members.Count == numbers.Count;
    }

    private void CountSides(IReadOnlyList<AlbumMember> members)
    {
        if (members.Any(member => SideOf(member) is null || _places[member].Number is null))
        {
            return;
        }

        foreach (IGrouping<int?, AlbumMember> disc in members.GroupBy(member => _places[member].Disc).ToList())
        {
            int number = 0;
            foreach (AlbumMember member in disc.OrderBy(SideOf).ThenBy(member => _places[member].Number).ToList())
            {
                _places[member] = (disc.Key, ++number);
            }
        }
    }

    private static char? SideOf(AlbumMember member) =>
        member.Tags.Side ?? (member.Tags.Track is null ? member.Path.Side : null);
}
