using Assets.Data.Storage;

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
}
