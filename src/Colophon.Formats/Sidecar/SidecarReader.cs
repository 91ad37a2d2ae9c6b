using System.Text.Json;
using System.Text.Unicode;
using Colophon.Formats.Text;

namespace Colophon.Formats.Sidecar;

/// <summary>
/// Reads sidecars: those <see cref="SidecarWriter"/> wrote and those a person wrote, who may leave <c>fields</c>,
/// <c>value</c> and <c>source</c> out (<c>{"title": "Emma"}</c>) and use comments and trailing commas. Never throws.
/// </summary>
public static class SidecarReader
{
    private static readonly byte[] _mark = [0xEF, 0xBB, 0xBF];

    private static readonly JsonDocumentOptions _options = new()
    {
        MaxDepth = SidecarFormat.MaxDepth,
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads the whole file, at most <see cref="SidecarFormat.SizeLimit"/> bytes of it.</summary>
    /// <returns>Without a value when it is too large, no JSON object or no valid Unicode, or the token was cancelled.</returns>
    public static Reading<SidecarDocument> Read(byte[] file, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        SidecarDocument? document = null;
        try
        {
            document = Read(file, findings, cancellationToken);
        }
        catch (JsonException malformed)
        {
            findings.Fail(FindingCodes.SidecarMalformed, CleanText.Line(malformed.Message, 200));
        }
        catch (OperationCanceledException)
        {
            findings.Fail(FindingCodes.ReadTimeout);
        }

        return findings.With(document);
    }

    private static SidecarDocument? Read(byte[] file, FindingList findings, CancellationToken cancellationToken)
    {
        if (file.Length > SidecarFormat.SizeLimit)
        {
            findings.Fail(FindingCodes.SidecarTooLarge);
            return null;
        }

        byte[] text = file.AsSpan().StartsWith(_mark) ? file[_mark.Length..] : file;
        if (!Utf8.IsValid(text))
        {
            findings.Fail(FindingCodes.SidecarMalformed, "it is not UTF-8");
            return null;
        }

        using JsonDocument json = JsonDocument.Parse(text, _options);
        JsonElement root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            findings.Fail(FindingCodes.SidecarMalformed, "it is no object");
            return null;
        }

        SidecarHand hand = SidecarChecksum.IsRight(file) ? SidecarHand.Colophon : SidecarHand.Person;
        WarnOfVersion(root, findings);
        var entries = new SidecarEntries(findings, cancellationToken);
        bool isWrapped = Member(root, SidecarFormat.Fields, JsonValueKind.Object) is not null;
        return new SidecarDocument(
            SubjectOf(root),
            hand,
            isWrapped
                ? entries.Read(Member(root, SidecarFormat.Fields, JsonValueKind.Object), _ => true)
                : entries.Read(root, name => !SidecarFormat.IsReserved(name)),
            entries.Read(Member(root, SidecarFormat.Locks, JsonValueKind.Object), _ => true),
            CoverOf(root)
        );
    }

    private static void WarnOfVersion(JsonElement root, FindingList findings)
    {
        if (
            Member(root, SidecarFormat.VersionName, JsonValueKind.Number) is { } version
            && (!version.TryGetInt32(out int number) || number > SidecarFormat.Version)
        )
        {
            findings.Warn(FindingCodes.SidecarNewer);
        }
    }

    private static SidecarSubject SubjectOf(JsonElement root) =>
        Member(root, SidecarFormat.Of, JsonValueKind.String) is { } of && SidecarText.Of(of) == "file"
            ? SidecarSubject.File
            : SidecarSubject.Item;

    private static SidecarCover? CoverOf(JsonElement root)
    {
        if (
            Member(root, SidecarFormat.Cover, JsonValueKind.Object) is { } cover
            && Member(cover, SidecarFormat.Source, JsonValueKind.String) is { } source
            && Member(cover, SidecarFormat.Origin, JsonValueKind.String) is { } origin
            && SidecarText.Of(source) is { Length: > 0 and <= 100 } from
            && SidecarText.Of(origin) is { Length: > 0 and <= 4096 } which
        )
        {
            return new SidecarCover(from, which);
        }

        return null;
    }

    /// <summary>The last member of this name, if it is of this kind. Asking the document itself would throw for names that are no text.</summary>
    private static JsonElement? Member(JsonElement json, JsonEncodedText name, JsonValueKind kind)
    {
        JsonElement? found = null;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (SidecarText.NameOf(member) == name.Value)
            {
                found = member.Value;
            }
        }

        return found?.ValueKind == kind ? found : null;
    }
}
