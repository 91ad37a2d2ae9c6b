using Colophon.Formats.Naming;
using Colophon.Formats.Naming.Movies;
using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Tests.Naming.Movies;

/// <summary>Each rule for movies and releases has a path that makes it fire, so that none is dead.</summary>
[Trait("Req", "D7")]
public sealed class MovieRulesTests
{
    private static readonly (string Id, string Path)[] _movies =
    [
        ("movie.inner-folder", "Movie/BDMV/STREAM/00001.m2ts"),
        ("movie.edition-mark", "Movie {edition-Final Cut}.mkv"),
        ("movie.extra-suffix", "Movie-trailer.mkv"),
        ("movie.part", "Movie cd1.mkv"),
        ("movie.year", "Movie (2001).mkv"),
        ("movie.edition-before-year", "Movie Extended 2001.mkv"),
        ("movie.episode-mark", "[Group] Movie - 03 [720p].mkv"),
        ("movie.tags", "Movie [tag].mkv"),
        ("movie.aka", "Movie aka Film.mkv"),
        ("book.article-behind", "Movie, The.mkv"),
        ("movie.title-folder", "Movie (2001)/file.mkv"),
        ("movie.title-file", "Movie.mkv"),
    ];

    private static readonly (string Id, string Path)[] _releases =
    [
        ("release.id", "Movie {tmdb-603}.mkv"),
        ("release.site", "www.site.org - Movie.mkv"),
        ("release.hash", "Movie [50AC421A].mkv"),
        ("release.leading-group", "[Group] Movie 720p.mkv"),
        ("release.words", "Movie 720p.mkv"),
        ("release.group", "Movie.720p-GRP.mkv"),
    ];

    public static TheoryData<string, string> Paths => [.. _movies, .. _releases];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_rule_for_movies_fires(string id, string path)
    {
        RuleHit hit = MoviePath.Explain(path).Rules.FirstOrDefault(hit => hit.Id == id).ShouldNotBeNull(path);
        (hit.Input.Length > 0 && hit.Matched.Length > 0 && hit.Result.Length > 0).ShouldBeTrue(path);
    }

    [Fact]
    public void Every_rule_of_the_tables_has_an_example()
    {
        _movies.Select(example => example.Id).ShouldBe(MovieRules.All.Select(rule => rule.Id));
        _releases.Select(example => example.Id).ShouldBe(ReleaseRules.All.Select(rule => rule.Id));
    }
}
