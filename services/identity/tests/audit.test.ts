import { Client } from 'pg';
import { createTestDatabase } from '@lapor/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../migrations/index.ts';
import { ANALYST, CITY_ADMIN, citizen, DESK, LIAISON, officer, registerOfficer, signIn } from './people.ts';
import { runIdentity, type Browser, type RunningIdentity } from './running-identity.ts';

describe('the audit log', () => {
  it('only grows: the service’s own role cannot change, remove or empty it, nor can it by giving itself the right', async () => {
    const test = await createTestDatabase({ schema: 'identity', entities: [], migrations });
    const own = new Client({ connectionString: test.url });
    await own.connect();
    await own.query(`insert into identity.audit_entry (at, action) values (now(), 'SIGNED_IN')`);
    const attempts = [
      `update identity.audit_entry set action = 'NOTHING'`,
      `delete from identity.audit_entry`,
      `truncate identity.audit_entry`,
    ];
    for (const attempt of attempts)
      await expect(own.query(attempt), attempt).rejects.toMatchObject({
        code: '42501',
        message: /permission denied/,
      });
    await own.query('grant update, delete, truncate on identity.audit_entry to current_user');
    for (const attempt of attempts)
      await expect(own.query(attempt), attempt).rejects.toMatchObject({
        code: '42501',
        message: /only added/,
      });
    const admin = new Client({ connectionString: test.adminUrl });
    await admin.connect();
    for (const attempt of attempts) await expect(admin.query(attempt), attempt).rejects.toThrow(/only added/);
    const { rows } = await own.query('select action from identity.audit_entry');
    expect(rows).toEqual([{ action: 'SIGNED_IN' }]);
    await Promise.all([own.end(), admin.end()]);
    await test[Symbol.asyncDispose]();
  });

  describe('as it is read', () => {
    let running: RunningIdentity;
    beforeAll(async () => {
      running = await runIdentity();
    });
    afterAll(() => running[Symbol.asyncDispose]());
    beforeEach(() => running.reset());
    const entriesOf = async (browser: Browser, query = '') =>
      (await browser.get(`/audit${query}`)).body as {
        entries: { id: number; action: string; accountId: string | null }[];
        next: number | null;
      };

    it('is everybody’s own, and all of it the national desk’s', async () => {
      await registerOfficer(running, 'desk-1', [DESK]);
      await registerOfficer(running, 'officer-1', [LIAISON, CITY_ADMIN, ANALYST]);
      const [desk, liaison] = [await signIn(running, 'desk-1'), await signIn(running, 'officer-1')];
      const person = await citizen(running);
      const { id } = (await person.get('/get-session')).body.user;
      for (const [browser, accountId] of [
        [liaison, 'officer-1'],
        [person, id],
      ] as const) {
        const { entries } = await entriesOf(browser);
        expect(entries.length).toBeGreaterThan(0);
        expect(new Set(entries.map((entry) => entry.accountId))).toEqual(new Set([accountId]));
        expect((await entriesOf(browser, '?accountId=desk-1')).entries).toEqual([]);
      }
      const all = (await entriesOf(desk)).entries;
      expect(new Set(all.map((entry) => entry.accountId))).toEqual(new Set(['desk-1', 'officer-1', id]));
      expect(all.map((entry) => entry.id)).toEqual(all.map((entry) => entry.id).toSorted((a, b) => b - a));
      const narrowed = await entriesOf(desk, '?accountId=officer-1&action=SIGNED_IN');
      expect(narrowed.entries).toMatchObject([{ accountId: 'officer-1', action: 'SIGNED_IN' }]);
      expect((await running.browser().get('/audit')).status).toBe(401);
    });

    it('comes in pages that neither miss nor repeat an entry, also while it grows', async () => {
      const desk = await officer(running, 'desk-1', DESK);
      await running.sql(
        `insert into identity.audit_entry (at, action, account_id) select now(), 'SIGNED_IN', 'x' from generate_series(1, 25)`,
      );
      const seen: number[] = [];
      let before: number | null = null;
      do {
        const page = await entriesOf(
          desk,
          `?limit=10&accountId=x${before === null ? '' : `&before=${before}`}`,
        );
        seen.push(...page.entries.map(({ id }) => id));
        before = page.next;
        await running.sql(
          `insert into identity.audit_entry (at, action, account_id) values (now(), 'SIGNED_IN', 'x')`,
        );
      } while (before !== null);
      expect(seen).toHaveLength(25);
      expect(new Set(seen).size).toBe(25);
    });

    it('refuses filters that are none', async () => {
      const desk = await officer(running, 'desk-1', DESK);
      for (const query of [
        '?before=x',
        '?before=-1',
        '?limit=101',
        '?limit=0',
        '?action=DROP',
        '?accountId=',
      ])
        expect((await desk.get(`/audit${query}`)).status, query).toBe(400);
    });

    it('is read through an index, whatever is asked', async () => {
      await running.sql(
        `insert into identity.audit_entry (at, action, account_id)
         select now(), 'SIGNED_IN', 'a' || n % 500 from generate_series(1, 20000) n`,
      );
      await running.sql('analyze identity.audit_entry');
      for (const where of [
        '',
        `where account_id = 'a7'`,
        `where action = 'PHONE_REMOVED'`,
        `where account_id = 'a7' and action = 'SIGNED_IN' and id < 9000`,
      ]) {
        const plan = await running.sql<Record<string, string>>(
          `explain select * from identity.audit_entry ${where} order by id desc limit 51`,
        );
        expect(plan.map((line) => Object.values(line)[0]).join('\n'), where).not.toContain('Seq Scan');
      }
    });
  });
});
