namespace Colophon.Testing;

/// <summary>
/// A 7-Zip archive of <c>p10.png</c> (4 x 6), <c>p9.png</c> (5 x 6) and a ComicInfo.xml (series Seven, number 7), packed
/// with LZMA by libarchive; nothing in .NET writes this format.
/// </summary>
public static class TinySevenZip
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Comic() =>
        Convert.FromBase64String(
            "N3q8ryccAAM/3dkmDQEAAAAAAAAiAAAAAAAAAOiv+o0ARJQFxHon9vfuiY5QkIizqtVQIVnENnF76tbyCQu5g6ScBHyPqkf0m8wsmAiT0/eJHobU"
                + "HSYBMNcEyjflXb3PJ9wF2p14DpXsUpJ78OJSZQw3CGYt9qgrsOF4FeyK08kqXdpfdlijfnV7S8UJkTeJ1zUw5mvzPUHCswUuHjCCEUcXqClrfgFb"
                + "Uwfz7fGt2E55v8D+KaLFLf3w0YAAAIEzB64P1TBGSBZsKR9IK0EyaMbATNNHFj3JqMcdyw3lwXpuDuvLEdWiFjNKVpW3lNHVeZLeWp2hh3dHJRwI"
                + "rGGUW4e3UIduyvBc8kyv2FxL4ZuLdU8HAGNJsdEQZ+qh1WNXkwmXyU3R9///LoVAABcGgJwBCXEABwsBAAEjAwEBBV0AAIAADICDCgFDmhpzAAA="
        );
}
