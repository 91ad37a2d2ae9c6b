using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

/// <summary>"Why does it say this?"</summary>
[Trait("Req", "D1")]
public sealed class ExplainTests
{
    [Fact]
    public void Every_offer_is_told_strongest_first_and_which_one_wins()
    {
        var title = Explain(
            Fields.Title,
            Said.Path(Said.Title("emma_final")),
            Said.Provider("openlibrary", Said.Title("Emma: A Novel")),
            Said.Embedded(Said.Title("Emma"))
        );

        title.Value.ShouldBe(new TextValue("Emma: A Novel"));
        title.Source.ShouldBe("openlibrary");
        title.Origin.ShouldBe("openlibrary:1");
        title.Reason.ShouldBe("priority");
        title.Offers.Select(offer => offer.Source).ShouldBe(["openlibrary", "embedded", "path"]);
        title.Offers.Select(offer => offer.Wins).ShouldBe([true, false, false]);
        title.Offers[1].Value.ShouldBe(new TextValue("Emma"));
    }

    [Fact]
    public void The_reason_is_the_first_thing_in_which_the_winner_is_better()
    {
        var epub = Said.Embedded("epub", "a.epub", Said.Title("a"));
        var another = Said.Embedded("epub", "b.epub", Said.Title("b"));
        var part = another with { Rank = EvidenceRank.Of("epub", "part", "b.epub") };
        var brought = another with { Rank = EvidenceRank.Of("epub", "main", "a.epub", turn: 1) };

        Explain(Fields.Title, epub).Reason.ShouldBe("only_offer");
        Explain(Fields.Title, epub, Said.Path(Said.Title("p"))).Reason.ShouldBe("priority");
        Explain(Fields.Title, epub, Said.Embedded("pdf", "a.pdf", Said.Title("p"))).Reason.ShouldBe("format_order");
        Explain(Fields.Title, epub, brought).Reason.ShouldBe("file_order");
        Explain(Fields.Title, epub, part).Reason.ShouldBe("role_order");
        Explain(Fields.Title, epub, another).Reason.ShouldBe("path_order");
        Explain(Fields.Title, Said.Manual(Said.Title("m"))).Reason.ShouldBe("manual");
        Explain(Fields.Title, epub, Said.Manual(Said.Title("m"))).Reason.ShouldBe("manual");
    }

    [Fact]
    public void A_field_a_person_cleared_says_so()
    {
        var genres = Explain(
            Fields.Genres,
            Said.Manual(Said.Cleared(Fields.Genres)),
            Said.Embedded(Said.Genres("Fiction"))
        );

        genres.Cleared.ShouldBeTrue();
        genres.Value.ShouldBeNull();
        genres.Reason.ShouldBe("cleared");
        genres.Offers[0].Value.ShouldBeNull();
        genres.Offers[1].Value.ShouldBe(new NamesValue(["Fiction"]));
    }

    [Fact]
    public void A_locked_field_tells_whose_value_it_holds_and_what_the_others_say()
    {
        var file = Said.Embedded(Said.Title("Emma"));
        var locks = FieldLocks.Lock(FieldLocks.None, Fields.Title, Said.Item(file));
        Evidence[] evidence = [file, Said.Provider("openlibrary", Said.Title("Emma: A Novel"))];

        var title = MetadataMerge.Explain("book", FieldLevel.Item, evidence, locks, ProviderOrder.None)[0];

        title.Locked.ShouldBeTrue();
        title.Reason.ShouldBe("locked");
        title.Origin.ShouldBe("file:Book.epub");
        title.Offers.Count.ShouldBe(2);
        title.Offers.ShouldAllBe(offer => !offer.Wins);
    }

    [Fact]
    public void A_stale_offer_says_so()
    {
        var file = Said.Embedded(Said.Title("Emma"), Said.Genres("Fiction"));
        var observed = file with { Document = file.Document.Observe(Said.Embedded(Said.Title("Emma")).Document) };

        Explain(Fields.Genres, observed).Offers.ShouldHaveSingleItem().Stale.ShouldBeTrue();
        Explain(Fields.Title, observed).Offers.ShouldHaveSingleItem().Stale.ShouldBeFalse();
    }

    [Fact]
    public void A_title_to_sort_by_that_nobody_gave_is_explained_by_the_title()
    {
        var sortTitle = Explain(Fields.SortTitle, Said.Embedded(Said.Title("The Hobbit")));

        sortTitle.Value.ShouldBe(new TextValue("Hobbit, The"));
        sortTitle.Origin.ShouldBe("file:Book.epub");
        sortTitle.Offers.ShouldBeEmpty();
    }

    [Fact]
    public void A_field_nobody_speaks_of_is_listed_without_reason()
    {
        var subtitle = Explain(Fields.Subtitle, Said.Embedded(Said.Title("Emma")));

        subtitle.ShouldBe(subtitle with { Value = null, Source = null, Origin = null, Reason = null });
        subtitle.Offers.ShouldBeEmpty();
    }

    private static FieldExplanation Explain(string field, params Evidence[] evidence) =>
        MetadataMerge
            .Explain("book", FieldLevel.Item, evidence, FieldLocks.None, Arbitrary.Providers)
            .Single(one => one.Field == field);
}
