using System.Text;
using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

/// <summary>What holds of every merge, whatever was said by whom.</summary>
[Trait("Req", "D1")]
public sealed class MergePropertyTests
{
    private const int Cases = 2000;

    [Fact]
    public void A_merge_does_not_depend_on_the_order_in_which_evidence_arrived() =>
        Property.Holds(
            Cases,
            any =>
            {
                var (level, evidence, locks) = (any.Level(), any.Evidence(), any.Locks());

                Merge(level, any.Shuffled(evidence), locks).ShouldBe(Merge(level, evidence, locks));
            }
        );

    [Fact]
    public void A_merge_does_not_depend_on_times() =>
        Property.Holds(
            Cases,
            any =>
            {
                var (level, evidence, locks) = (any.Level(), any.Evidence(), any.Locks());
                var later = evidence.ConvertAll(one =>
                    one with
                    {
                        ObservedAt = one.ObservedAt.AddDays(any.Below(999)),
                    }
                );

                Merge(level, later, locks).ShouldBe(Merge(level, evidence, locks));
            }
        );

    [Fact]
    public void Merging_again_what_was_observed_again_changes_nothing() =>
        Property.Holds(
            Cases,
            any =>
            {
                var (level, evidence, locks) = (any.Level(), any.Evidence(), any.Locks());
                var before = Merge(level, evidence, locks);
                var again = evidence.ConvertAll(one =>
                    one.Source == Sources.Manual ? one : one with { Document = one.Document.Observe(one.Document) }
                );

                Merge(level, again, locks).ShouldBe(before);
                Merge(level, evidence, locks).ValuesJson().ShouldBe(before.ValuesJson());
            }
        );

    [Fact]
    public void No_offer_of_a_higher_priority_than_the_winner_is_ever_passed_over() =>
        Property.Holds(
            Cases,
            any =>
            {
                var (level, evidence) = (any.Level(), any.Evidence());
                var shown = Merge(level, evidence, FieldLocks.None);
                foreach (var field in Fields.For(Arbitrary.Kind, level))
                {
                    var best = evidence
                        .Where(one => Says(one, field))
                        .OrderBy(one => Strength(one), Strengths)
                        .FirstOrDefault();
                    if (best is null && field.DerivedFrom is not null)
                        continue;
                    shown.Sources.GetValueOrDefault(field.Name).ShouldBe(best?.Source, field.Name);
                    shown.Values.GetValueOrDefault(field.Name).ShouldBe(Said(best, field), field.Name);
                }
            }
        );

    [Fact]
    public void An_empty_value_never_wins() =>
        Property.Holds(
            Cases,
            any =>
            {
                var (level, evidence) = (any.Level(), any.Evidence());
                var shown = Merge(level, evidence, any.Locks());

                shown.Values.Values.ShouldAllBe(value => !value.IsEmpty);
            }
        );

    [Fact]
    public void Adding_evidence_never_takes_a_shown_value_away_unless_a_person_cleared_it() =>
        Property.Holds(
            Cases,
            any =>
            {
                var (level, evidence, locks) = (any.Level(), any.Evidence(), any.Locks());
                var more = any.EvidenceOf(any.OneOf([Sources.Sidecar, "openlibrary", Sources.Embedded, Sources.Path]));
                var before = Merge(level, evidence, locks);
                var after = Merge(level, [.. evidence, more with { Origin = "more" }], locks);

                before.Values.Keys.ShouldBeSubsetOf(after.Values.Keys);
            }
        );

    [Fact]
    [Trait("Req", "C18")]
    public void A_locked_field_shows_what_its_lock_holds_whatever_is_said() =>
        Property.Holds(
            Cases,
            any =>
            {
                var (level, evidence, locks) = (any.Level(), any.Evidence(), any.Locks());
                var shown = Merge(level, evidence, locks);
                foreach (var field in Fields.For(Arbitrary.Kind, level))
                    if (locks.TryGetValue(field.Name, out var pinned))
                    {
                        shown.Values.GetValueOrDefault(field.Name).ShouldBe(pinned.Value);
                        shown.Sources.GetValueOrDefault(field.Name).ShouldBe(pinned.Source);
                    }
            }
        );

    [Fact]
    public void The_explanation_of_a_merge_is_the_merge() =>
        Property.Holds(
            Cases,
            any =>
            {
                var (level, evidence, locks) = (any.Level(), any.Evidence(), any.Locks());
                var shown = Merge(level, evidence, locks);
                var explained = MetadataMerge.Explain(Arbitrary.Kind, level, evidence, locks, Arbitrary.Providers);

                explained
                    .Select(one => one.Field)
                    .ShouldBe(Fields.For(Arbitrary.Kind, level).Select(field => field.Name));
                foreach (var one in explained)
                {
                    one.Value.ShouldBe(shown.Values.GetValueOrDefault(one.Field));
                    one.Source.ShouldBe(shown.Sources.GetValueOrDefault(one.Field));
                    one.Locked.ShouldBe(locks.ContainsKey(one.Field));
                    (one.Reason is null).ShouldBe(one is { Source: null, Locked: false });
                    one.Offers.Count(offer => offer.Wins).ShouldBe(one.Locked || one.Offers.Count == 0 ? 0 : 1);
                }
            }
        );

    private static readonly string[] SourceOrder =
    [
        Sources.Manual,
        Sources.Sidecar,
        .. Arbitrary.Providers.Names,
        "audnexus",
        "zebra",
        Sources.Embedded,
        Sources.Path,
    ];

    private static readonly IComparer<byte[]> Strengths = Comparer<byte[]>.Create(
        static (one, other) => one.AsSpan().SequenceCompareTo(other)
    );

    private static Merged Merge(
        FieldLevel level,
        IReadOnlyList<Evidence> evidence,
        IReadOnlyDictionary<string, FieldLock> locks
    ) => MetadataMerge.Merge(Arbitrary.Kind, level, evidence, locks, Arbitrary.Providers);

    /// <summary>The same order told another way: bytes to compare from the left.</summary>
    private static byte[] Strength(Evidence one) =>
        [
            (byte)Array.IndexOf(SourceOrder, one.Source),
            .. BitConverter.GetBytes(one.Rank.Format).Reverse(),
            (byte)one.Rank.Role,
            .. Encoding.UTF8.GetBytes(one.Rank.Path),
            0,
            .. Encoding.UTF8.GetBytes(one.Origin),
        ];

    private static bool Says(Evidence one, Field field) =>
        one.Document.Fields.TryGetValue(field.Name, out var value)
            ? !value.IsEmpty || one.Source == Sources.Manual
            : StandsIn(one, field) is not null;

    private static FieldValue? Said(Evidence? one, Field field) =>
        one?.Document.Fields.GetValueOrDefault(field.Name) switch
        {
            ClearedValue => null,
            { } value => value,
            null => one is null ? null : StandsIn(one, field),
        };

    private static FieldValue? StandsIn(Evidence one, Field field) =>
        field.Name == Fields.Name
        && one.Source == Sources.Embedded
        && one.Document.Fields.GetValueOrDefault(Fields.Title) is TextValue title
            ? title
            : null;
}
