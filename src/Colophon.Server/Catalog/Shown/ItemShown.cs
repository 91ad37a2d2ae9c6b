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

    public long Id { get; }

    public long LibraryId { get; }

    public string Title { get; }

    public string SortTitle { get; }

    public long? Year { get; }

    public string? Description { get; }

    public IReadOnlyList<RatingShown> Ratings { get; }

    public double? UserRating { get; }

    public IReadOnlyList<string> Genres { get; }

    public IReadOnlyList<string> Tags { get; }

    public IReadOnlyList<IdentifierShown> Identifiers { get; }

    /// <summary>Its own, else that of what it lies in or of what lies in it.</summary>
    public string? CoverUrl { get; }

    /// <summary>Who said what is shown, by field.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }

    public IReadOnlyList<string> Locks { get; }

    public string State { get; }

    public DateTime? MissingSince { get; }

    public DateTime CreatedAt { get; }

    public DateTime UpdatedAt { get; }

    [JsonIgnore]
    public long Revision { get; }
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

    public string? OriginalTitle { get; }

    public string? Outline { get; }

    public double? RuntimeMin { get; }

    public string? Certification { get; }

    public IReadOnlyList<string> Studios { get; }

    public IReadOnlyList<RolePlayed> People { get; }
}

/// <summary>An item with what it is tied to, as the pages need it.</summary>
internal sealed record ShownItem(
    ShownItemRow Row,
    IReadOnlyList<ShownPersonRow> People,
    IReadOnlyList<ShownTermRow> Terms,
    string? CoverUrl
)
{
    public Merged Values { get; } = Row.Shown;

    public IReadOnlyList<FindingShown> Warnings =>
        [
            .. (JsonSerializer.Deserialize<List<Finding>>(Row.Findings, JobJson.Options) ?? []).Select(
                finding => new FindingShown(finding.Code, finding.Message)
            ),
        ];
}
