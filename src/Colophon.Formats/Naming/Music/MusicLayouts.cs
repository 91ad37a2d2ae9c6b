namespace Colophon.Formats.Naming.Music;

/// <summary>What the folders above many tracks say: those above numbered tracks, which say the same of each, are read once.</summary>
internal sealed class MusicLayouts
{
    private readonly Dictionary<string, (MusicLayout Layout, IReadOnlyList<RuleHit> Hits)> _known = new(
        StringComparer.Ordinal
    );

    /// <inheritdoc cref="MusicLayout.Of"/>
    public MusicLayout Of(string[] folders, string stem, RuleHitList hits)
    {
        if (!MusicLayout.IsNumbered(stem))
        {
            return MusicLayout.Of(folders, stem, hits);
        }

        string path = string.Join('/', folders);
        if (!_known.TryGetValue(path, out var known))
        {
            var own = new RuleHitList();
            known = (MusicLayout.Of(folders, stem, own), own.All);
            _known.Add(path, known);
        }

        hits.AddAll(known.Hits);
        return known.Layout;
    }
}
