using System.Text.Json;
using System.Text.Json.Serialization;
using Colophon.Formats;
using Colophon.Jobs;
using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog.Shown;

/// <summary>What lists show of films, shows, music and all that lies in them.</summary>
public abstract record ItemShown
{
    private protected ItemShown(ShownItem item)
    {
        var (row, shown) = (item.Row, item.Values);
        (Id, LibraryId, Title, Year) = (row.Id, row.LibraryId, row.Title, row.Year);
        SortTitle = shown.Text(Fields.SortTitle) ?? row.Title;
        Description = shown.Text(Fields.Description);
        Ratings = RatingShown.Of(shown);
        UserRating = shown.Number(Fields.UserRating);
        Genres = item.Terms.Named(TermTypes.Genre);
        Tags = item.Terms.Named(TermTypes.Tag);
        Identifiers = IdentifierShown.Of(shown);
        CoverUrl = item.CoverUrl;
        (Sources, Locks, State) = (shown.Sources, row.LockedFields, row.State);
        MissingSince = ShownTime.Of(row.MissingSince);
        CreatedAt = ShownTime.Of(row.AddedAt);
        UpdatedAt = ShownTime.Of(row.UpdatedAt);
        Revision = row.Revision;
    }

    public long Id { get; init; }

    public long LibraryId { get; init; }

    public string Title { get; init; }

    public string SortTitle { get; init; }

    public long? Year { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<RatingShown> Ratings { get; init; }

    public double? UserRating { get; init; }

    public IReadOnlyList<string> Genres { get; init; }

    public IReadOnlyList<string> Tags { get; init; }

    public IReadOnlyList<IdentifierShown> Identifiers { get; init; }

    /// <summary>Its own, else that of what it lies in or of what lies in it.</summary>
    public string? CoverUrl { get; init; }

    /// <summary>Who said what is shown, by field.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; }

    public IReadOnlyList<string> Locks { get; init; }

    public string State { get; init; }

    public DateTime? MissingSince { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime UpdatedAt { get; init; }

    [JsonIgnore]
    public long Revision { get; init; }
}

/// <summary>What was filmed: a movie, a show or an episode.</summary>
public abstract record FilmShown : ItemShown
{
    private protected FilmShown(ShownItem item)
        : base(item)
    {
        var shown = item.Values;
        OriginalTitle = shown.Text(Fields.OriginalTitle);
        Outline = shown.Text(Fields.Outline);
        RuntimeMin = shown.Number(Fields.Runtime);
        Certification = shown.Text(Fields.Certification);
        Studios = item.Terms.Named(TermTypes.Studio);
        People = [.. item.People.Select(person => person.ToRole())];
    }

    public string? OriginalTitle { get; init; }

    public string? Outline { get; init; }

    public double? RuntimeMin { get; init; }

    public string? Certification { get; init; }

    public IReadOnlyList<string> Studios { get; init; }

    public IReadOnlyList<RolePlayed> People { get; init; }
}

/// <summary>An item with what it is tied to, as the pages need it.</summary>
internal sealed record ShownItem(
    ShownItemRow Row,
    IReadOnlyList<ShownPersonRow> People,
    IReadOnlyList<ShownTermRow> Terms,
    string? CoverUrl
)
{
    public Merged Values { get; init; } = Row.Shown;

    public IReadOnlyList<FindingShown> Warnings =>
        [
            .. (JsonSerializer.Deserialize<List<Finding>>(Row.Findings, JobJson.Options) ?? []).Select(
                finding => new FindingShown(finding.Code, finding.Message)
            ),
        ];
}
