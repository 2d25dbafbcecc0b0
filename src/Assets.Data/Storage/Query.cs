using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Assets.Data.Storage;

/// <summary>
/// SQL that is put together in pieces. What stands in braces becomes a parameter, never text: <c>query.Add($" and state = {state}")</c>
/// cannot be injected into. Text that is decided by the program itself goes through <see cref="Raw"/>.
/// </summary>
internal sealed class Query
{
    private readonly StringBuilder text = new();
    private readonly List<object?> values = [];

    public string Sql => text.ToString();

    public object?[] Values => [.. values];

    /// <summary>Whether PostgreSQL keeps the statement with its plan, which for many joins costs more than to carry it out.</summary>
    public bool IsKept { get; private set; }

    public static Query Of(string sql) => new Query().Raw(sql);

    public Query Raw(string sql)
    {
        text.Append(sql);
        return this;
    }

    public Query Add([InterpolatedStringHandlerArgument("")] ref Piece piece)
    {
        _ = piece;
        return this;
    }

    /// <summary>For what pages ask for over and over in the same words, and what is found in the same way for all values.</summary>
    public Query Keep()
    {
        IsKept = true;
        return this;
    }

    /// <summary>The parameter that stands for a value in text that is put around this query.</summary>
    public string Parameter(object value)
    {
        values.Add(value);
        return $"@p{(values.Count - 1).ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Makes this query a part of a larger one, whose own text has no values but those of <see cref="Parameter"/>.</summary>
    public Query Wrap(string before, string after)
    {
        text.Insert(0, before).Append(after);
        return this;
    }

    /// <summary>A list of ids, written out: there is no parameter for a list that both databases know. No row has the id 0, which stands for an empty list.</summary>
    public Query Numbers<T>(IEnumerable<T> numbers)
        where T : struct, IBinaryInteger<T>
    {
        var separator = '(';
        foreach (var number in numbers.DefaultIfEmpty())
        {
            text.Append(separator).Append(CultureInfo.InvariantCulture, $"{number}"); // in Swedish a minus is another character
            separator = ',';
        }
        text.Append(')');
        return this;
    }

    [InterpolatedStringHandler]
    public readonly ref struct Piece
    {
        private readonly Query query;

        public Piece(int literalLength, int formattedCount, Query query)
        {
            _ = literalLength + formattedCount;
            this.query = query;
        }

        public void AppendLiteral(string sql) => query.text.Append(sql);

        public void AppendFormatted<T>(T value)
        {
            query.text.Append("@p").Append(query.values.Count);
            query.values.Add(value switch
            {
                Enum word => Convert.ToInt32(word, System.Globalization.CultureInfo.InvariantCulture),
                DateOnly day => Conventions.ToNumber(day),
                DateTimeOffset at => Conventions.ToMicroseconds(at),
                _ => value,
            });
        }
    }
}
