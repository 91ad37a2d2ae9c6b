namespace Colophon.Server.Tests.Metadata;

/// <summary>Holds a statement against many made-up cases; a failure names the seed that makes its case again.</summary>
internal static class Property
{
    public static void Holds(int cases, Action<Arbitrary> statement)
    {
        for (var seed = 1; seed <= cases; seed++)
        {
            try
            {
                statement(new(seed));
            }
            catch (Exception failure)
            {
                throw new PropertyBroken(seed, failure);
            }
        }
    }
}

internal sealed class PropertyBroken(int seed, Exception failure)
    : Exception($"It does not hold for new Arbitrary({seed}): {failure.Message}", failure);
