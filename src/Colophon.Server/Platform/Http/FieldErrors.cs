namespace Colophon.Server.Platform.Http;

/// <summary>Gathers what is wrong with a body, field by field, into one refusal.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> errors = new(StringComparer.Ordinal);

    /// <summary>Null as long as nothing was wrong.</summary>
    public ApiError? Refusal =>
        errors.Count == 0
            ? null
            : ApiErrors.Validation(errors.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray()));

    public void Add(string field, string text)
    {
        if (!errors.TryGetValue(field, out var texts))
            errors[field] = texts = [];
        texts.Add(text);
    }

    public void ThrowIfAny()
    {
        if (Refusal is { } refusal)
            throw refusal.AsException();
    }
}
