namespace Colophon.Formats.Naming.Movies;

/// <summary>
/// Says whose a file is that is no film: all files of a movie's own folder are that movie's; in a folder of several it must
/// begin with the name of one, and the longest such name counts.
/// </summary>
internal sealed class MovieOwners
{
    /// <summary>The place of no movie.</summary>
    public const int Nobody = -1;

    private readonly Dictionary<string, int> _stems = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isOne;

    public MovieOwners(List<List<MovieEntry>> movies, bool isOne)
    {
        _isOne = isOne;
        for (int i = 0; i < movies.Count; i++)
        {
            foreach (string stem in movies[i].SelectMany(Stems).Where(stem => stem.Length > 0))
            {
                _stems.TryAdd(stem, i);
            }
        }
    }

    /// <summary>The place of the movie in the list.</summary>
    public int Of(string file)
    {
        if (_isOne)
        {
            return 0;
        }

        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int end = file.Length; end > 0; end--)
        {
            bool isBorder = end == file.Length || !char.IsLetterOrDigit(file[end]);
            if (isBorder && stems.TryGetValue(file.AsSpan(0, end), out int movie))
            {
                return movie;
            }
        }

        return Nobody;
    }

    private static IEnumerable<string> Stems(MovieEntry entry) =>
        entry.Files.Where(file => !file.Contains('/')).Select(MovieFileTypes.Stem).Prepend(entry.Stem);
}
