namespace Colophon.Formats.Naming.Shows;

/// <summary>What the folders above an episode's file say.</summary>
/// <param name="Season">Of the season's folder, or of a show's folder that holds one season.</param>
/// <param name="EpisodeFolder">A folder named after one episode, directly above the file.</param>
/// <param name="Shelf">A first folder that is called as shelves are; the show only when the file names none.</param>
internal sealed record ShowLayout(ShowName? Show, int? Season, string? EpisodeFolder, string? Shelf)
{
    public static ShowLayout Of(string[] folders, RuleHitList hits)
    {
        int at = folders.Length - 1;
        while (at > 0 && BookPath.IsDiscFolder(folders[at]))
        {
            hits.Fire(SeasonRules.DiscFolder, folders[at], folders[at], "passed over");
            at--;
        }

        string? episodeFolder = at >= 0 && EpisodePath.IsEpisodeFolder(folders[at]) ? folders[at] : null;
        at -= episodeFolder is null ? 0 : 1;
        int? season = at < 0 ? null : SeasonOf(folders, at, hits);
        if (episodeFolder is not null)
        {
            hits.Fire(SeasonRules.EpisodeFolder, episodeFolder, episodeFolder, "an episode's folder");
            if (season is null && ShowFolder.Read(episodeFolder, new RuleHitList()) is { Title: not null } own)
            {
                return new ShowLayout(Named(own, episodeFolder, hits), null, episodeFolder, null);
            }
        }

        at -= season is null ? 0 : 1;
        if (at == 0 && SeasonRules.Shelf.Pattern!.IsMatch(folders[0]))
        {
            hits.Fire(SeasonRules.Shelf, folders[0], folders[0], "passed over");
            return new ShowLayout(null, season, episodeFolder, folders[0]);
        }

        ShowName? show = at < 0 ? null : Named(ShowFolder.Read(folders[at], hits), folders[at], hits);
        return new ShowLayout(show, season ?? show?.Season, episodeFolder, null);
    }

    private static int? SeasonOf(string[] folders, int at, RuleHitList hits) =>
        SeasonFolder.Read(folders[at], at > 0 ? folders[at - 1] : null, hits).Number;

    private static ShowName Named(ShowName show, string folder, RuleHitList hits)
    {
        hits.Fire(SeasonRules.ShowFolder, folder, folder, $"show={show.Title}, year={show.Year}");
        return show;
    }
}
