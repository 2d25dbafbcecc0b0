using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Data.Access;

namespace Assets.Data.Storage;

/// <summary>One entry of the append-only history.</summary>
/// <param name="Act">The change set: all entries of one act have the same.</param>
/// <param name="Fields">What was changed; none where the reader may not see it, and empty for the entry with which a record came.</param>
public sealed record RecordedChange(
    long Id, long Act, Subject Subject, long SubjectId, DateTimeOffset RecordedAt, DateOnly EffectiveOn, string Actor, string Verb, string? Reason, IReadOnlyList<FieldChange>? Fields);

/// <param name="Last">Up to here the history was read, also where nothing in it is for the reader: the next question starts after it.</param>
/// <param name="More">Further entries lie behind it already.</param>
public sealed record ChangeFeedPage(IReadOnlyList<RecordedChange> Items, long Last, bool More);

/// <param name="After">The last entry that is known; 0 for the beginning.</param>
/// <param name="Only">One subject; none: all that the reader may see.</param>
/// <param name="Today">A unit sees what it pays for on this day.</param>
public sealed record ChangeQuery(long After, int Limit, Subject? Only, DateOnly Today);

/// <summary>
/// The history in the order in which it was written. Writers queue for one lock and hold it until they have committed, and the numbers
/// are given under it: an entry never appears before one that has been read, however many write at once.
/// </summary>
public static class ChangeFeed
{
    // So far a question looks: a reader who may see one unit must not make the whole history be read.
    private const int Window = 10_000;

    private static readonly Dictionary<Subject, Permission> Seen = new()
    {
        [Subject.Asset] = Permission.ViewRegister,
        [Subject.Organisation] = Permission.ViewRegister,
        [Subject.CostCode] = Permission.ViewRegister,
        [Subject.Site] = Permission.ViewRegister,
        [Subject.Supplier] = Permission.ViewRegister,
        [Subject.Model] = Permission.ViewRegister,
        [Subject.DeviceType] = Permission.ViewRegister,
        [Subject.ContractLine] = Permission.ViewContracts,
        [Subject.Device] = Permission.ViewNetwork,
        [Subject.Finding] = Permission.ViewMonths,
        [Subject.Month] = Permission.ViewMonths,
        [Subject.InterestRate] = Permission.ViewMonths,
        [Subject.User] = Permission.ViewUsers,
        [Subject.Edition] = Permission.ViewDrafts,
        [Subject.Order] = Permission.ViewOrders,
        [Subject.PurchaseOrder] = Permission.ViewPurchases,
        [Subject.Audit] = Permission.ViewStocktakes,
    };

    public static ChangeFeedPage Read(Database database, Viewer viewer, ChangeQuery asked)
    {
        using var reading = PageReading.Begin(database);
        var newest = reading.Number(Query.Of("select coalesce(max(id), 0) from history"));
        var until = Math.Min(newest, asked.After + Window);
        if (until <= asked.After) return new ChangeFeedPage([], asked.After, More: false);
        var query = new Query()
            .Add($"select h.id, h.change_set_id, h.subject, h.subject_id, c.recorded_at, h.effective_on, c.actor, c.verb, c.reason, h.before, h.after from history h join change_sets c on c.id = h.change_set_id where h.id > {asked.After} and h.id <= {until} and (1=0");
        foreach (var (subject, permission) in Seen)
        {
            if (asked.Only is null || asked.Only == subject) Allow(query, subject, viewer.Reach(permission), asked.Today);
        }
        if ((asked.Only ?? Subject.Edition) == Subject.Edition && !viewer.Reach(Permission.ViewDrafts).IsEverywhere)
        {
            query.Add($" or (h.subject = {Subject.Edition} and exists (select 1 from editions e where e.id = h.subject_id and e.state <> {EditionState.Draft}))"); // a draft is for those who write, decide or check it
        }
        var items = reading.Rows(query.Add($") order by h.id limit {asked.Limit}"), r => new RecordedChange(
            r.GetInt64(0), r.GetInt64(1), (Subject)r.GetInt32(2), r.GetInt64(3), Conventions.ToInstant(r.GetInt64(4)), r.Day(5), r.GetString(6), r.GetString(7), r.Text(8),
            SeesFields(viewer, (Subject)r.GetInt32(2)) ? RecordHistory.Changes(r.Text(9), r.Text(10)) : null));
        var last = items.Count == asked.Limit ? items[^1].Id : until;
        return new ChangeFeedPage(items, last, last < newest);
    }

    // As on a record's own page: what it was before belongs to who sees the whole, or checks.
    private static bool SeesFields(Viewer viewer, Subject subject) => viewer.Reach(Seen[subject]).IsEverywhere || viewer.Reach(Permission.ViewAudit).IsEverywhere;

    private static void Allow(Query query, Subject subject, Reach reach, DateOnly today)
    {
        if (reach.IsNowhere) return;
        if (reach.IsEverywhere && subject != Subject.Order)
        {
            query.Raw(" or h.subject = ").Raw(((int)subject).ToString(System.Globalization.CultureInfo.InvariantCulture));
            return;
        }
        switch (subject)
        {
            case Subject.Asset:
                query.Add($" or (h.subject = {subject} and (exists (select 1 from assets a where a.id = h.subject_id and a.user_unit_id in ").Numbers(reach.Units)
                    .Add($") or exists (select 1 from line_segments g where g.asset_id = h.subject_id and g.from_on <= {today} and (g.until_on is null or g.until_on > {today}) and g.unit_id in ").Numbers(reach.Units).Raw(")))");
                break;
            case Subject.ContractLine:
                query.Add($" or (h.subject = {subject} and exists (select 1 from line_segments g where g.line_id = h.subject_id and g.unit_id in ").Numbers(reach.Units).Raw("))");
                break;
            case Subject.Order:
                // A basket is its orderer's own until it is sent.
                query.Add($" or (h.subject = {subject} and exists (select 1 from orders o where o.id = h.subject_id and o.state <> {OrderState.Basket}");
                if (!reach.IsEverywhere) query.Raw(" and o.unit_id in ").Numbers(reach.Units);
                query.Raw("))");
                break;
            default:
                break; // what belongs to no unit is for those who see all of them
        }
    }
}
