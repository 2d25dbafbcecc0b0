using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Inventory;
using Assets.Data.Messages;
using Assets.Data.Monitoring;
using Assets.Data.Ordering;
using Assets.Data.Organisations;
using Assets.Data.Rentals;
using Assets.Data.Standard;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assets.Data.Storage;

/// <summary>Keys, references and indexes. Each index serves a query that a page or a verb runs.</summary>
internal static class Layout
{
    public static void Register(ModelBuilder builder)
    {
        builder.Entity<HistoryRow>(e =>
        {
            e.HasIndex(h => new { h.Subject, h.SubjectId });
            Refers<HistoryRow, ChangeSetRow>(e, nameof(HistoryRow.ChangeSetId));
        });
        builder.Entity<OrganisationRow>(e =>
        {
            e.HasIndex(o => o.CodeKey).IsUnique();
            e.HasIndex(o => o.Lineage);
            e.Property(o => o.Lineage).HasDefaultValue(""); // written once all of a file's organisations are there
            Refers<OrganisationRow, OrganisationRow>(e, nameof(OrganisationRow.ParentId));
        });
        builder.Entity<CostCodeRow>(e =>
        {
            e.HasIndex(c => c.CodeKey).IsUnique();
            Refers<CostCodeRow, OrganisationRow>(e, nameof(CostCodeRow.UnitId));
        });
        builder.Entity<SiteRow>(e =>
        {
            e.HasIndex(s => s.CodeKey).IsUnique();
            Refers<SiteRow, OrganisationRow>(e, nameof(SiteRow.MunicipalityId));
        });
        builder.Entity<SupplierRow>().HasIndex(s => s.CodeKey).IsUnique();
        builder.Entity<DeviceTypeRow>(e =>
        {
            e.HasIndex(t => t.SlugKey).IsUnique();
            e.HasIndex(t => t.MatchKey);
        });
        builder.Entity<ModelRow>(e =>
        {
            e.HasIndex(m => m.CodeKey).IsUnique();
            Refers<ModelRow, DeviceTypeRow>(e, nameof(ModelRow.DeviceTypeId));
        });
        builder.Entity<AssetRow>(e =>
        {
            e.HasIndex(a => a.TagKey).IsUnique();
            e.HasIndex(a => a.SerialKey).IsUnique();
            e.HasIndex(a => new { a.State, a.TagKey });
            e.HasIndex(a => new { a.Kind, a.TagKey });
            e.HasIndex(a => new { a.Kind, a.State, a.TagKey });
            e.HasIndex(a => new { a.ModelId, a.TagKey, a.Kind }); // the kind follows the model: a model's assets sorted by it would all be walked past
            e.HasIndex(a => new { a.SiteId, a.TagKey });
            e.HasIndex(a => new { a.PurchasedOn, a.TagKey });
            e.HasIndex(a => a.ParentId).HasFilter("parent_id is not null");
            e.HasIndex(a => a.UserUnitId).HasFilter("user_unit_id is not null");
            Refers<AssetRow, ModelRow>(e, nameof(AssetRow.ModelId));
            Refers<AssetRow, SupplierRow>(e, nameof(AssetRow.SupplierId));
            Refers<AssetRow, SiteRow>(e, nameof(AssetRow.SiteId));
            Refers<AssetRow, OrganisationRow>(e, nameof(AssetRow.UserUnitId));
            Refers<AssetRow, AssetRow>(e, nameof(AssetRow.ParentId));
        });
    }

    public static void Contracts(ModelBuilder builder)
    {
        builder.Entity<ContractRow>(e =>
        {
            e.HasIndex(c => c.NumberKey).IsUnique();
            Refers<ContractRow, OrganisationRow>(e, nameof(ContractRow.CustomerId));
        });
        builder.Entity<ContractLineRow>(e =>
        {
            e.HasIndex(l => l.CodeKey).IsUnique();
            e.HasIndex(l => l.ChangeSetId);
            e.HasIndex(l => new { l.LastUnitId, l.Id });
            e.HasIndex(l => new { l.LastFromOn, l.Id });
            e.HasIndex(l => new { l.LastUntilOn, l.Id });
            e.HasIndex(l => new { l.LastRent, l.Id });
            e.HasIndex(l => l.LastCostCodeId).HasFilter("last_cost_code_id is not null");
            e.HasIndex(l => l.LastAssetId).HasFilter("last_until_on = last_from_on"); // the few without a stretch: the others are found by theirs
            Refers<ContractLineRow, ContractRow>(e, nameof(ContractLineRow.ContractId));
        });
        builder.Entity<LineVersionRow>(e =>
        {
            e.HasKey(v => new { v.LineId, v.Version });
            Refers<LineVersionRow, ContractLineRow>(e, nameof(LineVersionRow.LineId));
        });
        builder.Entity<LineSegmentRow>(e =>
        {
            e.HasKey(s => new { s.LineId, s.FromOn });
            e.HasIndex(s => new { s.AssetId, s.FromOn });
            e.HasIndex(s => new { s.UnitId, s.FromOn });
            e.HasIndex(s => new { s.UnitId, s.LineId }).HasFilter("until_on is not null"); // what may have gone elsewhere
            e.HasIndex(s => new { s.ProductCode, s.FromOn }).HasFilter("product_code is not null"); // an imported line costs nothing
            Refers<LineSegmentRow, ContractLineRow>(e, nameof(LineSegmentRow.LineId));
            Refers<LineSegmentRow, OrganisationRow>(e, nameof(LineSegmentRow.UnitId));
            Refers<LineSegmentRow, CostCodeRow>(e, nameof(LineSegmentRow.CostCodeId));
            Refers<LineSegmentRow, AssetRow>(e, nameof(LineSegmentRow.AssetId));
        });
        builder.Entity<InterestRateRow>(e =>
        {
            e.HasKey(i => i.ValidFrom);
            e.Property(i => i.ValidFrom).ValueGeneratedNever();
        });
    }

    public static void Months(ModelBuilder builder)
    {
        // One index beside the key, for the unit that looks at its own costs: 1 000 000 rows a run have to be cheap.
        builder.Entity<ChargeRow>(e =>
        {
            e.HasKey(c => new { c.Month, c.LineId, c.CorrectedMonth, c.Turn, c.Component, c.FromOn });
            e.HasIndex(c => new { c.Month, c.UnitId });
        });
        builder.Entity<MonthRunRow>(e =>
        {
            e.HasKey(r => r.Month);
            e.Property(r => r.Month).ValueGeneratedNever();
        });
        builder.Entity<ClosedMonthRow>(e =>
        {
            e.HasKey(m => m.Month);
            e.Property(m => m.Month).ValueGeneratedNever();
            e.HasIndex(m => m.PreviousMonth).IsUnique();
        });
        builder.Entity<FindingRow>().HasKey(f => new { f.Month, f.Code, f.Record });
        builder.Entity<FindingCountRow>().HasKey(f => new { f.Month, f.Code, f.Severity });
        builder.Entity<FindingAcceptanceRow>().HasKey(f => new { f.Month, f.Code, f.Record });
        builder.Entity<MonthChangeRow>().HasKey(c => new { c.Month, c.CustomerId, c.Cause });
        builder.Entity<ClosingProposalRow>().HasIndex(p => new { p.Month, p.Id });
        builder.Entity<DownloadRow>().HasIndex(d => new { d.Month, d.Id });
    }

    public static void Tasks(ModelBuilder builder) => builder.Entity<TaskRow>(e =>
    {
        e.HasIndex(t => new { t.Kind, t.Subject, t.Id });
        e.HasIndex(t => t.State).HasFilter("state < 2");
    });

    public static void Network(ModelBuilder builder)
    {
        builder.Entity<CredentialRow>().HasIndex(c => c.NameKey).IsUnique();
        builder.Entity<DeviceRow>(e =>
        {
            e.HasIndex(d => d.CredentialId).HasFilter("credential_id is not null"); // no reference: SQLite would write the whole table anew for it, and no credential is ever removed
            e.HasIndex(d => new { d.Address, d.Port }).IsUnique();
            e.HasIndex(d => d.AssetId);
            Refers<DeviceRow, AssetRow>(e, nameof(DeviceRow.AssetId));
        });
        builder.Entity<SnmpRangeRow>().HasIndex(r => r.Range).IsUnique();
        builder.Entity<SeriesRow>(e =>
        {
            e.HasIndex(s => new { s.DeviceId, s.Metric, s.Instance }).IsUnique();
            Refers<SeriesRow, DeviceRow>(e, nameof(SeriesRow.DeviceId));
        });
        builder.Entity<SampleRow>(e =>
        {
            e.HasKey(s => new { s.SeriesId, s.At });
            Refers<SampleRow, SeriesRow>(e, nameof(SampleRow.SeriesId));
        });
        builder.Entity<StatusChangeRow>(e =>
        {
            e.HasKey(s => new { s.DeviceId, s.At });
            Refers<StatusChangeRow, DeviceRow>(e, nameof(StatusChangeRow.DeviceId));
        });
    }

    public static void Orders(ModelBuilder builder)
    {
        builder.Entity<EditionRow>(e =>
        {
            e.HasIndex(x => x.Number).IsUnique();
            e.HasIndex(x => x.ValidFrom).IsUnique().HasFilter("state = 2"); // decided: exactly one in force on any day
        });
        builder.Entity<OrderRow>(e =>
        {
            e.HasIndex(o => o.NumberKey).IsUnique();
            e.HasIndex(o => new { o.State, o.SubmittedAt });
            e.HasIndex(o => new { o.UnitId, o.State });
            e.HasIndex(o => new { o.OrdererId, o.State });
            Refers<OrderRow, OrganisationRow>(e, nameof(OrderRow.UnitId));
            Refers<OrderRow, CostCodeRow>(e, nameof(OrderRow.CostCodeId));
            Refers<OrderRow, AppUser>(e, nameof(OrderRow.OrdererId));
            Refers<OrderRow, EditionRow>(e, nameof(OrderRow.EditionId));
        });
        builder.Entity<OrderLineRow>(e =>
        {
            e.HasKey(l => new { l.OrderId, l.Number });
            e.HasIndex(l => l.LineId).HasFilter("line_id is not null");
            e.HasIndex(l => l.BackOrdered).HasFilter("back_ordered > 0");
            e.Property(l => l.BackOrdered).HasDefaultValue(0);
            Refers<OrderLineRow, OrderRow>(e, nameof(OrderLineRow.OrderId));
            Refers<OrderLineRow, SiteRow>(e, nameof(OrderLineRow.SiteId));
            Refers<OrderLineRow, ContractLineRow>(e, nameof(OrderLineRow.LineId));
            Refers<OrderLineRow, OrganisationRow>(e, nameof(OrderLineRow.ToUnitId));
            Refers<OrderLineRow, CostCodeRow>(e, nameof(OrderLineRow.ToCostCodeId));
        });
        builder.Entity<PickedAssetRow>(e =>
        {
            e.HasKey(p => p.AssetId);
            e.Property(p => p.AssetId).ValueGeneratedNever();
            e.HasIndex(p => new { p.OrderId, p.LineNumber, p.Part }).IsUnique();
            Refers<PickedAssetRow, AssetRow>(e, nameof(PickedAssetRow.AssetId));
            Refers<PickedAssetRow, OrderRow>(e, nameof(PickedAssetRow.OrderId));
        });
        builder.Entity<OrderStepRow>(e =>
        {
            e.HasKey(s => new { s.OrderId, s.Number });
            Refers<OrderStepRow, OrderRow>(e, nameof(OrderStepRow.OrderId));
        });
        builder.Entity<DelegationRow>(e =>
        {
            e.HasIndex(d => d.DelegateId);
            e.HasIndex(d => d.UserId);
            Refers<DelegationRow, AppUser>(e, nameof(DelegationRow.UserId));
            Refers<DelegationRow, AppUser>(e, nameof(DelegationRow.DelegateId));
        });
    }

    public static void Fulfilment(ModelBuilder builder)
    {
        builder.Entity<DeliveredAssetRow>(e =>
        {
            e.HasKey(d => new { d.OrderId, d.LineNumber, d.Part });
            Refers<DeliveredAssetRow, OrderRow>(e, nameof(DeliveredAssetRow.OrderId));
            Refers<DeliveredAssetRow, AssetRow>(e, nameof(DeliveredAssetRow.AssetId));
        });
        builder.Entity<PreparationRow>(e =>
        {
            e.HasKey(p => new { p.OrderId, p.LineNumber, p.Item });
            Refers<PreparationRow, OrderRow>(e, nameof(PreparationRow.OrderId));
        });
        builder.Entity<ConfirmationRow>(e =>
        {
            e.HasKey(c => c.TokenHash);
            e.HasIndex(c => new { c.OrderId, c.LineNumber });
            Refers<ConfirmationRow, OrderRow>(e, nameof(ConfirmationRow.OrderId));
        });
    }

    public static void Purchases(ModelBuilder builder)
    {
        builder.Entity<PurchaseOrderRow>(e =>
        {
            e.HasIndex(p => p.NumberKey).IsUnique();
            Refers<PurchaseOrderRow, SupplierRow>(e, nameof(PurchaseOrderRow.SupplierId));
        });
        builder.Entity<PurchaseLineRow>(e =>
        {
            e.HasKey(l => new { l.PurchaseOrderId, l.Number });
            e.HasIndex(l => l.OrderId).HasFilter("order_id is not null");
            Refers<PurchaseLineRow, PurchaseOrderRow>(e, nameof(PurchaseLineRow.PurchaseOrderId));
            Refers<PurchaseLineRow, ModelRow>(e, nameof(PurchaseLineRow.ModelId));
            Refers<PurchaseLineRow, OrderRow>(e, nameof(PurchaseLineRow.OrderId));
        });
        builder.Entity<ReceivedAssetRow>(e =>
        {
            e.HasKey(r => r.AssetId);
            e.Property(r => r.AssetId).ValueGeneratedNever();
            e.HasIndex(r => new { r.PurchaseOrderId, r.LineNumber });
            Refers<ReceivedAssetRow, AssetRow>(e, nameof(ReceivedAssetRow.AssetId));
            Refers<ReceivedAssetRow, PurchaseOrderRow>(e, nameof(ReceivedAssetRow.PurchaseOrderId));
        });
    }

    public static void Bench(ModelBuilder builder)
    {
        builder.Entity<SubmissionRow>(e =>
        {
            e.HasKey(s => s.Key);
            Refers<SubmissionRow, ChangeSetRow>(e, nameof(SubmissionRow.ChangeSetId));
        });
        builder.Entity<WipeRow>(e =>
        {
            e.HasIndex(w => w.AssetId);
            Refers<WipeRow, AssetRow>(e, nameof(WipeRow.AssetId));
        });
        builder.Entity<SavedViewRow>(e =>
        {
            e.HasIndex(v => v.UserId);
            e.HasIndex(v => v.Id).HasFilter("shared");
            Refers<SavedViewRow, AppUser>(e, nameof(SavedViewRow.UserId));
        });
        builder.Entity<AuditRow>(e => Refers<AuditRow, SiteRow>(e, nameof(AuditRow.SiteId)));
        builder.Entity<AuditScanRow>(e =>
        {
            e.HasKey(s => new { s.AuditId, s.TextKey });
            Refers<AuditScanRow, AuditRow>(e, nameof(AuditScanRow.AuditId));
            Refers<AuditScanRow, AssetRow>(e, nameof(AuditScanRow.AssetId));
        });
        builder.Entity<AuditResultRow>(e =>
        {
            e.HasKey(r => new { r.AuditId, r.AssetId });
            Refers<AuditResultRow, AuditRow>(e, nameof(AuditResultRow.AuditId));
            Refers<AuditResultRow, AssetRow>(e, nameof(AuditResultRow.AssetId));
        });
    }

    public static void Mails(ModelBuilder builder) => builder.Entity<MailRow>(e =>
    {
        e.HasIndex(m => m.Key).IsUnique();
        e.HasIndex(m => m.NextAttemptAt).HasFilter("state <= 1"); // waiting, or in somebody's hands
        e.HasIndex(m => new { m.State, m.Id });
        Refers<MailRow, AppUser>(e, nameof(MailRow.UserId));
    });

    public static void People(ModelBuilder builder)
    {
        builder.Entity<AppUser>().ToTable("users");
        builder.Entity<IdentityUserClaim<int>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<int>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<int>>().ToTable("user_tokens");
        builder.Entity<IdentityUserPasskey<int>>(e =>
        {
            e.ToTable("user_passkeys");
            e.HasKey(k => k.CredentialId);
            e.Property(k => k.CredentialId).HasMaxLength(1024);
            Refers<IdentityUserPasskey<int>, AppUser>(e, nameof(IdentityUserPasskey<>.UserId));
            e.OwnsOne(k => k.Data).ToJson("data");
            e.HasIndex(k => k.UserId);
        });
        builder.Entity<SignInRow>(e =>
        {
            e.HasIndex(i => new { i.UserId, i.Id });
            Refers<SignInRow, AppUser>(e, nameof(SignInRow.UserId));
        });
        builder.Entity<RoleGrantRow>(e =>
        {
            e.HasIndex(g => new { g.UserId, g.Role, g.OrganisationId }).IsUnique();
            e.Property(g => g.FromGroups).HasDefaultValue(false);
            Refers<RoleGrantRow, AppUser>(e, nameof(RoleGrantRow.UserId));
            Refers<RoleGrantRow, OrganisationRow>(e, nameof(RoleGrantRow.OrganisationId));
        });
    }

    // References without navigations: rows are read by queries that say what they join, never by walking objects.
    private static void Refers<TFrom, TTo>(EntityTypeBuilder<TFrom> entity, string column)
        where TFrom : class
        where TTo : class
        => entity.HasOne<TTo>().WithMany().HasForeignKey(column).OnDelete(DeleteBehavior.Restrict);
}
