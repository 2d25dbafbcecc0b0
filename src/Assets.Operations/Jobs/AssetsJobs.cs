using Assets.Data.Storage;
using Assets.Operations.Messages;
using Assets.Operations.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace Assets.Operations.Jobs;

/// <summary>
/// What a running installation does by itself, by Quartz, which keeps its schedule in the installation's own database: backed up with it, and
/// after a crash the next start goes on. Quartz is known in this folder only.
/// </summary>
public static class AssetsJobs
{
    /// <summary>Adds the scheduler to a host, which starts and stops it. The database must have its schema.</summary>
    /// <param name="watches">Whether devices are polled and old samples removed; without it only what people ask for is done.</param>
    public static IServiceCollection AddAssetsJobs(this IServiceCollection services, Installation installation, bool watches = true)
    {
        services.TryAddSingleton(installation);
        services.AddSingleton<TaskQueue>();
        services.AddSingleton(_ => new PollDevices(installation, () => CommunityKeys.Open(installation)));
        services.AddSingleton(_ => new TellWebhooks(installation));
        services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store => Keep(store, installation.Database));
            // At each start: what was left running is marked so, what waits is done.
            quartz.ScheduleJob<TaskJob>(trigger => trigger.WithIdentity("tasks").StartNow(), job => job.WithIdentity(TaskQueue.Job).StoreDurably());
            Send(quartz);
            if (watches) Schedule(quartz, PollSettings.Interval(installation));
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return services;
    }

    private static void Keep(IPersistentStoreBuilder store, Database database)
    {
        // The connection string carries how long to wait for other writers. Write-ahead log is the file's own property.
        if (database.Engine == Engine.Sqlite)
        {
            store.UseSqlite(database.ConnectionString);
        }
        else
        {
            store.UsePostgres(database.ConnectionString);
            store.UseClustering(); // two web servers on one database, and still one poll at a time
        }
        store.ProvisionSchema();
        store.UseExecutionHistory();
    }

    private static void Send(IQuartzBuilder quartz) => quartz.ScheduleJob<MailJob>(
        trigger => trigger.WithIdentity("mails").StartNow().WithSimpleSchedule(schedule => schedule
            .WithInterval(TimeSpan.FromSeconds(20)).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)),
        job => job.WithIdentity("mails"));

    private static void Schedule(IQuartzBuilder quartz, TimeSpan interval)
    {
        // Missed is missed: after a standstill one pass at once, not one for each that there would have been.
        quartz.ScheduleJob<PollJob>(
            trigger => trigger.WithIdentity("poll").StartNow().WithSimpleSchedule(schedule => schedule
                .WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)),
            job => job.WithIdentity("poll"));
        quartz.ScheduleJob<WebhookJob>(
            trigger => trigger.WithIdentity("webhooks").StartNow().WithSimpleSchedule(schedule => schedule
                .WithInterval(TimeSpan.FromSeconds(10)).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)),
            job => job.WithIdentity("webhooks"));
        quartz.ScheduleJob<RetentionJob>(
            trigger => trigger.WithIdentity("retention").WithCronSchedule("0 40 2 * * ?", schedule => schedule
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
            job => job.WithIdentity("retention"));
        quartz.ScheduleJob<ReminderJob>(
            trigger => trigger.WithIdentity("reminders").WithCronSchedule("0 30 7 ? * MON-FRI", schedule => schedule
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
            job => job.WithIdentity("reminders"));
    }
}
