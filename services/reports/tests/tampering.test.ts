import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '@lapor/database';
import { createHistoryChain, type ChainedEntry } from '../src/modules/history/index.ts';
import { reportsDatabase, verifyHistory } from '../src/index.ts';
import { actor, startHarness, type Harness } from './harness.ts';
import { answer, must, reportIn } from './situations.ts';

/** Seven entries: submitted, disposed, plan, reply, result, confirmed, rated. */
async function lived(harness: Harness): Promise<string> {
  const { id } = await reportIn(harness, 'DISPOSED', 'open');
  const reporter = actor.withGrant(id);
  await answer(harness, id, 'PLAN');
  await must(harness, reporter, 'replyToReport', { reportId: id, text: 'Kami tunggu.' });
  await answer(harness, id, 'RESULT');
  await must(harness, reporter, 'confirmReport', { reportId: id });
  await must(harness, reporter, 'rateReport', { reportId: id, score: 4 });
  return id;
}

describe('a history that a database superuser touched', () => {
  let harness: Harness;
  let superuser: Database;
  let id: string;
  beforeAll(async () => {
    harness = await startHarness();
    superuser = await openDatabase({ ...reportsDatabase, url: harness.test.adminUrl, connections: 1 });
    expect(
      (await superuser.pool.query('select rolsuper from pg_roles where rolname = current_user')).rows,
    ).toEqual([{ rolsuper: true }]);
  });
  afterAll(async () => {
    await superuser.close();
    await harness[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    id = await lived(harness);
    expect(await fault()).toBeNull();
  });
  const fault = () => verifyHistory(harness.test.database, harness.deps.chain, id);
  const sql = async (text: string, ...values: unknown[]) =>
    void (await superuser.pool.query(text, [id, ...values]));

  it.each([
    ['kind', `'OBSTACLE'`],
    ['at', `at - interval '1 day'`],
    ['actor_kind', `'SYSTEM'`],
    ['actor_role', `'AGENCY_ADMIN'`],
    ['officer_id', `'orang-lain'`],
    ['officer_id', 'null'],
    ['organisation_id', `'opd-13-71-dishub'`],
    ['to_organisation_id', `'pemkot-13-77'`],
    ['state_before', `'SUBMITTED'`],
    ['state_after', `'DISPOSED'`],
    ['reason_code', `'SPAM'`],
    ['promised_on', `date '2030-01-01'`],
    ['text_audience', `'OFFICERS'`],
    ['text', `'Lain sama sekali.'`],
    ['text_digest', `'\\x00'`],
    ['text_salt', `'\\x00'`],
    ['previous_hash', `'\\x00'`],
    ['hash', `'\\x00'`],
  ])('shows the entry whose %s was edited to %s', async (column, value) => {
    await sql(`update history set ${column} = ${value} where report_id = $1 and sequence = 3`);
    expect(await fault()).toBe(3);
  });

  it('shows an edited text though its salted digest was made to fit', async () => {
    await sql(
      `update history set text = 'Palsu.', text_digest = sha256(text_salt || 'Palsu.'::bytea) where report_id = $1 and sequence = 5`,
    );
    expect(await fault()).toBe(5);
  });

  it.each([1, 4, 7])('shows where entry %i was deleted', async (sequence) => {
    await sql('delete from history where report_id = $1 and sequence = $2', sequence);
    expect(await fault()).toBe(sequence);
  });

  it('shows a deletion after which the others were moved up', async () => {
    await sql('delete from history where report_id = $1 and sequence = 3');
    await sql('update history set sequence = sequence - 1 where report_id = $1 and sequence > 3');
    await sql('update report set sequence = sequence - 1 where id = $1');
    expect(await fault()).toBe(3);
  });

  it('shows an end that was cut off, whatever the report says of its length', async () => {
    await sql('delete from history where report_id = $1 and sequence >= 6');
    expect(await fault()).toBe(6);
    await sql('update report set sequence = 5 where id = $1');
    expect(await fault()).toBe(6);
  });

  it('shows an empty history', async () => {
    await sql('delete from history where report_id = $1');
    expect(await fault()).toBe(1);
    await sql('update report set sequence = 0 where id = $1');
    expect(await fault()).toBe(1);
  });

  it('shows an entry that was put in, at the end or between', async () => {
    const copy = (sequence: number) =>
      sql(
        `insert into history select (jsonb_populate_record(h, jsonb_build_object('id', gen_random_uuid(), 'sequence', $2::int))).* from history h where report_id = $1 and sequence = 4`,
        sequence,
      );
    await copy(8);
    expect(await fault()).toBe(8);
    await sql('update report set sequence = 8 where id = $1');
    expect(await fault()).toBe(8);
  });

  it('shows the first of two entries that changed places', async () => {
    for (const [from, to] of [
      [4, 100],
      [5, 4],
      [100, 5],
    ])
      await sql('update history set sequence = $3 where report_id = $1 and sequence = $2', from, to);
    expect(await fault()).toBe(4);
  });

  it('shows a history that was taken from another report', async () => {
    const other = await lived(harness);
    await sql('delete from history where report_id = $1');
    await sql('update history set report_id = $1 where report_id = $2', other);
    await sql(
      'update report r set history_seal = o.history_seal from report o where r.id = $1 and o.id = $2',
      other,
    );
    expect(await fault()).toBe(1);
  });

  it('shows a chain that was built anew without the key, from the entry on which it differs', async () => {
    const { rows } = await superuser.pool.query<ChainedEntry & { id: string }>(
      `select id, report_id as "reportId", sequence, kind, at, actor_kind as "actorKind", actor_role as "actorRole", officer_id as "officerId",
         organisation_id as "organisationId", to_organisation_id as "toOrganisationId", state_before as "stateBefore", state_after as "stateAfter",
         reason_code as "reasonCode", promised_on as "promisedOn", text_audience as "textAudience", text_digest as "textDigest",
         previous_hash as "previousHash", hash, text, text_salt as "textSalt" from history where report_id = $1 order by sequence`,
      [id],
    );
    const forger = createHistoryChain('kunci-tebakan'.padEnd(32, 'x'));
    let previous: Uint8Array | null = rows[1]!.hash;
    for (const entry of rows.slice(2)) {
      if (entry.sequence === 3) entry.officerId = 'orang-lain';
      const hash = forger.link(entry, previous);
      await sql(
        'update history set officer_id = $3, previous_hash = $4, hash = $5 where report_id = $1 and sequence = $2',
        entry.sequence,
        entry.officerId,
        previous,
        hash,
      );
      previous = hash;
    }
    await sql('update report set history_seal = $2 where id = $1', forger.seal(id, 7, previous));
    expect(await fault()).toBe(3);
  });

  it('shows a chain of plain hashes too', async () => {
    await sql(
      'update history set hash = $2 where report_id = $1 and sequence = 7',
      createHash('sha256').update('x').digest(),
    );
    expect(await fault()).toBe(7);
  });

  it('holds when a text was erased, as the law may ask', async () => {
    await sql('update history set text = null, text_salt = null where report_id = $1 and sequence = 4');
    expect(await fault()).toBeNull();
  });
});
