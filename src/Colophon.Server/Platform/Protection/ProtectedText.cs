using System.Security.Cryptography;
using Colophon.Jobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Colophon.Server.Platform.Protection;

/// <summary>
/// Secrets that have to be read again (keys of providers), fit to be stored: encrypted by keys that lie in the database, which are
/// wrapped by the <see cref="MasterKey"/>. What one node protects every node of the database reads.
/// </summary>
public sealed class ProtectedText : IDisposable
{
    private readonly Lazy<ServiceProvider> ring;

    /// <summary>Nothing is read or made before the first secret.</summary>
    public ProtectedText(IDatabase database, MasterKey master, ILoggerFactory logs) =>
        ring = new Lazy<ServiceProvider>(() => Build(database, master, logs));

    /// <param name="purpose">What it is for, a constant: a text protected for one purpose is none for another.</param>
    /// <exception cref="OtherMasterKeyException">This node has not the key of the others.</exception>
    public string Protect(string purpose, string text)
    {
        try
        {
            return For(purpose).Protect(text);
        }
        catch (CryptographicException refused) when (IsOfOthers(refused))
        {
            throw new OtherMasterKeyException(refused);
        }
    }

    /// <summary>Null when it was protected for something else, or was altered.</summary>
    /// <exception cref="OtherMasterKeyException">This node has not the key of the others.</exception>
    public string? Unprotect(string purpose, string text)
    {
        try
        {
            return For(purpose).Unprotect(text);
        }
        catch (CryptographicException refused) when (IsOfOthers(refused))
        {
            throw new OtherMasterKeyException(refused);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // The framework puts one exception around all that happens.
    private static bool IsOfOthers(CryptographicException refused) =>
        refused.GetBaseException() is OtherMasterKeyException;

    public void Dispose()
    {
        if (ring.IsValueCreated)
            ring.Value.Dispose();
    }

    private IDataProtector For(string purpose) =>
        ring.Value.GetRequiredService<IDataProtectionProvider>().CreateProtector(purpose);

    // A container of its own: the framework's warms its keys at every start, and few starts meet a secret.
    private static ServiceProvider Build(IDatabase database, MasterKey master, ILoggerFactory logs)
    {
        var services = new ServiceCollection().AddSingleton(master).AddSingleton(logs);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddDataProtection().SetApplicationName("Colophon");
        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new KeyTable(database, master);
            options.XmlEncryptor = new KeyWrapping(master);
        });
        return services.BuildServiceProvider();
    }
}
