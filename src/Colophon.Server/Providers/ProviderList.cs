namespace Colophon.Server.Providers;

/// <summary>Every provider there is, found by its type: one more is one more folder. Looked for when first asked.</summary>
public sealed class ProviderList
{
    private readonly Lazy<IReadOnlyList<IProvider>> all = new(Find);

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<IProvider> All => all.Value;

    public IProvider? Find(string name) => All.FirstOrDefault(provider => provider.Facts.Name == name);

    private static IReadOnlyList<IProvider> Find() =>
        [
            .. typeof(ProviderList)
                .Assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IProvider).IsAssignableFrom(type))
                .Select(type => (IProvider)Activator.CreateInstance(type, nonPublic: true)!)
                .OrderBy(provider => provider.Facts.Name, StringComparer.Ordinal),
        ];
}
