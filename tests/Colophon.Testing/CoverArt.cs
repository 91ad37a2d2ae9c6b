using System.Numerics;

namespace Colophon.Testing;

/// <summary>A picture as a function of the point: a vertical gradient of two hues under one of four patterns.</summary>
internal sealed class CoverArt
{
    private readonly Vector3 _top;
    private readonly Vector3 _bottom;
    private readonly Vector3 _accent;
    private readonly int _pattern;
    private readonly float[] _shape;

    public CoverArt(int seed)
    {
        var random = new SplitMix((ulong)seed);
        float hue = random.Next();
        _top = Hue(hue, 0.55f, 0.30f + (0.25f * random.Next()));
        _bottom = Hue(hue + 0.08f + (0.2f * random.Next()), 0.65f, 0.62f);
        _accent = Hue(hue + 0.45f + (0.15f * random.Next()), 0.45f, 0.92f);
        _pattern = (int)(random.Next() * 4);
        _shape = [.. Enumerable.Range(0, 12).Select(_ => random.Next())];
    }

    /// <summary>The colour of a point, each channel from 0 to 255.</summary>
    /// <param name="x">From 0 to 1 over the width.</param>
    /// <param name="y">In widths, so that circles are round.</param>
    public Vector3 At(float x, float y)
    {
        Vector3 ground = Vector3.Lerp(_top, _bottom, Math.Clamp(y / 1.5f, 0, 1));
        bool inFrame = x is > 0.06f and < 0.94f && y is > 0.06f and < 1.44f;
        float share = inFrame ? Pattern(x, y) : 0;
        bool onLine = !inFrame && x is > 0.05f and < 0.95f && y is > 0.05f and < 1.45f;
        return Vector3.Lerp(ground, _accent, onLine ? 0.7f : 0.75f * share);
    }

    private float Pattern(float x, float y) =>
        _pattern switch
        {
            0 => Circles(x, y),
            1 => Bands(x, y),
            2 => Hills(x, y),
            _ => Rays(x, y),
        };

    private float Circles(float x, float y)
    {
        float share = 0;
        for (int i = 0; i < 4; i++)
        {
            float distance = Vector2.Distance(
                new Vector2(x, y),
                new Vector2(0.2f + (0.6f * _shape[i]), 0.4f + (0.8f * _shape[i + 4]))
            );
            float radius = 0.08f + (0.18f * _shape[i + 8]);
            share += Edge(radius - distance) * 0.5f;
        }

        return Math.Min(1, share);
    }

    private float Bands(float x, float y)
    {
        float across = (x * (0.4f + _shape[0])) + (y * (0.4f + _shape[1]));
        float wave = MathF.Sin(across * (10 + (14 * _shape[2])));
        return y > 0.55f ? Edge((wave - 0.2f) * 0.05f) : 0;
    }

    private float Hills(float x, float y)
    {
        float share = 0;
        for (int i = 0; i < 3; i++)
        {
            float height = 0.75f + (0.2f * i) + (0.08f * MathF.Sin((x * (4 + (5 * _shape[i]))) + (7 * _shape[i + 3])));
            share += Edge(y - height) * 0.3f;
        }

        float sun = Vector2.Distance(new Vector2(x, y), new Vector2(0.3f + (0.4f * _shape[6]), 0.45f));
        return Math.Min(1, share + Edge(0.13f - sun));
    }

    private float Rays(float x, float y)
    {
        float dx = x - 0.5f;
        float dy = y - (0.6f + (0.3f * _shape[0]));
        float distance = MathF.Sqrt((dx * dx) + (dy * dy));
        float wave = MathF.Sin(MathF.Atan2(dy, dx) * (6 + (int)(8 * _shape[1])));
        return distance < 0.12f ? 1 : Edge(0.4f - distance) * Edge(wave * distance * 0.2f);
    }

    // soft over two hundredths of a width, so that edges are not jagged
    private static float Edge(float inside) => Math.Clamp((inside / 0.006f) + 0.5f, 0, 1);

    private static Vector3 Hue(float hue, float saturation, float value)
    {
        float Channel(float offset)
        {
            float k = (offset + (hue * 6)) % 6;
            return value - (value * saturation * Math.Clamp(Math.Min(k, 4 - k), 0, 1));
        }

        return new Vector3(Channel(5), Channel(3), Channel(1)) * 255;
    }

    /// <summary>A generator whose numbers are the same on every runtime, unlike <see cref="Random"/>.</summary>
    private sealed class SplitMix(ulong seed)
    {
        // mixed first: with plain multiples of the step, one seed's numbers would be the next seed's, moved by one
        private ulong _state = Mix(seed + 0x1234567);

        public float Next()
        {
            _state += 0x9E3779B97F4A7C15;
            return (float)(Mix(_state) >> 40) / (1 << 24);
        }

        private static ulong Mix(ulong z)
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
