using Colophon.Server.Catalog;
using Colophon.Server.Publishing.Journal;
using Colophon.Server.Publishing.Plan;
using Colophon.Server.Sidecars;

namespace Colophon.Server.Publishing;

/// <summary>An item with all that ought to stand beside it, and what the server knows to have written there.</summary>
/// <param name="Root">The root that its first file lies on.</param>
/// <param name="Media">Absolute path of its first file.</param>
/// <param name="Nfo">Null where it has none, or the program reads none.</param>
/// <param name="Written">Files the server wrote, of those that concern the item, by path.</param>
/// <param name="Published">What stands of earlier runs, by path.</param>
internal sealed record PublishedItem(
    long Id,
    string Kind,
    string Title,
    ItemStamp Stamp,
    string Root,
    string Media,
    IReadOnlyList<PlannedPicture> Pictures,
    SidecarFile? Nfo,
    IReadOnlyDictionary<string, WrittenFile> Written,
    IReadOnlyDictionary<string, PublishChange> Published
)
{
    public string Absolute(string path) => $"{Root.TrimEnd('/')}/{path}";
}
