using System.Data.Common;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Jobs;

namespace Assets.Web.Security;

/// <summary>Whether the program runs and its database answers; says nothing else, since anyone may ask.</summary>
internal sealed class Health
{
    public static IResult Answer(Database database, ILogger<Health> log)
    {
        try
        {
            using var connection = database.Open();
            return Results.Text("ok");
        }
        catch (DatabaseRefusedException fault)
        {
            log.LogError(fault, "The database does not answer");
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Whether it can do its work: the database has its tables, and the job store its schedule.</summary>
    public static async Task<IResult> Ready(Database database, IServiceProvider services, ILogger<Health> log, CancellationToken cancel)
    {
        try
        {
            SetupFacts.HasAnyone(database);
            if (services.GetService<TaskQueue>() is { } jobs && !await jobs.IsReady(cancel)) return Results.Text("the jobs do not run", statusCode: StatusCodes.Status503ServiceUnavailable);
            return Results.Text("ready");
        }
        catch (Exception fault) when (fault is DatabaseRefusedException or DbException)
        {
            log.LogError(fault, "The database does not answer");
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
