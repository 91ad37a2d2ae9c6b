using Colophon.Formats.Naming;
using Colophon.Formats.Naming.Music;

namespace Colophon.Formats.Tests.Naming.Music;

/// <summary>Each rule for music has a path that makes it fire, so that none is dead.</summary>
[Trait("Req", "D7")]
public sealed class MusicRulesTests
{
    private static readonly (string Id, string Path)[] _rules =
    [
        ("music.disc-folder", "Artist/Album/CD1/01 - Title.flac"),
        ("music.volume-folder", "Artist/Album/Vol. 1/01 - Title.flac"),
        ("music.titled-disc-folder", "Artist/Album/Album (Disc 2)/01 - Title.flac"),
        ("music.loose-folder", "Artist/Artist - Title.flac"),
        ("music.type-folder", "Artist/Singles/Album/01 - Title.flac"),
        ("music.shelf", "Music/Artist - Album/01 - Title.flac"),
        ("music.artist-folder", "Artist/Album/01 - Title.flac"),
        ("music.album-folder", "Album/01 - Title.flac"),
        ("album.id", "Artist/Album [f5093c06-23e3-404f-aeaa-40f72885ee3a]/01 - Title.flac"),
        ("album.scene-release", "Some_Artist-Some_Album-WEB-1999-GRP/01-title.flac"),
        ("album.tracker-prefix", "(Rock) [CD] Artist - Album - 1999, FLAC (tracks), lossless/01.flac"),
        ("album.disc-mark", "Artist/Album [CD2]/01.flac"),
        ("album.edition", "Artist/Album (Deluxe Edition)/01.flac"),
        ("album.type", "Artist/Album EP/01.flac"),
        ("album.brackets", "Artist/Album [Japan CD]/01.flac"),
        ("album.audio-words", "Artist/Album MP3 192kbps/01.flac"),
        ("album.year", "Artist/Album (1999)/01.flac"),
        ("album.year-first", "Artist/1999 - Album/01.flac"),
        ("album.artist-prefix", "Artist/Artist - Album/01.flac"),
        ("album.artist-album", "Artist - Album/01.flac"),
        ("album.discography", "Artist - Discography/01.flac"),
        ("book.article-behind", "Artists, The/Album/01.flac"),
        ("track.artist-album-number", "Artist - Album - 01 - Title.flac"),
        ("track.disc-number", "Artist/Album/1-01 Title.flac"),
        ("track.vinyl-side", "Artist/Album/A1 Title.flac"),
        ("track.number", "Artist/Album/01 - Title.flac"),
        ("track.folder-artist", "Artist/Album/01 - Artist - Title.flac"),
        ("track.artist-title", "Artist - Title.flac"),
        ("track.version", "Artist/Album/01 - Title (2017 Remaster).flac"),
        ("artist.various", "VA/Album/01 - Artist - Title.flac"),
        ("artist.featured", "Artist/Album/01 - Title (feat. Guest).flac"),
        ("artist.with", "Artist/Album/01 - Title (with Guest).flac"),
        ("artist.several", "Artist; Other - Title.flac"),
    ];

    public static TheoryData<string, string> Paths => [.. _rules];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_rule_for_music_fires(string id, string path)
    {
        RuleHit hit = TrackPath.Explain(path).Rules.FirstOrDefault(hit => hit.Id == id).ShouldNotBeNull(path);
        (hit.Input.Length > 0 && hit.Matched.Length > 0 && hit.Result.Length > 0).ShouldBeTrue(path);
    }

    [Fact]
    public void Every_rule_of_the_table_has_an_example_a_text_and_a_reason()
    {
        _rules.Select(example => example.Id).ShouldBe(MusicRules.All.Select(rule => rule.Id));
        MusicRules.All.ShouldAllBe(rule => rule.Text.EndsWith('.') && rule.Reason.EndsWith('.'));
    }
}
