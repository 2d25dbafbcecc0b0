using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Inventory;
using Assets.Data.Messages;
using Assets.Data.Monitoring;
using Assets.Data.Ordering;
using Assets.Data.Organisations;
using Assets.Data.Rentals;
using Assets.Data.Standard;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Assets.Data.Storage;

/// <summary>The whole model. Each database has a derived context with migrations of its own.</summary>
internal abstract class AssetsDb(DbContextOptions options) : IdentityUserContext<AppUser, int>(options)
{
    public DbSet<ChangeSetRow> ChangeSets => Set<ChangeSetRow>();
    public DbSet<HistoryRow> History => Set<HistoryRow>();
    public DbSet<OrganisationRow> Organisations => Set<OrganisationRow>();
    public DbSet<CostCodeRow> CostCodes => Set<CostCodeRow>();
    public DbSet<SiteRow> Sites => Set<SiteRow>();
    public DbSet<SupplierRow> Suppliers => Set<SupplierRow>();
    public DbSet<DeviceTypeRow> DeviceTypes => Set<DeviceTypeRow>();
    public DbSet<ModelRow> Models => Set<ModelRow>();
    public DbSet<AssetRow> Assets => Set<AssetRow>();
    public DbSet<ContractRow> Contracts => Set<ContractRow>();
    public DbSet<ContractLineRow> ContractLines => Set<ContractLineRow>();
    public DbSet<LineVersionRow> LineVersions => Set<LineVersionRow>();
    public DbSet<LineSegmentRow> LineSegments => Set<LineSegmentRow>();
    public DbSet<InterestRateRow> InterestRates => Set<InterestRateRow>();
    public DbSet<ChargeRow> Charges => Set<ChargeRow>();
    public DbSet<MonthRunRow> MonthRuns => Set<MonthRunRow>();
    public DbSet<ClosedMonthRow> ClosedMonths => Set<ClosedMonthRow>();
    public DbSet<FindingRow> Findings => Set<FindingRow>();
    public DbSet<FindingCountRow> FindingCounts => Set<FindingCountRow>();
    public DbSet<FindingAcceptanceRow> FindingAcceptances => Set<FindingAcceptanceRow>();
    public DbSet<MonthChangeRow> MonthChanges => Set<MonthChangeRow>();
    public DbSet<DeviceRow> Devices => Set<DeviceRow>();
    public DbSet<CredentialRow> Credentials => Set<CredentialRow>();
    public DbSet<SeriesRow> Series => Set<SeriesRow>();
    public DbSet<SampleRow> Samples => Set<SampleRow>();
    public DbSet<StatusChangeRow> StatusChanges => Set<StatusChangeRow>();
    public DbSet<RoleGrantRow> RoleGrants => Set<RoleGrantRow>();
    public DbSet<SetupRow> Setups => Set<SetupRow>();
    public DbSet<SnmpRangeRow> SnmpRanges => Set<SnmpRangeRow>();
    public DbSet<EditionRow> Editions => Set<EditionRow>();
    public DbSet<OrderRow> Orders => Set<OrderRow>();
    public DbSet<OrderLineRow> OrderLines => Set<OrderLineRow>();
    public DbSet<PickedAssetRow> PickedAssets => Set<PickedAssetRow>();
    public DbSet<DeliveredAssetRow> DeliveredAssets => Set<DeliveredAssetRow>();
    public DbSet<PreparationRow> Preparations => Set<PreparationRow>();
    public DbSet<ConfirmationRow> Confirmations => Set<ConfirmationRow>();
    public DbSet<OrderStepRow> OrderSteps => Set<OrderStepRow>();
    public DbSet<DelegationRow> Delegations => Set<DelegationRow>();
    public DbSet<PurchaseOrderRow> PurchaseOrders => Set<PurchaseOrderRow>();
    public DbSet<PurchaseLineRow> PurchaseLines => Set<PurchaseLineRow>();
    public DbSet<ReceivedAssetRow> ReceivedAssets => Set<ReceivedAssetRow>();
    public DbSet<SubmissionRow> Submissions => Set<SubmissionRow>();
    public DbSet<WipeRow> Wipes => Set<WipeRow>();
    public DbSet<SavedViewRow> SavedViews => Set<SavedViewRow>();
    public DbSet<AuditRow> Audits => Set<AuditRow>();
    public DbSet<AuditScanRow> AuditScans => Set<AuditScanRow>();
    public DbSet<AuditResultRow> AuditResults => Set<AuditResultRow>();
    public DbSet<MailRow> Mails => Set<MailRow>();
    public DbSet<ClosingProposalRow> ClosingProposals => Set<ClosingProposalRow>();
    public DbSet<DownloadRow> Downloads => Set<DownloadRow>();
    public DbSet<TaskRow> Tasks => Set<TaskRow>();
    public DbSet<SignInRow> SignIns => Set<SignInRow>();
    public DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();
    public DbSet<IdempotentAnswerRow> IdempotentAnswers => Set<IdempotentAnswerRow>();
    public DbSet<WebhookRow> Webhooks => Set<WebhookRow>();
    public DbSet<WebhookDeliveryRow> WebhookDeliveries => Set<WebhookDeliveryRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        base.ConfigureConventions(builder);
        // Every index is one that a query needs: none by reflex on each reference, since bulk imports pay for all of them.
        builder.Conventions.Remove(typeof(ForeignKeyIndexConvention));
        Conventions.Apply(builder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Layout.Register(builder);
        Layout.Contracts(builder);
        Layout.Months(builder);
        Layout.Network(builder);
        Layout.Orders(builder);
        Layout.Fulfilment(builder);
        Layout.Purchases(builder);
        Layout.Bench(builder);
        Layout.Mails(builder);
        Layout.Tasks(builder);
        Layout.People(builder);
        ApiLayout.Add(builder);
        Conventions.NameInSnakeCase(builder.Model);
    }
}
