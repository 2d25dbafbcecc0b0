using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Rentals;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Web.Pages.Shared;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Rentals;

/// <summary>One contract line: its timeline drawn, its price with the calculation behind it, its months and who changed it.</summary>
[Needs(Permission.ViewContracts)]
public sealed class LineModel(Database database, Formats formats) : PageModel
{
    public LineDetails Line { get; private set; } = null!;

    public bool SeesHistory { get; private set; }

    public bool MayChange { get; private set; }

    /// <summary>None of a line that was given back on its first day.</summary>
    public Timeline? Drawing { get; private set; }

    /// <summary>The price of the stretch that holds today, or of the last one.</summary>
    public Price? Price { get; private set; }

    public IActionResult OnGet(long id)
    {
        var viewer = HttpContext.Viewer();
        if (LineDetails.Read(database, viewer.Reach(Permission.ViewContracts), id) is not { } line) return NotFound();
        Line = line;
        SeesHistory = viewer.Reach(Permission.ViewContracts).IsEverywhere || viewer.Reach(Permission.ViewAudit).IsEverywhere;
        MayChange = line.Known is not null && (line.IsWithin(viewer.Reach(Permission.EditContracts)) || line.IsWithin(viewer.Reach(Permission.ChangeRented)));
        Drawing = line.Stretches.Count == 0 ? null : Timeline.Of(line.Stretches, formats.Today);
        Price = (line.Known?.Segments.LastOrDefault(s => s.Period.Contains(formats.Today)) ?? line.Last)?.Price;
        return Page();
    }
}

/// <summary>Stretches laid along the years, in parts of a hundred.</summary>
public sealed record Timeline(IReadOnlyList<(LineStretch Stretch, string Left, string Width, int Tone)> Bars, IReadOnlyList<(string Label, string Left)> Years, string Today)
{
    public static Timeline Of(IReadOnlyList<LineStretch> stretches, DateOnly today)
    {
        var first = stretches[0].From;
        var last = stretches.Max(s => s.Until ?? (s.From > today ? s.From : today).AddMonths(3));
        if (last < today) last = today;
        decimal days = Math.Max(30, last.DayNumber - first.DayNumber);
        string Place(DateOnly day) => ColumnChart.Part(Math.Clamp((day.DayNumber - first.DayNumber) / days * 100, 0, 100));
        var units = stretches.Select(s => s.UnitId).Distinct().ToList();
        return new Timeline(
            [.. stretches.Select(s => (s, Place(s.From), ColumnChart.Part(((s.Until ?? last).DayNumber - s.From.DayNumber) / days * 100), units.IndexOf(s.UnitId) % 4))],
            [.. Enumerable.Range(first.Year + 1, Math.Max(0, last.Year - first.Year)).Select(y => (y.ToString(CultureInfo.InvariantCulture), Place(new DateOnly(y, 1, 1))))],
            Place(today));
    }
}
