using Colophon.Server.Platform.Data;
using Colophon.Server.Publishing.Journal;

namespace Colophon.Server.Publishing;

/// <summary>What would become of a file beside an item, or became of it in a run.</summary>
public enum PublishFileAction
{
    /// <summary>Nothing stands there yet.</summary>
    Write,

    /// <summary>What the server wrote earlier stands there.</summary>
    Replace,

    /// <summary>The server wrote it earlier, and it is not wanted any more.</summary>
    Remove,

    /// <summary>A person's file stands there and stays.</summary>
    Keep,

    /// <summary>It cannot be done.</summary>
    Fail,
}

/// <param name="Content">A type of asset, or nfo.</param>
/// <param name="Reason">Why it stays or cannot be done.</param>
public sealed record PublishFileView(string Path, string Content, PublishFileAction Action, string? Reason)
{
    internal static PublishFileView Of(PublishChange change) =>
        new(
            change.Path,
            change.Content,
            change switch
            {
                { State: PublishState.Kept } => PublishFileAction.Keep,
                { State: PublishState.Failed } => PublishFileAction.Fail,
                { Action: PublishAction.Remove } => PublishFileAction.Remove,
                { BeforeSha256: not null } => PublishFileAction.Replace,
                _ => PublishFileAction.Write,
            },
            change.Reason
        );
}

public sealed record PublishPlanItem(long ItemId, string Kind, string Title, IReadOnlyList<PublishFileView> Files);

/// <param name="Program">What it was made for: off, kodi, jellyfin or plex.</param>
/// <param name="Items">Those that there is something to say of.</param>
/// <param name="Next">To go on <c>after</c>; null at the end.</param>
public sealed record PublishPlanView(string Program, IReadOnlyList<PublishPlanItem> Items, long? Next);

/// <summary>What a plan comes to, of the items that one answer looked at.</summary>
/// <param name="Kinds">The kinds of items that something can be published of, in any library.</param>
/// <param name="Total">Items of these kinds in the library.</param>
/// <param name="Looked">Of them, how many this answer is about.</param>
/// <param name="Next">To go on <c>after</c>; null at the end.</param>
/// <param name="Items">Those that there is something to say of.</param>
/// <param name="Write">Files, as the others.</param>
public sealed record PublishPlanCounts(
    string Program,
    IReadOnlyList<string> Kinds,
    long Total,
    long Looked,
    long? Next,
    long Items,
    long Write,
    long Replace,
    long Remove,
    long Keep,
    long Fail
);

/// <summary>What a run did.</summary>
/// <param name="Id">Of the job too.</param>
/// <param name="ItemId">Null: the whole library.</param>
/// <param name="ItemKind">Null as well when the item is gone.</param>
/// <param name="JobId">The job that is at work on it now: publishing, or taking it back.</param>
/// <param name="Kept">Files of people that stayed.</param>
/// <param name="Undone">Files that were taken back.</param>
public sealed record PublishRunView(
    long Id,
    long LibraryId,
    long? ItemId,
    string? ItemKind,
    string? ItemTitle,
    long? JobId,
    string Program,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? UndoneAt,
    long Written,
    long Removed,
    long Kept,
    long Failed,
    long Undone
)
{
    internal static PublishRunView Of(PublishRun run, IReadOnlyList<PublishCount> counts)
    {
        return new PublishRunView(
            run.Id,
            run.LibraryId,
            run.ItemId,
            run.ItemKind,
            run.ItemTitle,
            run.JobId,
            run.Program,
            UtcTime.From(run.StartedAt),
            UtcTime.From(run.EndedAt),
            UtcTime.From(run.UndoneAt),
            Sum(PublishState.Done, PublishAction.Write),
            Sum(PublishState.Done, PublishAction.Remove),
            Sum(PublishState.Kept),
            Sum(PublishState.Failed),
            Sum(PublishState.Undone)
        );

        long Sum(PublishState state, PublishAction? action = null) =>
            counts.Where(row => row.State == state && (action is null || row.Action == action)).Sum(row => row.Count);
    }
}

public sealed record PublishRunList(IReadOnlyList<PublishRunView> Runs, long Total);

/// <summary>A file of a run.</summary>
/// <param name="Reason">Why it stayed, failed, or was not taken back.</param>
public sealed record PublishChangeView(
    string Path,
    long ItemId,
    string Content,
    PublishFileAction Action,
    PublishState State,
    string? Reason
)
{
    internal static PublishChangeView Of(PublishChange change) =>
        new(change.Path, change.ItemId, change.Content, PublishFileView.Of(change).Action, change.State, change.Reason);
}

public sealed record PublishChangeList(IReadOnlyList<PublishChangeView> Files, long Total);

/// <summary>The job that does it.</summary>
public sealed record PublishJobView(long JobId);
