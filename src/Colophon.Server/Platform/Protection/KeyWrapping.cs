using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Colophon.Server.Platform.Protection;

/// <summary>Wraps the keys that lie in the database with the one that does not: AES-256-GCM, a nonce of its own each.</summary>
internal sealed class KeyWrapping(MasterKey master) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var wrapped = new byte[plain.Length];
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        using var aes = new AesGcm(master.Value, tag.Length);
        aes.Encrypt(nonce, plain, wrapped, tag);
        CryptographicOperations.ZeroMemory(plain);
        var element = new XElement("wrapped", Convert.ToBase64String([.. nonce, .. tag, .. wrapped]));
        return new EncryptedXmlInfo(element, typeof(KeyUnwrapping));
    }
}

/// <summary>The other way; made by the framework, which finds its name in the wrapped key.</summary>
internal sealed class KeyUnwrapping(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var bytes = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        if (bytes.Length < nonce + tag)
            throw new CryptographicException("The wrapped key is cut off.");
        var plain = new byte[bytes.Length - nonce - tag];
        using var aes = new AesGcm(services.GetRequiredService<MasterKey>().Value, tag);
        aes.Decrypt(bytes[..nonce], bytes[(nonce + tag)..], bytes.Slice(nonce, tag), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
