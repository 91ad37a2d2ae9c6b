using Colophon.Jobs;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Catalog.Names;
using Colophon.Server.Metadata;
using Colophon.Server.Metadata.History;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>Writes merged items: rows, links to files, evidence, names, words for search, and what must be told of it.</summary>
internal sealed class ItemWriter(Commit commit)
{
    private readonly NameTable names = new();
    private readonly ItemLinks links = new(commit);

    public void Write(IReadOnlyCollection<ItemDraft> drafts)
    {
        ResolveNames(drafts);
        // Containers before what lies in them, which needs their ids. Existing items in order of id, so that two groups on a
        // store with row locks cannot wait for each other crosswise.
        foreach (
            var draft in drafts
                .OrderBy(draft => ItemKinds.DepthOf(draft.Kind))
                .ThenBy(draft => draft.IsNew ? long.MaxValue : draft.Id)
        )
            Write(draft);
        ContainerPresence.Settle(
            commit,
            drafts.SelectMany(draft =>
                new[] { draft.ParentId, draft.Row?.ParentId, draft.IsContainer ? (long?)draft.Id : null }
            )
        );
    }

    /// <summary>Writes what follows from the names items are tied to, and nothing else of them.</summary>
    public void WriteNames(IReadOnlyCollection<ItemDraft> drafts, ItemTies ties)
    {
        ResolveNames(drafts);
        foreach (var draft in drafts.OrderBy(draft => draft.Id))
        {
            var columns = ItemColumns.Of(draft, names);
            commit.Send(
                "update items set author_key = @author, series_key = @series, revision = revision + 1 where id = @id",
                columns.AuthorKey,
                columns.SeriesKey,
                draft.Id
            );
            commit.IndexWords(draft.Id, columns.Words);
            if (ties == ItemTies.Rewritten)
                Tie(draft);
        }
    }

    private void Tie(ItemDraft draft)
    {
        links.ClearItem(draft.Id);
        links.WriteItem(draft, names);
        foreach (var (fileId, file) in draft.Files)
        {
            links.ClearFile(fileId);
            links.WriteFile(draft, fileId, file.Shown, names);
        }
    }

    private void ResolveNames(IReadOnlyCollection<ItemDraft> drafts)
    {
        foreach (var library in drafts.GroupBy(draft => draft.Library))
        {
            var shown = library
                .SelectMany(draft => draft.Files.Values.Select(file => file.Shown).Prepend(draft.Shown))
                .ToList();
            names.ResolvePeople(commit, library.Key, shown.SelectMany(ItemLinks.PeopleOf));
            names.ResolveSeries(commit, library.Key, shown.SelectMany(ItemLinks.SeriesOf).Select(entry => entry.Name));
            foreach (var type in shown.SelectMany(ItemLinks.TermsOf).GroupBy(term => term.Type, StringComparer.Ordinal))
                names.ResolveTerms(commit, library.Key, type.Key, type.Select(term => term.Name));
        }
    }

    private void Write(ItemDraft draft)
    {
        var columns = ItemColumns.Of(draft, names);
        if (draft.IsNew)
        {
            if (draft.Files.Count == 0 && !draft.IsContainer)
                return;
            draft.Id = Insert(draft, columns);
            links.WriteItem(draft, names);
            commit.AddWords(draft.Id, columns.Words);
        }
        else if (draft.IsEmptied)
        {
            Empty(draft);
        }
        else
        {
            Update(draft, columns);
        }
        WriteFiles(draft);
        WriteEvidence(draft);
        AssetWriter.Write(commit, draft);
        foreach (var gathered in draft.Gathered)
            Remember(draft, gathered);
        if (draft.Readings.Count == 0)
            commit
                .State<CatalogChanges>()
                .Edited.Add(new ItemEdited(draft.Library, new ItemId(draft.Id), draft.Kind, TouchOf(draft)));
        if (draft.HasOtherIdentifiers)
            commit.State<CatalogChanges>().Renamed.Add(new ItemId(draft.Id));
        foreach (var (reading, jobId, path) in draft.Readings)
        {
            commit
                .State<CatalogChanges>()
                .Items.Add(
                    new ItemChange(
                        reading.Step,
                        jobId,
                        draft.Library,
                        reading.Step.Write == CatalogWrite.RollBack ? null : new ItemId(draft.Id),
                        draft.Kind,
                        columns.Title,
                        path,
                        draft.IsNew ? ItemTouch.Added : ItemTouch.Updated
                    )
                );
        }
    }

    private static ItemTouch TouchOf(ItemDraft draft) =>
        draft.IsEmptied ? ItemTouch.Missing
        : draft.IsNew || draft.HasRevived ? ItemTouch.Added
        : ItemTouch.Updated;

    private long Insert(ItemDraft draft, ItemColumns columns)
    {
        commit.State<GrownLibraries>().Ids.Add(draft.Library);
        return commit
            .NewId(
                """
                insert into items (library_id, kind, parent_id, unit_id, identity_key, title, title_key, author_key, series_key, year,
                    index_number, release_date, language, duration, size, rating, state, metadata, sources, locks, findings,
                    missing_since, excluded, added_at, updated_at)
                values (@library, @kind, @parent, @unit, @identity, @title, @title_key, @author_key, @series_key, @year, @index, @date,
                    @language, @duration, @size, @rating, @state, @metadata, @sources, @locks, @findings, @missing, @excluded, @now, @now)
                """,
                draft.Library.Value,
                draft.Kind,
                draft.ParentId,
                draft.UnitId,
                draft.IdentityKey,
                columns.Title,
                columns.TitleKey,
                columns.AuthorKey,
                columns.SeriesKey,
                columns.Year,
                columns.IndexNumber,
                columns.ReleaseDate,
                columns.Language,
                columns.Duration,
                columns.Size,
                columns.Rating,
                ItemStates.Discovered,
                columns.Metadata,
                columns.Sources,
                draft.Locks.ToJson(),
                draft.Findings ?? "[]",
                draft.IsContainer || draft.IsExcluded ? commit.Millis() : null, // a container until something lies in it
                draft.IsExcluded ? 1L : 0L,
                commit.Millis()
            )!
            .Value;
    }

    /// <summary>What lost its last file to another item waits in the trash, with all that was said of it as a whole.</summary>
    private void Empty(ItemDraft draft) =>
        commit.Send(
            """
            update items set missing_since = coalesce(missing_since, @now), deleted_by = @user, identity_key = @identity,
                revision = revision + 1, updated_at = @now
            where id = @id
            """,
            commit.Millis(),
            draft.Author?.UserId,
            draft.IdentityKey,
            draft.Id
        );

    private void Update(ItemDraft draft, ItemColumns columns)
    {
        var row = draft.Row!;
        var before = Merged.Parse(row.Metadata, row.Sources);
        var hasNewValues = !before.Equals(draft.Shown);
        var hasNewWords = hasNewValues || draft.HasOtherFiles || draft.Files.Values.Any(file => file.HasNewValues);
        var hasNewIdentity = row.IdentityKey != draft.IdentityKey;
        var touched =
            hasNewWords
            || hasNewIdentity
            || draft.HasRevived
            || row.ParentId != draft.ParentId
            || row.UnitId != draft.UnitId
            || (draft.Findings ?? row.Findings) != row.Findings
            || row.Duration != columns.Duration
            || draft.Locks.HasChanged
            || draft.Files.Values.Any(file => file.Touch != FileTouch.Kept || file.Locks.HasChanged);
        if (!touched && (draft.Files.Count > 0 || draft.IsContainer))
            return;
        commit.Send(
            """
            update items set identity_key = @identity, parent_id = @parent, unit_id = @unit, title = @title, title_key = @title_key,
                author_key = @author_key, series_key = @series_key, year = @year, index_number = @index, release_date = @date,
                language = @language, duration = @duration, size = @size, rating = @rating, state = case when @fresh = 1 then 'discovered' else state end,
                metadata = @metadata, sources = @sources, locks = @locks, findings = @findings, missing_since = @missing, revision = revision + 1, updated_at = @now
            where id = @id
            """,
            draft.IdentityKey,
            draft.ParentId,
            draft.UnitId,
            columns.Title,
            columns.TitleKey,
            columns.AuthorKey,
            columns.SeriesKey,
            columns.Year,
            columns.IndexNumber,
            columns.ReleaseDate,
            columns.Language,
            columns.Duration,
            columns.Size,
            columns.Rating,
            hasNewIdentity ? 1 : 0,
            columns.Metadata,
            columns.Sources,
            draft.Locks.ToJson(),
            draft.Findings ?? row.Findings,
            Missing(draft),
            commit.Millis(),
            draft.Id
        );
        if (hasNewWords)
            commit.IndexWords(draft.Id, columns.Words);
        if (!hasNewValues)
            return;
        links.ClearItem(draft.Id);
        links.WriteItem(draft, names);
        Remember(draft, fileId: null, MetadataDiff.Changes(before, draft.Shown));
    }

    /// <summary>Into the history: what a person sees change. None for the values an item or a file is born with.</summary>
    private void Remember(ItemDraft draft, long? fileId, IReadOnlyDictionary<string, FieldChange> changes)
    {
        if (changes.Count == 0)
            return;
        commit.State<CatalogChanges>().Values.Add(new ValuesChanged(new ItemId(draft.Id), fileId, changes));
        commit.Send(
            """
            insert into changes (item_id, file_id, source, user_id, job_id, at, fields)
            values (@item, @file, @source, @user, @job, @at, @fields)
            """,
            draft.Id,
            fileId,
            changes.Values.Select(change => change.SourceAfter ?? change.SourceBefore).FirstOrDefault() ?? Sources.Path,
            draft.Author?.UserId,
            draft.Author?.JobId,
            commit.Millis(),
            ChangeJson.Write(changes)
        );
    }

    /// <summary>Into the history: files that a person moved here, and where they were.</summary>
    private void Remember(ItemDraft draft, FilesFrom gathered) =>
        commit.Send(
            """
            insert into changes (item_id, source, user_id, job_id, at, fields, files_from)
            values (@item, @source, @user, @job, @at, '{}', @gathered)
            """,
            draft.Id,
            Sources.Manual,
            draft.Author?.UserId,
            draft.Author?.JobId,
            commit.Millis(),
            gathered.ToJson()
        );

    /// <summary>An item without a file that is there waits in the trash; a user's exclusion stays.</summary>
    private long? Missing(ItemDraft draft)
    {
        if (draft.Row!.Excluded != 0 || draft.IsContainer)
            return draft.Row.MissingSince;
        return draft.Files.Values.Any(file => file.Row.MissingSince is null)
            ? null
            : draft.Row.MissingSince ?? commit.Millis();
    }

    private void WriteFiles(ItemDraft draft)
    {
        foreach (var (fileId, file) in draft.Files)
        {
            if (file.Link != LinkTouch.Kept)
                LinkFile(draft.Id, fileId, file);
            if (!NeedsWriting(file))
                continue;
            commit.Send(
                "update files set metadata = @metadata, sources = @sources, locks = @locks, updated_at = @now where id = @id",
                file.Shown.ValuesJson(),
                file.Shown.SourcesJson(),
                file.Locks.ToJson(),
                commit.Millis(),
                fileId
            );
            if (file.Touch != FileTouch.Added)
            {
                links.ClearFile(fileId);
                Remember(draft, fileId, MetadataDiff.Changes(file.Before, file.Shown));
            }
            links.WriteFile(draft, fileId, file.Shown, names);
        }
    }

    private static bool NeedsWriting(DraftFile file) =>
        file.Touch == FileTouch.Added || file.Link == LinkTouch.Moved || file.HasNewValues || file.Locks.HasChanged;

    private void LinkFile(long itemId, long fileId, DraftFile file)
    {
        if (file.Touch != FileTouch.Added)
            commit.Send("delete from item_files where file_id = @file", fileId);
        if (file.Link == LinkTouch.Moved)
            MovedFile.Follow(commit, itemId, fileId);
        commit.Send(
            """
            insert into item_files (item_id, file_id, role, position, assigned_by)
            values (@item, @file, @role, @position, @by)
            """,
            itemId,
            fileId,
            file.Place.Role,
            (long)file.Place.Position,
            file.Place.AssignedBy
        );
    }

    private void WriteEvidence(ItemDraft draft)
    {
        foreach (var (key, evidence) in draft.Evidence)
        {
            if (evidence.Touch == EvidenceTouch.Added)
            {
                commit.Send(
                    """
                    insert into evidence (item_id, file_id, source, origin, unit_id, document, observed_at)
                    values (@item, @file, @source, @origin, @unit, @document, @now)
                    """,
                    draft.Id,
                    key.FileId,
                    key.Source,
                    key.Origin,
                    evidence.UnitId,
                    evidence.Document.ToJson(),
                    commit.Millis()
                );
            }
            else if (evidence.Touch == EvidenceTouch.Changed)
            {
                commit.Send(
                    "update evidence set document = @document, unit_id = @unit, observed_at = @now where id = @id",
                    evidence.Document.ToJson(),
                    evidence.UnitId,
                    commit.Millis(),
                    evidence.Id
                );
            }
        }
    }
}
