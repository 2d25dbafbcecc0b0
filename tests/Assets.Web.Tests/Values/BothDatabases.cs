using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Operations.Ordering;
using Assets.Support;
using Xunit;

namespace Assets.Web.Tests.Values;

/// <summary>The busy example with names from Å to Ö, served from SQLite and, moved there by the product, from a real PostgreSQL.</summary>
public sealed class BothDatabases : IAsyncLifetime
{
    internal ExampleSite Sqlite { get; private set; } = null!;

    internal ExampleSite Postgres { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var connection = PostgresServer.NewDatabase(); // first: without PostgreSQL there is nothing to compare
        var example = Example.Busy();
        Name(example);
        var moved = Example.Moved(example, connection);
        Sqlite = await ExampleSite.Start(example);
        Postgres = await ExampleSite.Start(moved);
    }

    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null) await Postgres.DisposeAsync();
        if (Sqlite is not null) await Sqlite.DisposeAsync();
    }

    private static void Name(Example example)
    {
        example.Import("sites", "site_code,name,municipality_code,postcode\nL4,Åkern,100,\nL5,Älvdalen,100,\nL6,Örtagården,100,\nL7,ålgränd,100,\nL8,Örtagården,100,\nÅ9,Zinken,100,\n");
        example.Import("suppliers", "supplier_code,name,org_number\nS2,Ångström & Öberg AB,559900-0022\nS3,öBERG och son,559900-0030\n");
        example.Import("organisations", "org_code,name,kind,parent_code,org_number\n100-12,Ängsskolan,unit,100,\n100-13,åkeriet,unit,100,\n");
        example.Import("assets", "asset_tag,serial,model_code,purchase_date,price,supplier_code,warranty_until,site_code,room,state,note\nÅÄ1,ÖS1,M-pc,2025-01-01,1.00,S2,,L6,Örat,in_use,Äldre\nåb2,ös2,M-pc,2025-01-01,1.00,S2,,L8,örat,in_use,\n");
        _ = PlacePurchase.Run(example.Installation, new PurchaseRequest("S2", [new PurchaseItem("M-pc", 2, Money.FromKronor(9_990))], "Överens-7", example.Installation.Today.AddDays(9), 36)).Value;
        example.Change("update devices set name = 'SW-ÖRTAGÅRDEN', sys_name = 'Örtagården' where id = 3");
        example.Change("update models set name = 'Ögonskanner' where code = 'M-printer'");
        example.Change("update assets set room = 'Örat' where id in (5, 10, 11)");
        example.Person("åsa", "Åsa Ärlig", "sv", new Appointed(Role.Auditor));
        example.Person("orjan", "örjan Öst", "sv", new Appointed(Role.Orderer, "100-11"));
        example.Person("halvar", "Halvar Halv", "sv", new Appointed(Role.Manager, "100-10"));
        example.Person("allt", "Allt Iallo", "sv", [.. Enum.GetValues<Role>().Select(role => new Appointed(role))]);
    }
}
