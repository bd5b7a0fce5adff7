import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { verifyHistory } from '../src/index.ts';
import { readReplyToken } from '../src/modules/notification/index.ts';
import { hitsIn } from './canaries.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, LEAD, must, REPORTER } from './situations.ts';

const HISTORY = `query ($number: String!) { report(number: $number) { state history { kind text actorKind organisation { id } } viewerCanWriteToReporter viewerCanReplyPrivately } }`;
const unit = actor.officer('LIAISON_OFFICER', LEAD);
const words = 'Pesan kanari untuk pelapor saja.';

describe('private words between those who handle a report and its reporter', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const look = async (viewer: Viewer, number: string) =>
    (await harness.ask(viewer, HISTORY, { number })).report;
  const messages = async (viewer: Viewer, number: string) =>
    (await look(viewer, number)).history.filter(({ kind }: { kind: string }) => kind === 'MESSAGE');
  const told = async (id: string) =>
    (await harness.events('notification.requested')).filter(
      ({ payload }) => payload.recipient.reportId === id && payload.template === 'report-message',
    );

  it('go both ways without anybody learning who the reporter is', async () => {
    const report = await file(harness, actor.citizen(REPORTER), {
      isAnonymous: true,
      reporter: { email: 'kanari.anonim@contoh.test' },
    });
    await dispose(harness, report.id);
    await must(harness, unit, 'writeToReporter', { reportId: report.id, text: words });
    await must(harness, actor.citizen(REPORTER), 'replyPrivately', {
      reportId: report.id,
      text: 'Balasan pribadi pelapor.',
    });
    const seen = await messages(unit, report.number);
    expect(seen).toEqual([
      { kind: 'MESSAGE', text: 'Balasan pribadi pelapor.', actorKind: 'CITIZEN', organisation: null },
      { kind: 'MESSAGE', text: words, actorKind: 'OFFICER', organisation: { id: LEAD } },
    ]);
    expect(await messages(actor.citizen(REPORTER), report.number)).toEqual(seen);
    // The public reads the report, and does not even see that somebody wrote.
    expect(await messages(actor.public, report.number)).toEqual([]);
    expect(await verifyHistory(harness.test.database, harness.deps.chain, report.id)).toBeNull();
  });

  it('are told to the reporter by a mail without a word of them, and never to their writer', async () => {
    const { id } = await file(harness, actor.public, { reporter: { email: 'kanari.surel@contoh.test' } });
    await dispose(harness, id);
    await must(harness, unit, 'writeToReporter', { reportId: id, text: words });
    await must(harness, actor.withGrant(id), 'replyPrivately', { reportId: id, text: 'Terima kasih.' });
    const events = await told(id);
    expect(events).toHaveLength(1);
    const { rows } = await harness.test.database.pool.query('select e::text as row from event e');
    expect(hitsIn(rows.map(({ row }) => row).join('\n'), [words, 'kanari.surel@contoh.test'])).toEqual([]);
  });

  it('move neither state, turn nor clocks', async () => {
    const { id } = await file(harness);
    await dispose(harness, id);
    await answer(harness, id, 'RESULT');
    const facts = () =>
      harness.row('select state, waits_for, last_result_at, next_due_at from report where id = $1', id);
    const before = await facts();
    await must(harness, unit, 'writeToReporter', { reportId: id, text: words });
    await must(harness, actor.withGrant(id), 'replyPrivately', { reportId: id, text: 'Terima kasih.' });
    expect(await facts()).toEqual(before);
  });

  it('count once for one key, and for one writer', async () => {
    const { id, number } = await file(harness);
    await dispose(harness, id);
    const requestKey = randomUUID();
    for (let time = 0; time < 3; time++)
      await must(harness, unit, 'writeToReporter', { reportId: id, text: words, requestKey });
    expect(await messages(unit, number)).toHaveLength(1);
  });

  it('can be answered by the address that comes with the mail, which nobody can make up', async () => {
    const { id } = await file(harness, actor.public, { reporter: { email: 'ibu@contoh.test' } });
    const { facts } = (await harness.service.contactForMessage(id, 'report-message'))!;
    expect(`balas+${facts.replyToken}`.length).toBeLessThanOrEqual(64);
    expect(readReplyToken(harness.deps, facts.replyToken!)).toBe(id);
    expect(readReplyToken(harness.deps, facts.unsubscribeToken!)).toBeNull();
    expect(readReplyToken(harness.deps, 'a'.repeat(45))).toBeNull();
  });

  it('are not for those who do not handle it', async () => {
    const { id, number } = await file(harness);
    await dispose(harness, id);
    for (const viewer of [
      actor.public,
      actor.citizen('lain'),
      actor.officer('LIAISON_OFFICER', 'opd-13-71-dishub'),
      actor.officer('FIELD_OFFICER', LEAD),
      actor.officer('OMBUDSMAN', 'ombudsman'),
    ])
      expect(
        (await change(harness, viewer, 'writeToReporter', { reportId: id, text: words })).__typename,
      ).toBe('NotFound');
    expect(await messages(actor.withGrant(id), number)).toEqual([]);
  });

  it('end with the report', async () => {
    const { id, number } = await file(harness);
    await must(harness, actor.withGrant(id), 'withdrawReport', { reportId: id });
    expect(await look(actor.withGrant(id), number)).toMatchObject({ viewerCanReplyPrivately: false });
    expect(
      (await change(harness, actor.withGrant(id), 'replyPrivately', { reportId: id, text: 'Halo' })).code,
    ).toBe('WRONG_STATE');
  });
});
