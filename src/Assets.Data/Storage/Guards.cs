using System.Data.Common;
using Assets.Data.Inventory;
using Microsoft.Data.Sqlite;

namespace Assets.Data.Storage;

/// <summary>
/// What the database itself refuses, whoever asks: to change a closed month, its charges, the stored inputs or the history. Installed
/// again after every migration, since a table that is rebuilt loses its triggers without a word. The search index of assets is kept
/// by triggers too, so that no write can forget it.
/// </summary>
internal static class Guards
{
    /// <summary>The names that must be there; compared at every start, so that a missing one is put back.</summary>
    public static IReadOnlyList<string> Names(Engine engine) => engine == Engine.Sqlite
        ? [.. Sqlite.Select(t => t.Name)]
        : [.. Postgres.Select(t => t.Name)];

    public static void Install(DbConnection connection)
    {
        if (connection is SqliteConnection)
        {
            connection.Execute("create virtual table if not exists assets_search using fts5(search, content='assets', content_rowid='id', tokenize='trigram case_sensitive 1', detail='none', columnsize=0)");
            foreach (var (name, body) in Sqlite)
                connection.Execute($"drop trigger if exists {name}; create trigger {name} {body};");
            return;
        }
        connection.Execute("create extension if not exists pg_trgm");
        connection.Execute("create extension if not exists btree_gin");
        connection.Execute("drop index if exists ix_assets_search"); // what came before had no blocks
        connection.Execute($"create index if not exists ix_assets_search_block on assets using gin (search gin_trgm_ops, ({AssetBlocks.Of("id")}))");
        connection.Execute(PostgresFunctions);
        foreach (var (name, table, body) in Postgres)
            connection.Execute($"drop trigger if exists {name} on {table}; create trigger {name} {body}");
    }

    public static IReadOnlyList<string> Installed(DbConnection connection) => connection is SqliteConnection
        ? connection.Rows("select name from sqlite_master where type = 'trigger' order by name", r => r.GetString(0))
        : connection.Rows("select tgname::text from pg_trigger where not tgisinternal and tgenabled = 'O' order by tgname", r => r.GetString(0));

    private const string MonthIsClosed = "select raise(abort, 'closed: the month is closed and its charges never change; correct it in the open month');";
    private const string Appended = "select raise(abort, 'append-only: this row is kept as it was written');";

    private static readonly (string Name, string Body)[] Sqlite =
    [
        ("guard_charges_insert", $"before insert on charges when exists (select 1 from closed_months where month = new.month) begin {MonthIsClosed} end"),
        ("guard_charges_update", $"before update on charges when exists (select 1 from closed_months where month in (old.month, new.month)) begin {MonthIsClosed} end"),
        ("guard_charges_delete", $"before delete on charges when exists (select 1 from closed_months where month = old.month) begin {MonthIsClosed} end"),
        ("guard_closed_months_insert", "before insert on closed_months when exists (select 1 from closed_months where month >= new.month or previous_month = new.previous_month) begin select raise(abort, 'closed: this month or a later one is closed already'); end"),
        ("guard_closed_months_update", $"before update on closed_months begin {Appended} end"),
        ("guard_closed_months_delete", $"before delete on closed_months begin {Appended} end"),
        ("guard_line_versions_insert", "before insert on line_versions when new.change_set_id <= (select max(watermark) from closed_months) or exists (select 1 from line_versions where line_id = new.line_id and version = new.version) begin select raise(abort, 'append-only: a closed month has read the facts up to here'); end"),
        ("guard_line_versions_update", $"before update on line_versions begin {Appended} end"),
        ("guard_line_versions_delete", $"before delete on line_versions begin {Appended} end"),
        // An id that the database gives is a new one: only a given one is looked for, since each row of an import passes here.
        ("guard_history_insert", $"before insert on history when new.id > 0 and exists (select 1 from history where id = new.id) begin {Appended} end"),
        ("guard_change_sets_insert", $"before insert on change_sets when exists (select 1 from change_sets where id = new.id) begin {Appended} end"),
        ("guard_order_steps_insert", $"before insert on order_steps when exists (select 1 from order_steps where order_id = new.order_id and number = new.number) begin {Appended} end"),
        ("guard_closing_proposals_insert", $"before insert on closing_proposals when exists (select 1 from closing_proposals where id = new.id) begin {Appended} end"),
        ("guard_downloads_insert", $"before insert on downloads when exists (select 1 from downloads where id = new.id) begin {Appended} end"),
        ("guard_history_update", $"before update on history begin {Appended} end"),
        ("guard_history_delete", $"before delete on history begin {Appended} end"),
        ("guard_change_sets_update", $"before update on change_sets begin {Appended} end"),
        ("guard_change_sets_delete", $"before delete on change_sets begin {Appended} end"),
        ("guard_editions_update", "before update on editions when old.state = 2 begin select raise(abort, 'decided: a decided edition never changes; make a new draft'); end"),
        ("guard_editions_delete", "before delete on editions when old.state = 2 begin select raise(abort, 'decided: a decided edition never changes; make a new draft'); end"),
        ("guard_order_steps_update", $"before update on order_steps begin {Appended} end"),
        ("guard_order_steps_delete", $"before delete on order_steps begin {Appended} end"),
        ("guard_closing_proposals_update", $"before update on closing_proposals begin {Appended} end"),
        ("guard_closing_proposals_delete", $"before delete on closing_proposals begin {Appended} end"),
        ("guard_downloads_update", $"before update on downloads begin {Appended} end"),
        ("guard_downloads_delete", $"before delete on downloads begin {Appended} end"),
        ("search_assets_insert", "after insert on assets begin insert into assets_search (rowid, search) values (new.id, new.search); end"),
        ("search_assets_update", "after update of search on assets when old.search <> new.search begin insert into assets_search (assets_search, rowid, search) values ('delete', old.id, old.search); insert into assets_search (rowid, search) values (new.id, new.search); end"),
        ("search_assets_delete", "after delete on assets begin insert into assets_search (assets_search, rowid, search) values ('delete', old.id, old.search); end"),
    ];

    private const string PostgresFunctions = """
        create or replace function guard_charges() returns trigger language plpgsql as $$
        begin
          if tg_op = 'TRUNCATE' then
            if exists (select 1 from closed_months) then raise exception 'closed: charges of closed months never change'; end if;
            return null;
          end if;
          if tg_op <> 'INSERT' and exists (select 1 from closed_months where month = old.month) then
            raise exception 'closed: the month is closed and its charges never change; correct it in the open month';
          end if;
          if tg_op = 'DELETE' then return old; end if;
          if exists (select 1 from closed_months where month = new.month) then
            raise exception 'closed: the month is closed and its charges never change; correct it in the open month';
          end if;
          return new;
        end $$;
        create or replace function guard_closed_months() returns trigger language plpgsql as $$
        begin
          if exists (select 1 from closed_months where month >= new.month or previous_month = new.previous_month) then
            raise exception 'closed: this month or a later one is closed already';
          end if;
          return new;
        end $$;
        create or replace function guard_line_versions() returns trigger language plpgsql as $$
        begin
          if new.change_set_id <= (select max(watermark) from closed_months) then
            raise exception 'append-only: a closed month has read the facts up to here';
          end if;
          return new;
        end $$;
        create or replace function guard_editions() returns trigger language plpgsql as $$
        begin
          if old.state = 2 then raise exception 'decided: a decided edition never changes; make a new draft'; end if;
          if tg_op = 'DELETE' then return old; end if;
          return new;
        end $$;
        create or replace function guard_appended() returns trigger language plpgsql as $$
        begin
          raise exception 'append-only: this row is kept as it was written';
        end $$;
        """;

    private static readonly (string Name, string Table, string Body)[] Postgres =
    [
        ("guard_charges_rows", "charges", "before insert or update or delete on charges for each row execute function guard_charges()"),
        ("guard_charges_truncate", "charges", "before truncate on charges for each statement execute function guard_charges()"),
        ("guard_closed_months_insert", "closed_months", "before insert on closed_months for each row execute function guard_closed_months()"),
        ("guard_line_versions_insert", "line_versions", "before insert on line_versions for each row execute function guard_line_versions()"),
        ("guard_editions_change", "editions", "before update or delete on editions for each row execute function guard_editions()"),
        .. new[] { "closed_months", "line_versions", "history", "change_sets", "order_steps", "closing_proposals", "downloads" }.SelectMany(table => new[]
        {
            ($"guard_{table}_change", table, $"before update or delete on {table} for each row execute function guard_appended()"),
            ($"guard_{table}_truncate", table, $"before truncate on {table} for each statement execute function guard_appended()"),
        }),
    ];
}
