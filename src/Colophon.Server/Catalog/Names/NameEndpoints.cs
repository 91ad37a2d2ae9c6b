using Colophon.Jobs;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Catalog.Names;

/// <summary>People, series and terms over HTTP: one code for the three, mapped for each.</summary>
public static class NameEndpoints
{
    public static IServiceCollection AddNames(this IServiceCollection services) =>
        services.AddSingleton<NameLists>().AddSingleton<NameWrites>().AddApplier<UnusedNamesApplier, UnusedNames>();

    public static IEndpointRouteBuilder MapNames(this IEndpointRouteBuilder routes)
    {
        var people = new Mapped(NameKind.People, "Person", Permissions.PeopleRead, Permissions.PeopleWrite);
        var group = people.Map(routes);
        group.MapGet("/", ListPeopleAsync).WithName("listPeople").Requires(people.Read, LibraryCheck.Filters);
        group
            .MapPatch(
                "/{id:long}",
                (
                    long id,
                    PersonPatch patch,
                    Caller caller,
                    NameWrites writes,
                    IDatabase database,
                    CancellationToken token
                ) => people.RenameAsync(id, patch.Name, patch.SortName, caller, writes, database, token)
            )
            .WithName("changePerson")
            .Requires(people.Write, LibraryCheck.Refuses)
            .Refuses(StatusCodes.Status409Conflict);

        var series = new Mapped(NameKind.Series, "Series", Permissions.ItemsRead, Permissions.ItemsWrite);
        series
            .MapWithRename(routes)
            .MapGet("/", ListSeriesAsync)
            .WithName("listSeries")
            .Requires(series.Read, LibraryCheck.Filters);

        var terms = new Mapped(NameKind.Terms, "Term", Permissions.ItemsRead, Permissions.ItemsWrite);
        terms
            .MapWithRename(routes)
            .MapGet("/", ListTermsAsync)
            .WithName("listTerms")
            .Requires(terms.Read, LibraryCheck.Filters);
        return routes;
    }

    private static async Task<Ok<PeopleList>> ListPeopleAsync(
        [AsParameters] PeopleFilters filters,
        Paging paging,
        Caller caller,
        NameLists lists,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var query = new NameQuery(NameKind.People)
        {
            LibraryId = filters.LibraryId,
            Words = filters.Q,
            Sort = filters.Sort,
            Role = filters.Role,
        };
        var (people, total) = await ReadAsync(query, paging, caller, lists, database, cancellationToken);
        return TypedResults.Ok(new PeopleList(people, total));
    }

    private static async Task<Ok<SeriesList>> ListSeriesAsync(
        [AsParameters] SeriesFilters filters,
        Paging paging,
        Caller caller,
        NameLists lists,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var query = new NameQuery(NameKind.Series)
        {
            LibraryId = filters.LibraryId,
            Words = filters.Q,
            Sort = filters.Sort,
        };
        var (series, total) = await ReadAsync(query, paging, caller, lists, database, cancellationToken);
        return TypedResults.Ok(new SeriesList(series, total));
    }

    private static async Task<Ok<TermList>> ListTermsAsync(
        [AsParameters] TermFilters filters,
        Paging paging,
        Caller caller,
        NameLists lists,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var query = new NameQuery(NameKind.Terms)
        {
            LibraryId = filters.LibraryId,
            Words = filters.Q,
            Sort = filters.Sort,
            Type = filters.Type,
        };
        var (terms, total) = await ReadAsync(query, paging, caller, lists, database, cancellationToken);
        return TypedResults.Ok(new TermList(terms, total));
    }

    private static Task<(IReadOnlyList<NameShown> Names, long Total)> ReadAsync(
        NameQuery query,
        Paging paging,
        Caller caller,
        NameLists lists,
        IDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            async connection =>
            {
                var libraries = await ListedLibraries.FindAsync(connection, caller, query.LibraryId);
                return await lists.ReadAsync(connection, query, libraries, paging.Limit, paging.Offset);
            },
            cancellationToken
        );

    /// <summary>The addresses of one kind.</summary>
    private sealed record Mapped(NameKind Kind, string One, string Read, string Write)
    {
        public RouteGroupBuilder MapWithRename(IEndpointRouteBuilder routes)
        {
            var group = Map(routes);
            group
                .MapPatch(
                    "/{id:long}",
                    (
                        long id,
                        NamePatch patch,
                        Caller caller,
                        NameWrites writes,
                        IDatabase database,
                        CancellationToken token
                    ) => RenameAsync(id, patch.Name, sortName: null, caller, writes, database, token)
                )
                .WithName($"change{One}")
                .Requires(Write, LibraryCheck.Refuses)
                .Refuses(StatusCodes.Status409Conflict);
            return group;
        }

        public RouteGroupBuilder Map(IEndpointRouteBuilder routes)
        {
            var group = routes.MapGroup($"/api/{Kind.Table}").WithTags(Kind.Table);
            group.MapGet("/{id:long}", GetAsync).WithName($"get{One}").Requires(Read, LibraryCheck.Refuses);
            group
                .MapPost("/{id:long}/merge", MergeAsync)
                .WithName($"merge{One}")
                .WithDescription(
                    "The others become this one: credits and aliases move, their names become aliases of it."
                )
                .Requires(Write, LibraryCheck.Refuses);
            group
                .MapGet("/{id:long}/aliases", AliasesAsync)
                .WithName($"list{One}Aliases")
                .Requires(Read, LibraryCheck.Refuses);
            group
                .MapPost("/{id:long}/aliases", AddAliasAsync)
                .WithName($"add{One}Alias")
                .Requires(Write, LibraryCheck.Refuses)
                .Refuses(StatusCodes.Status409Conflict);
            group
                .MapDelete("/{id:long}/aliases", RemoveAliasAsync)
                .WithName($"remove{One}Alias")
                .Requires(Write, LibraryCheck.Refuses);
            return group;
        }

        public async Task<Results<Ok<NameDetail>, ApiError>> RenameAsync(
            long id,
            string? name,
            string? sortName,
            Caller caller,
            NameWrites writes,
            IDatabase database,
            CancellationToken cancellationToken
        )
        {
            var (cleanName, cleanSortName) = (NameInput.Clean("name", name), NameInput.Clean("sort_name", sortName));
            await writes.EditAsync(Kind, id, caller, edit => edit.Rename(cleanName, cleanSortName), cancellationToken);
            return await GetAsync(id, caller, database, cancellationToken);
        }

        private async Task<Results<Ok<NameDetail>, ApiError>> GetAsync(
            long id,
            Caller caller,
            IDatabase database,
            CancellationToken cancellationToken
        )
        {
            var found = await database.ReadAsync(
                connection => NameLists.FindAsync(connection, Kind, id),
                cancellationToken
            );
            if (found is null)
                return ApiErrors.NotFound();
            return caller.LibraryRefusal(found.LibraryId) is { } refusal ? refusal : TypedResults.Ok(found);
        }

        private async Task<Results<Ok<NameDetail>, ApiError>> MergeAsync(
            long id,
            MergeRequest request,
            Caller caller,
            NameWrites writes,
            IDatabase database,
            CancellationToken cancellationToken
        )
        {
            await writes.MergeAsync(Kind, id, request, caller, cancellationToken);
            return await GetAsync(id, caller, database, cancellationToken);
        }

        private async Task<Results<Ok<AliasList>, ApiError>> AliasesAsync(
            long id,
            Caller caller,
            Paging paging,
            IDatabase database,
            CancellationToken cancellationToken
        )
        {
            var found = await database.ReadAsync(
                connection => NameLists.FindAsync(connection, Kind, id),
                cancellationToken
            );
            if (found is null)
                return ApiErrors.NotFound();
            if (caller.LibraryRefusal(found.LibraryId) is { } refusal)
                return refusal;
            var page = found.Aliases.Skip(paging.Offset).Take(paging.Limit).Select(name => new AliasShown(name));
            return TypedResults.Ok(new AliasList([.. page], found.Aliases.Count));
        }

        private async Task<Created<AliasShown>> AddAliasAsync(
            long id,
            AliasRequest request,
            Caller caller,
            NameWrites writes,
            CancellationToken cancellationToken
        )
        {
            var name = NameInput.Clean("name", request.Name)!;
            await writes.EditAsync(Kind, id, caller, edit => edit.Alias(name), cancellationToken);
            return TypedResults.Created($"/api/{Kind.Table}/{id}/aliases", new AliasShown(name));
        }

        /// <param name="name">The alias, in any spelling with its key.</param>
        private async Task<NoContent> RemoveAliasAsync(
            long id,
            string name,
            Caller caller,
            NameWrites writes,
            CancellationToken cancellationToken
        )
        {
            await writes.EditAsync(
                Kind,
                id,
                caller,
                edit =>
                {
                    if (!edit.RemoveAlias(name))
                        throw ApiErrors.NotFound().AsException();
                },
                cancellationToken
            );
            return TypedResults.NoContent();
        }
    }
}
