using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

/// <summary>What a refresh may drop and what never.</summary>
[Trait("Req", "B3")]
public sealed class RefreshAllPropertyTests
{
    private const int Cases = 2000;
    private static readonly string[] Local = [Sources.Sidecar, Sources.Embedded, Sources.Path];

    [Fact]
    public void A_refresh_drops_exactly_what_people_and_providers_said_of_fields_that_the_files_give() =>
        Property.Holds(
            Cases,
            any =>
            {
                var refresh = new Refresh(any);
                foreach (var (before, after) in refresh.Stored.Zip(refresh.Kept))
                // One name may stand in several rows of the table: of other kinds, or of another level.
                foreach (var rows in Fields.All.GroupBy(field => field.Name))
                {
                    var said = before.Document.Fields.ContainsKey(rows.Key);
                    var dropped = said && !after.Document.Fields.ContainsKey(rows.Key);
                    var expected = said && !Local.Contains(before.Source) && rows.Any(refresh.Overwrites);
                    dropped.ShouldBe(expected, $"{before.Source} {rows.Key}");
                }
            }
        );

    [Fact]
    public void A_refresh_never_touches_a_locked_field() =>
        Property.Holds(
            Cases,
            any =>
            {
                var refresh = new Refresh(any);
                foreach (var (before, after) in refresh.Stored.Zip(refresh.Kept))
                foreach (var field in refresh.Locks.Keys)
                    after
                        .Document.Fields.GetValueOrDefault(field)
                        .ShouldBe(before.Document.Fields.GetValueOrDefault(field));
            }
        );

    [Fact]
    public void What_is_shown_before_a_refresh_of_empty_files_is_shown_after_it() =>
        Property.Holds(
            Cases,
            any =>
            {
                var (level, stored, locks) = (any.Level(), any.Evidence(), any.Locks());
                Evidence[] nothing = [any.EvidenceOf(Sources.Embedded) with { Document = EvidenceDocument.Empty }];

                RefreshAll
                    .Drop(Arbitrary.Kind, level, stored, nothing, locks)
                    .Select(one => one.Document)
                    .ShouldBe(stored.Select(one => one.Document));
            }
        );

    private sealed class Refresh
    {
        private readonly FieldLevel level;
        private readonly List<Evidence> fresh;

        public Refresh(Arbitrary any)
        {
            level = any.Level();
            Stored = any.Evidence();
            Locks = any.Locks();
            fresh = [.. Enumerable.Range(0, any.Below(3)).Select(_ => Fresh(any))];
            Kept = RefreshAll.Drop(Arbitrary.Kind, level, Stored, fresh, Locks);
        }

        public List<Evidence> Stored { get; }

        public IReadOnlyList<Evidence> Kept { get; }

        public Dictionary<string, FieldLock> Locks { get; }

        public bool Overwrites(Field field) =>
            Fields.For(Arbitrary.Kind, level).Contains(field)
            && !Locks.ContainsKey(field.Name)
            && (
                Gives(field.Name)
                || (field.Name == Fields.SortTitle && Gives(Fields.Title) && !Locks.ContainsKey(Fields.Title))
                || (
                    field.Name == Fields.Name
                    && fresh.Any(one => one.Source == Sources.Embedded && Has(one, Fields.Title))
                )
            );

        private static Evidence Fresh(Arbitrary any)
        {
            var one = any.EvidenceOf(any.OneOf(Local));
            var said = one.Document.Fields.Where(entry => entry.Value is not ClearedValue).ToDictionary();
            return one with { Document = new() { Fields = said } };
        }

        private bool Gives(string field) => fresh.Exists(one => Has(one, field));

        private static bool Has(Evidence one, string field) => one.Document.Fields.ContainsKey(field);
    }
}
