import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

const folder = join(import.meta.dirname, 'migrations')

/** Brings the database to the newest form: forward only, each file in its own transaction, one node at a time. */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock(724411)')
    await client.query('set statement_timeout = 0')
    await client.query('create table if not exists migrations (name text primary key, at timestamptz not null default now())')
    const done = new Set((await client.query<{ name: string }>('select name from migrations')).rows.map((row) => row.name))
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .sort()) {
      if (!done.has(name)) await runOne(client, name)
    }
    await wallBetweenAccounts(client)
    await settleAfterRestore(client)
  } finally {
    await client.query('reset statement_timeout')
    await client.query('select pg_advisory_unlock(724411)')
    client.release()
  }
}

async function runOne(client: pg.PoolClient, name: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(readFileSync(join(folder, name), 'utf8'))
    await client.query('insert into migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed and was rolled back: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Every table that knows an account gets row security and the app's rights, so that no migration can forget it (I13). A function that
 * runs as its owner sees over the wall: nobody may call one but where it is named here.
 */
async function wallBetweenAccounts(client: pg.PoolClient): Promise<void> {
  await client.query(`
    do $$
    declare t record;
    begin
      for t in
        select c.relname as name, c.relrowsecurity as walled
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'account' and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      loop
        if not t.walled then
          execute format('alter table %I enable row level security', t.name);
          execute format('create policy account_wall on %I to sambut_app using (account = nullif(current_setting(''app.account'', true), '''')::uuid)', t.name);
        end if;
        execute format('grant select, insert, update, delete on %I to sambut_app', t.name);
      end loop;
    end $$;
    do $$
    declare f record;
    begin
      for f in
        select p.oid::regprocedure as name, p.proname = 'messages_that_say' as called from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.proowner = (select oid from pg_roles where rolname = current_user)
      loop
        execute format('revoke execute on function %s from public, sambut_app', f.name);
        if f.called then execute format('grant execute on function %s to sambut_app', f.name); end if;
      end loop;
    end $$;
    grant usage on all sequences in schema public to sambut_app;
  `)
}

/** A copy that was restored into another server knows neither our role nor its counter of transactions. */
async function settleAfterRestore(client: pg.PoolClient): Promise<void> {
  await client.query(`
    do $$ begin
      if not pg_has_role(current_user, 'sambut_app', 'member') then execute format('grant sambut_app to %I', current_user); end if;
    end $$;
    update events set xid = '3' where xid > pg_current_xact_id();
  `)
}
