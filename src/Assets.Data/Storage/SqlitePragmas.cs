using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Assets.Data.Storage;

/// <summary>Connections that the object mapper opens itself get the same settings as ours.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => connection.Execute(Database.ConnectionPragmas);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        connection.Execute(Database.ConnectionPragmas);
        return Task.CompletedTask;
    }
}
