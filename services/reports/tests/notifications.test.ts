import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, LEAD, must, REPORTER } from './situations.ts';

const SETTINGS = `query ($id: ID!) { notificationSettings(reportId: $id) { wantsNews canBeReached } }`;
const unit = actor.officer('LIAISON_OFFICER', LEAD);
const text = 'Alasan yang cukup panjang.';

describe('news for a reporter', () => {
  let harness: Harness;
  const server = Fastify();
  beforeAll(async () => {
    harness = await startHarness();
    server.decorateRequest('viewer');
    server.addHook('onRequest', async (request) => {
      request.viewer = actor.public;
    });
    await harness.service.routes!(server);
  });
  afterAll(async () => {
    await server.close();
    await harness[Symbol.asyncDispose]();
  });
  const settings = async (viewer: Viewer, id: string) =>
    (await harness.ask(viewer, SETTINGS, { id })).notificationSettings;
  const templates = async (id: string) =>
    (await harness.events('notification.requested'))
      .filter(({ payload }) => payload.recipient.reportId === id)
      .map(({ payload }) => payload.template);
  const filed = () => file(harness, actor.citizen(REPORTER), { reporter: { email: 'ibu@contoh.test' } });
  const set = (viewer: Viewer, reportId: string, wantsNews: boolean) =>
    change(harness, viewer, 'setNotificationSettings', { reportId, wantsNews });
  const unsubscribe = async (id: string, method: 'GET' | 'POST' = 'POST') => {
    const contact = await harness.service.contactForMessage(id, 'report-answered');
    return server.inject({
      method,
      url: `/notifications/unsubscribe/${contact!.facts.unsubscribeToken}`,
      ...(method === 'POST'
        ? {
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            payload: 'List-Unsubscribe=One-Click',
          }
        : {}),
    });
  };

  it('comes with the clock of where it is handled, by whichever way it goes', async () => {
    const { id } = await filed();
    await dispose(harness, id);
    const contact = await harness.service.contactForMessage(id, 'report-answered');
    expect(contact).toMatchObject({ email: 'ibu@contoh.test', facts: { timeZone: 'Asia/Jakarta' } });
  });

  it('can be turned off and on, but for what must be told', async () => {
    const { id } = await filed();
    await dispose(harness, id);
    expect(await set(actor.citizen(REPORTER), id, false)).toMatchObject({ __typename: 'ReportChanged' });
    expect(await settings(actor.citizen(REPORTER), id)).toEqual({ wantsNews: false, canBeReached: true });
    await answer(harness, id, 'ACKNOWLEDGEMENT');
    await answer(harness, id, 'PLAN');
    await must(harness, unit, 'requestInformation', { reportId: id, text });
    await answer(harness, id, 'RESULT');
    await must(harness, actor.nationalAdmin(), 'closeReport', { reportId: id, reason: text });
    expect(await templates(id)).toEqual([
      'report-received',
      'report-routed',
      'report-asks-for-information',
      'report-completed',
    ]);
    await must(harness, actor.citizen(REPORTER), 'disputeReport', { reportId: id, text });
    await set(actor.citizen(REPORTER), id, true);
    await answer(harness, id, 'PLAN');
    expect((await templates(id)).at(-1)).toBe('report-answered');
  });

  it('ends by one click from the mail, without a page, and the page asks first', async () => {
    const { id } = await filed();
    const page = await unsubscribe(id, 'GET');
    expect(page.statusCode).toBe(200);
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await settings(actor.withGrant(id), id)).wantsNews).toBe(true);
    expect((await unsubscribe(id)).statusCode).toBe(200);
    expect((await unsubscribe(id)).statusCode).toBe(200);
    expect((await settings(actor.withGrant(id), id)).wantsNews).toBe(false);
    expect(
      await harness.row(
        `select count(*)::int as count from audit where report_id = $1 and action = 'NOTIFICATIONS_CHANGED'`,
        id,
      ),
    ).toEqual({ count: 1 });
  });

  it('answers a token of nobody as it answers one of somebody', async () => {
    const { id } = await filed();
    const own = await unsubscribe(id);
    const other = await server.inject({
      method: 'POST',
      url: `/notifications/unsubscribe/${'a'.repeat(45)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect([other.statusCode, other.payload]).toEqual([own.statusCode, own.payload]);
  });

  it('has a way out only where it may be left out', async () => {
    const { id } = await filed();
    for (const [template, wayOut] of [
      ['report-answered', true],
      ['report-routed', true],
      ['report-message', true],
      ['report-archived', false],
      ['report-completed', false],
      ['report-identity-read', false],
      ['report-asks-for-data', false],
    ] as const) {
      const { facts } = (await harness.service.contactForMessage(id, template))!;
      expect('unsubscribeToken' in facts, template).toBe(wayOut);
    }
  });

  it('says with the address that a report is confidential, so that a short message names no agency', async () => {
    const reporter = { email: 'ibu@contoh.test' };
    const secret = await file(harness, actor.citizen(REPORTER), { reporter, isConfidential: true });
    for (const [{ id }, expected] of [
      [secret, 'yes'],
      [await filed(), undefined],
    ] as const)
      expect((await harness.service.contactForMessage(id, 'report-answered'))!.facts.isConfidential).toBe(
        expected,
      );
  });

  it.each([
    ['the public', actor.public],
    ['another citizen', actor.citizen('lain')],
    ['the unit', unit],
    ['the national desk', actor.nationalAdmin()],
  ])('is nothing that %s may look at or change', async (_who, viewer) => {
    const { id } = await filed();
    await dispose(harness, id);
    expect(await settings(viewer, id)).toBeNull();
    expect((await set(viewer, id, false)).__typename).toBe('NotFound');
    expect((await settings(actor.withGrant(id), id)).wantsNews).toBe(true);
  });

  it('gives nothing for an id that is none', async () => {
    for (const id of ['bukan', '', '018f0000-0000-7000-8000-000000000009'])
      expect(await settings(actor.citizen(REPORTER), id)).toBeNull();
  });
});
