namespace Assets.Core.Ordering;

/// <summary>When the rent of something that is given back ends.</summary>
public static class ReturnDay
{
    /// <summary>
    /// The first day that is not charged: the day on which it was handed in, but not before the notice has run out. Announced on 3 March
    /// with 30 days' notice and handed in on 10 March, the rent ends on 2 April; without notice on 10 March.
    /// </summary>
    public static DateOnly Of(DateOnly announced, int noticeDays, DateOnly handedIn)
    {
        var notice = announced.AddDays(noticeDays);
        return handedIn > notice ? handedIn : notice;
    }
}
