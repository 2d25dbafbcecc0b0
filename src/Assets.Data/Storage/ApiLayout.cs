using Assets.Data.Access;
using Assets.Data.Messages;
using Assets.Data.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Assets.Data.Storage;

/// <summary>Keys, references and indexes of what programs talk to us by; as in <see cref="Layout"/>, each index serves a query.</summary>
internal static class ApiLayout
{
    public static void Add(ModelBuilder builder)
    {
        builder.Entity<ApiTokenRow>(e =>
        {
            e.HasIndex(t => t.Selector).IsUnique();
            e.HasIndex(t => t.UserId);
            e.HasOne<AppUser>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<OrganisationRow>().WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<IdempotentAnswerRow>(e =>
        {
            e.HasKey(a => new { a.UserId, a.Key });
            e.HasIndex(a => a.AskedAt);
        });
        builder.Entity<WebhookDeliveryRow>(e =>
        {
            e.HasIndex(d => new { d.WebhookId, d.Id });
            e.HasIndex(d => d.At);
            e.HasOne<WebhookRow>().WithMany().HasForeignKey(d => d.WebhookId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
