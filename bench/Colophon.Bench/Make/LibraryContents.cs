namespace Colophon.Bench.Make;

/// <summary>How much of each kind a made library holds.</summary>
internal sealed record LibraryContents(int Books = 0, int Movies = 0, int Episodes = 0, int Tracks = 0)
{
    public override string ToString() =>
        string.Join(
            ", ",
            new[] { (Books, "books"), (Movies, "movies"), (Episodes, "episodes"), (Tracks, "tracks") }
                .Where(part => part.Item1 > 0)
                .Select(part => $"{part.Item1:N0} {part.Item2}")
        );
}
