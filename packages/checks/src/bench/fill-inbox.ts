import type { Client } from 'pg';

/**
 * Gives the unit of an officer as many of the generated reports as asked for, all waiting for it, due from three weeks ago to three months ahead.
 * Written past the services, as what was generated is.
 * @returns how many there are.
 */
export async function fillInbox(admin: Client, email: string, count: number): Promise<number> {
  await admin.query('begin');
  await admin.query('set local session_replication_role = replica');
  await admin.query(
    `create unlogged table bench.filled as
     select r.id, o.id as organisation_id, o.path, o.government_id, o.time_zone,
       date_trunc('hour', clock_timestamp()) + ((row_number() over (order by md5(r.number)))::float8 / $2 * 110 - 21) * interval '1 day' as due_at
     from reports.report r join reports.assignment a on a.report_id = r.id and a.role = 'LEAD'
     cross join (select o.* from identity.account c join identity.account_post p on p.account_id = c.id
       join reports.organisation o on o.id = p.organisation_id where c.email = $1 limit 1) o
     where not r.is_confidential order by md5(r.number) limit $2`,
    [email, count],
  );
  await admin.query('create unique index on bench.filled (id)');
  await admin.query('analyze bench.filled');
  await admin.query('delete from reports.inbox_entry');
  await admin.query(
    `update reports.report r set state = 'IN_PROGRESS', waits_for = 'AGENCY', ended_at = null, archive_code = null, closing_code = null,
       lead_organisation_id = f.organisation_id, lead_path = f.path, next_due_at = f.due_at, next_due_clock = 'RESOLUTION'
     from bench.filled f where f.id = r.id`,
  );
  await admin.query(
    `update reports.assignment a set organisation_id = f.organisation_id, path = f.path, government_id = f.government_id, time_zone = f.time_zone
     from bench.filled f where f.id = a.report_id`,
  );
  await admin.query(
    `update sla.clock c set organisation_id = f.organisation_id, government_id = f.government_id, due_at = f.due_at, stopped_at = null, outcome = null
     from bench.filled f where c.report_id = f.id::text and c.kind = 'RESOLUTION'`,
  );
  const { rowCount } = await admin.query(
    `insert into reports.inbox_entry (organisation_id, report_id, bucket, next_due_at)
     select organisation_id, id, 'WAITING_FOR_US', due_at from bench.filled`,
  );
  await admin.query('commit');
  await admin.query('analyze');
  return rowCount ?? 0;
}
