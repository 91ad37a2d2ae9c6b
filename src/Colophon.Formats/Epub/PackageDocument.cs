namespace Colophon.Formats.Epub;

/// <summary>The package document as it is written, before anything is made of it.</summary>
internal sealed class PackageDocument
{
    private Dictionary<string, List<PackageMeta>>? _refinements;
    private Dictionary<string, PackageItem>? _items;

    public string Version { get; set; } = "";

    /// <summary>Elements of Dublin Core.</summary>
    public List<PackageTerm> Terms { get; } = [];

    public List<PackageMeta> Metas { get; } = [];

    public List<PackageItem> Manifest { get; } = [];

    /// <summary>Manifest ids in reading order.</summary>
    public List<string> Spine { get; } = [];

    /// <summary>Manifest id of the NCX.</summary>
    public string? SpineContents { get; set; }

    public List<PackageReference> Guide { get; } = [];

    public IEnumerable<PackageTerm> TermsOf(string name) => Terms.Where(term => term.Name == name);

    /// <summary>What EPUB 3 says about an element beside it: <c>meta refines="#id"</c>.</summary>
    public IReadOnlyList<PackageMeta> RefinementsOf(string? id)
    {
        if (id is null)
        {
            return [];
        }

        _refinements ??= Metas
            .Where(meta => meta.Refines is not null)
            .GroupBy(meta => meta.Refines!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        return _refinements.GetValueOrDefault(id) ?? [];
    }

    public string? Refinement(string? id, string property) =>
        RefinementsOf(id).FirstOrDefault(meta => meta.Property == property)?.Text;

    /// <summary>Of several items with one id the first.</summary>
    public PackageItem? Item(string? id)
    {
        if (id is null)
        {
            return null;
        }

        if (_items is null)
        {
            _items = new Dictionary<string, PackageItem>(Manifest.Count, StringComparer.Ordinal);
            foreach (PackageItem item in Manifest)
            {
                _items.TryAdd(item.Id, item);
            }
        }

        return _items.GetValueOrDefault(id);
    }
}

/// <summary>An element of Dublin Core with its attributes of EPUB 2.</summary>
/// <param name="Name">Local name: <c>title</c>, <c>creator</c>, ...</param>
internal sealed record PackageTerm(
    string Name,
    string Text,
    string? Id,
    string? Role,
    string? FileAs,
    string? Scheme,
    string? Event
);

/// <summary>A meta of EPUB 2 (name and content) or EPUB 3 (property and text).</summary>
/// <param name="Refines">The id it speaks of, without the <c>#</c>.</param>
internal sealed record PackageMeta(string? Name, string? Property, string? Refines, string? Id, string Text);

internal sealed record PackageItem(string Id, string Href, string MediaType, string Properties)
{
    public bool Has(string property) =>
        Properties.Length > 0 && Properties.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(property);
}

internal sealed record PackageReference(string Type, string Href);
