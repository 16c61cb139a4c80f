import { Client } from 'pg';
import type { Idle } from './connections';

/** Deleted rows stay until a vacuum, and queries read them. */
const MAX_BYTES = 8 * 1024 ** 2;

// A change of the schema, which a later test must not meet, leaves a note. The function goes around triggers, such as
// those of foreign keys.
const LESSON = `
create schema run;
create table run.schema_changes (at timestamptz not null);
create function run.note_change() returns event_trigger language plpgsql as $$
begin
  insert into run.schema_changes values (now());
end $$;
create function run.empty() returns boolean language plpgsql as $$
declare
  bytes bigint := 0;
  tables cursor for select oid, relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'knex_%';
begin
  if exists (select from run.schema_changes) then return false; end if;
  set local session_replication_role = replica;
  for one in tables loop
    continue when pg_relation_size(one.oid) = 0;
    execute format('delete from public.%I', one.relname);
    bytes := bytes + pg_relation_size(one.oid);
  end loop;
  perform setval(oid, 1, false) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S';
  return bytes < ${MAX_BYTES};
end $$;
create event trigger note_change on ddl_command_end execute function run.note_change();`;

/** Teaches a template, and so all its copies, how to be emptied. */
export async function learnToEmpty(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(LESSON).finally(() => client.end());
}

const END_OTHERS = `select pg_terminate_backend(pid, 10000) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and pid <> all($1)`;

/**
 * Ends all other connections, then deletes all rows and starts ids at 1 again. False when that does not make the
 * database as it was, because a test changed the schema, or left many rows.
 */
export async function empty(admin: Client, idle: Idle): Promise<boolean> {
  await admin.query(END_OTHERS, [idle.map(({ processID }) => processID)]);
  const { rows } = await admin.query<{ is_empty: boolean }>('select run.empty() as is_empty');
  return rows[0]?.is_empty === true;
}
