import { randomUUID } from 'node:crypto';
import { accepted, refused, requestKey, typed } from '@lapor/request';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { enter, readEntries, readEntriesOf } from '../src/modules/entry/index.ts';
import { DESK, startTestService, type TestService } from './a-service.ts';

const schema = z.object({ requestKey, subject: z.string(), remark: typed(3, 20) });

describe('what people enter', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startTestService('2026-11-24T03:00:00Z');
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const note = (viewer: Viewer, input: object, before?: () => void) =>
    enter(
      test,
      viewer,
      { operation: 'remark', schema, input },
      async ({ input: { subject, remark }, write }) => {
        before?.();
        if (remark === 'forbidden') return refused('FORBIDDEN_WORD', 'Not this word', 'remark');
        return accepted({
          id: await write({ kind: 'REMARKED', subject, payload: {}, texts: { remark } }),
        });
      },
    );
  const entriesOf = (subject: string) => readEntriesOf(test.database, [subject]);

  it('is written once for each request key, with its actor, its instant and its words', async () => {
    const input = { requestKey: randomUUID(), subject: 'one', remark: 'Hello' };
    const first = await note(DESK, input);
    expect(await note(DESK, input)).toEqual(first);
    const entries = await entriesOf('one');
    expect(entries).toEqual([
      {
        id: first.ok && first.value.id,
        at: test.clock.now(),
        actorKind: 'OFFICER',
        actorId: DESK.accountId,
        kind: 'REMARKED',
        subject: 'one',
        payload: {},
        texts: { remark: 'Hello' },
      },
    ]);
    expect(await note(DESK, { ...input, remark: 'Something else' })).toMatchObject({
      ok: false,
      error: { code: 'REQUEST_CONFLICT' },
    });
    const [last] = (await readEntries(test.database, ['REMARKED'])).slice(-1);
    expect(last).toEqual(entries[0]);
  });

  it('leaves nothing when it is refused or breaks off', async () => {
    const key = randomUUID();
    const forbidden = { requestKey: key, subject: 'two', remark: 'forbidden' };
    expect(await note(DESK, forbidden)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN_WORD' } });
    expect(await note(DESK, { ...forbidden, remark: 'no' })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', faults: [{ path: 'input.remark', code: 'TOO_SHORT' }] },
    });
    const breaking = note(DESK, { ...forbidden, remark: 'allowed' }, () => {
      throw new Error('stop');
    });
    await expect(breaking).rejects.toThrow('stop');
    expect(await entriesOf('two')).toEqual([]);
    expect(await note(DESK, { ...forbidden, remark: 'allowed' })).toMatchObject({ ok: true });
  });

  it('comes from officers alone, never from a key', async () => {
    const viewers: Viewer[] = [
      PUBLIC_VIEWER,
      { kind: 'citizen', accountId: 'citizen', posts: [], reportGrants: [] },
      { ...DESK, apiKey: { id: 'key', scopes: ['graph:read', 'graph:write', 'reports:read'] } },
    ];
    for (const viewer of viewers) {
      expect(await note(viewer, { subject: 'three', remark: 'Hello' })).toMatchObject({
        ok: false,
        error: { code: 'NOT_FOUND' },
      });
    }
    expect(await entriesOf('three')).toEqual([]);
  });

  it('cannot be changed or removed, but its words can be erased', async () => {
    await note(DESK, { subject: 'four', remark: 'Hello' });
    for (const sql of [
      `update entry set kind = 'OTHER'`,
      'delete from entry where id > 0',
      'truncate entry cascade',
    ]) {
      await expect(test.rows(sql)).rejects.toThrow(/append-only|permission denied/);
    }
    await test.rows(`delete from entry_text where entry_id in (select id from entry where subject = 'four')`);
    expect(await entriesOf('four')).toMatchObject([{ kind: 'REMARKED', texts: {} }]);
  });
});
