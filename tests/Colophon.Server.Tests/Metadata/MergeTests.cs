using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

/// <summary>Whose value is shown (B2): manual, sidecar, provider, embedded, path.</summary>
[Trait("Req", "B2")]
public sealed class MergeTests
{
    [Fact]
    public void A_person_goes_before_a_sidecar_a_provider_the_file_and_its_path()
    {
        var all = new[]
        {
            Said.Path(Said.Title("path")),
            Said.Embedded(Said.Title("embedded")),
            Said.Provider("googlebooks", Said.Title("second provider")),
            Said.Provider("openlibrary", Said.Title("first provider")),
            Said.Sidecar(Said.Title("sidecar")),
            Said.Manual(Said.Title("manual")),
        };

        Said.Item(all[..1]).ShouldShow(Fields.Title, "path", Sources.Path);
        Said.Item(all[..2]).ShouldShow(Fields.Title, "embedded", Sources.Embedded);
        Said.Item(all[..3]).ShouldShow(Fields.Title, "second provider", "googlebooks");
        Said.Item(all[..4]).ShouldShow(Fields.Title, "first provider", "openlibrary");
        Said.Item(all[..5]).ShouldShow(Fields.Title, "sidecar", Sources.Sidecar);
        Said.Item(all).ShouldShow(Fields.Title, "manual", Sources.Manual);
    }

    [Fact]
    public void A_fresh_value_of_the_same_source_replaces()
    {
        var stored = Said.Embedded(Said.Title("Emma"));
        var fresh = Said.Embedded(Said.Title("Emma, revised"));

        Said.Item(stored with { Document = stored.Document.Observe(fresh.Document) })
            .ShouldShow(Fields.Title, "Emma, revised", Sources.Embedded);
    }

    [Fact]
    public void A_fresh_value_of_a_weaker_source_does_not_replace() =>
        Said.Item(Said.Manual(Said.Title("Mine")), Said.Embedded(Said.Title("The file's")))
            .ShouldShow(Fields.Title, "Mine", Sources.Manual);

    [Fact]
    public void A_provider_the_library_does_not_name_comes_after_those_it_names_and_before_the_file()
    {
        var unnamed = Said.Provider("zebra", Said.Title("unnamed"));

        Said.Item(unnamed, Said.Provider("googlebooks", Said.Title("named")))
            .ShouldShow(Fields.Title, "named", "googlebooks");
        Said.Item(unnamed, Said.Embedded(Said.Title("embedded"))).ShouldShow(Fields.Title, "unnamed", "zebra");
    }

    [Fact]
    public void Each_field_has_its_own_winner()
    {
        var shown = Said.Item(
            Said.Manual(Said.Genres("Mine")),
            Said.Embedded(Said.Title("Emma"), Said.Genres("Fiction", "Romance")),
            Said.Path(Said.Title("emma_final"), Said.Authors("Jane Austen"))
        );

        shown.ShouldShow(Fields.Title, "Emma", Sources.Embedded);
        shown.ShouldShowNames(Fields.Genres, "Mine");
        shown.Sources[Fields.Authors].ShouldBe(Sources.Path);
    }

    [Fact]
    public void A_list_is_taken_whole_from_its_winner() =>
        Said.Item(Said.Manual(Said.Genres("Gothic")), Said.Embedded(Said.Genres("Fiction", "Romance")))
            .ShouldShowNames(Fields.Genres, "Gothic");

    [Fact]
    public void Of_two_files_the_epub_goes_before_the_cbz_the_m4b_and_the_pdf_and_those_before_others_by_name()
    {
        string[] formats = ["epub", "cbz", "m4b", "pdf", "flac", "m4a", "mp3", "opus"];
        foreach (var (better, worse) in formats.Zip(formats.Skip(1)))
            Said.Item(Said.Embedded(worse, "a", Said.Title(worse)), Said.Embedded(better, "b", Said.Title(better)))
                .ShouldShow(Fields.Title, better, Sources.Embedded);
    }

    [Fact]
    public void Of_two_files_of_one_format_main_goes_before_part()
    {
        var part = Said.Embedded("m4b", "a", Said.Title("part")) with { Rank = EvidenceRank.Of("m4b", "part", "a") };
        var main = Said.Embedded("m4b", "b", Said.Title("main")) with { Rank = EvidenceRank.Of("m4b", "main", "b") };

        Said.Item(part, main).ShouldShow(Fields.Title, "main", Sources.Embedded);
    }

    [Fact]
    public void Of_two_files_the_one_a_person_brought_goes_after_those_a_scan_found_whatever_its_format()
    {
        var found = Said.Embedded("pdf", "b", Said.Title("found"));
        var brought = Said.Embedded("epub", "a", Said.Title("brought")) with
        {
            Rank = EvidenceRank.Of("epub", "main", "a", turn: 1),
        };

        Said.Item(brought, found).ShouldShow(Fields.Title, "found", Sources.Embedded);
    }

    [Theory]
    [InlineData("a.epub", "b.epub")]
    [InlineData("Z.epub", "a.epub")]
    [InlineData("a", "a.epub")]
    [InlineData("z.epub", "é.epub")]
    [InlineData("\uFF21.epub", "\U0001F4D6.epub")]
    public void Of_two_files_alike_the_path_decides_in_byte_order(string first, string second) =>
        Said.Item(
                Said.Embedded("epub", second, Said.Title("second")),
                Said.Embedded("epub", first, Said.Title("first"))
            )
            .ShouldShow(Fields.Title, "first", Sources.Embedded);

    [Fact]
    public void The_fields_of_a_file_come_from_that_file()
    {
        var shown = Said.File(
            Said.Embedded(Said.Text(Fields.Publisher, "Penguin"), Said.Genres("Fiction")),
            Said.Path(Said.Text(Fields.Name, "Emma"))
        );

        shown.ShouldShow(Fields.Publisher, "Penguin", Sources.Embedded);
        shown.Values.ContainsKey(Fields.Genres).ShouldBeFalse();
    }

    [Fact]
    public void A_file_is_named_by_its_own_title_and_else_by_its_stem()
    {
        var stem = Said.Path(Said.Text(Fields.Name, "emma_final"));

        Said.File(stem).ShouldShow(Fields.Name, "emma_final", Sources.Path);
        Said.File(stem, Said.Embedded(Said.Title("Emma"))).ShouldShow(Fields.Name, "Emma", Sources.Embedded);
        Said.File(stem, Said.Embedded(Said.Title("Emma"), Said.Text(Fields.Name, "Emma, unabridged")))
            .ShouldShow(Fields.Name, "Emma, unabridged", Sources.Embedded);
        Said.File(stem, Said.Manual(Said.Text(Fields.Name, "Mine")), Said.Embedded(Said.Title("Emma")))
            .ShouldShow(Fields.Name, "Mine", Sources.Manual);
    }

    [Fact]
    public void A_provider_s_title_of_the_book_does_not_name_a_file() =>
        Said.File(Said.Path(Said.Text(Fields.Name, "emma")), Said.Provider("openlibrary", Said.Title("Emma: A Novel")))
            .ShouldShow(Fields.Name, "emma", Sources.Path);

    [Fact]
    public void A_kind_nobody_knows_shows_nothing() =>
        MetadataMerge
            .Merge("hologram", FieldLevel.Item, [Said.Manual(Said.Title("?"))], FieldLocks.None, ProviderOrder.None)
            .ShouldBe(Merged.Empty);
}
