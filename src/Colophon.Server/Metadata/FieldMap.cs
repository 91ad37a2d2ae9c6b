using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Colophon.Server.Metadata;

/// <summary>
/// A small immutable dictionary by field name, in the order of the field table; names outside it (asset types have locks too) come
/// after, in byte order. So equal maps are equal entry by entry and have equal JSON.
/// </summary>
internal sealed class FieldMap<T> : IReadOnlyDictionary<string, T>, IEquatable<FieldMap<T>>
    where T : notnull
{
    public static readonly FieldMap<T> Empty = new([]);

    private readonly KeyValuePair<string, T>[] entries;

    private FieldMap(KeyValuePair<string, T>[] entries) => this.entries = entries;

    public int Count => entries.Length;

    public ReadOnlySpan<KeyValuePair<string, T>> Entries => entries;

    public IEnumerable<string> Keys => entries.Select(entry => entry.Key);

    public IEnumerable<T> Values => entries.Select(entry => entry.Value);

    public T this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no {key} here.");

    /// <summary>Of entries in any order.</summary>
    public static FieldMap<T> From(IEnumerable<KeyValuePair<string, T>> entries)
    {
        if (entries is FieldMap<T> map)
            return map;
        var sorted = entries.ToArray();
        if (sorted.Length == 0)
            return Empty;
        Array.Sort(sorted, static (a, b) => InOrder(a.Key, b.Key));
        return new(sorted);
    }

    /// <summary>Of entries that are in order already.</summary>
    public static FieldMap<T> FromOrdered(ReadOnlySpan<KeyValuePair<string, T>> entries) =>
        entries.IsEmpty ? Empty : new(entries.ToArray());

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        foreach (ref readonly var entry in entries.AsSpan())
        {
            if (!ReferenceEquals(entry.Key, key) && entry.Key != key)
                continue;
            value = entry.Value;
            return true;
        }
        value = default;
        return false;
    }

    public FieldMap<T> With(string key, T value) =>
        From(entries.Where(entry => entry.Key != key).Append(KeyValuePair.Create(key, value)));

    public FieldMap<T> Without(string key) =>
        ContainsKey(key) ? FromOrdered(Array.FindAll(entries, entry => entry.Key != key)) : this;

    public bool Equals(FieldMap<T>? other)
    {
        if (other is null || other.Count != Count)
            return false;
        for (var i = 0; i < entries.Length; i++)
            if (entries[i].Key != other.entries[i].Key || !entries[i].Value.Equals(other.entries[i].Value))
                return false;
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as FieldMap<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in entries)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }
        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(", ", entries.Select(entry => $"{entry.Key}: {entry.Value}"));

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => entries.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int InOrder(string one, string other)
    {
        var position = Fields.NameOf(one)?.Position ?? int.MaxValue;
        var otherPosition = Fields.NameOf(other)?.Position ?? int.MaxValue;
        return position != otherPosition ? position.CompareTo(otherPosition) : ByteOrder.Compare(one, other);
    }
}
