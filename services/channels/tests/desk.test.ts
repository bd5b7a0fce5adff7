import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '@lapor/clock';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import type { Channels } from '../src/index.ts';
import { signatureOf } from '../src/modules/sms/signature.ts';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const CALLBACK_SECRET = 'c'.repeat(40);
const ORIGIN = 'https://lapor.example';
const PHONE = '+6281200000032';
const WORDS = 'pak tolong got depan rumah kami meluap terus';
const nobody: Viewer = { kind: 'officer', posts: [], reportGrants: [] };
const operator = (accountId: string): Viewer => ({
  ...nobody,
  accountId,
  posts: [{ role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' }],
});
const RINA = operator('rina');
const BUDI = operator('budi');
const REPORT = { title: 'Got meluap di depan rumah', text: 'Got di depan rumah kami meluap terus.' };

describe('the desk of what doors leave to a person', () => {
  let graph: GraphDouble;
  let running: RunningChannels;
  let clock: ReturnType<typeof movableClock>;
  let channels: Channels;
  let server: FastifyInstance;

  beforeEach(async () => {
    graph = await startGraphDouble();
    clock = movableClock(NOW);
    running = await runChannels({
      clock,
      gatewayUrl: () => graph.url,
      smsCallbackSecrets: [CALLBACK_SECRET],
      contactBook: { contactFor: async () => ({ phone: PHONE, language: 'id', facts: { channel: 'SMS' } }) },
    });
    ({ channels } = running);
    server = fastify();
    server.decorateRequest('viewer');
    server.addHook('onRequest', async (request) => {
      request.viewer = JSON.parse(String(request.headers['x-as'] ?? 'null')) ?? PUBLIC_VIEWER;
    });
    await server.register(async (routes) => channels.routes?.(routes));
  });
  afterEach(async () => {
    await server.close();
    await running[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });

  const rest = async () => {
    while ((await channels.settle()) > 0);
  };
  /** Somebody writes, and the door reads it. */
  async function writes(text: string, from = '081200000032') {
    const body = JSON.stringify({ messageId: randomUUID(), from, text });
    const timestamp = String(Math.floor(clock.now().getTime() / 1_000));
    const answer = await server.inject({
      method: 'POST',
      url: '/channels/sms',
      headers: {
        'content-type': 'application/json',
        'x-lapor-timestamp': timestamp,
        'x-lapor-signature': signatureOf(CALLBACK_SECRET, timestamp, Buffer.from(body)),
      },
      payload: body,
    });
    expect(answer.statusCode).toBe(202);
    await rest();
  }
  const read = (path: string, as: Viewer = RINA) =>
    server.inject({ url: `/channels/desk${path}`, headers: { 'x-as': JSON.stringify(as) } });
  const does = (as: Viewer, path: string, body: object = {}, headers: Record<string, string> = {}) =>
    server.inject({
      method: 'POST',
      url: `/channels/desk${path}`,
      headers: { origin: ORIGIN, 'x-as': JSON.stringify(as), ...headers },
      payload: body,
    });
  const waiting = async (query = ''): Promise<any[]> => (await read(`/messages${query}`)).json().messages;
  /** Somebody writes what no door understands; its id at the desk. */
  async function strays(text = WORDS, from?: string): Promise<string> {
    await writes(text, from);
    return (await waiting()).at(-1).id;
  }
  /** What somebody was told, oldest first. */
  async function told(phone = PHONE): Promise<string[]> {
    await rest();
    const { messages } = (
      await server.inject({ url: `/mailbox/messages?to=${encodeURIComponent(phone)}` })
    ).json();
    return messages.map(({ body }: { body: string }) => body.trim()).reverse();
  }
  const rows = () =>
    running.sql<{ state: string; sealed: Buffer | null; report_id: string | null }>(
      'select state, sealed, report_id from channels.inbound order by position',
    );
  const actions = async () =>
    (await read('/actions')).json().actions.map((one: any) => [one.accountId, one.action, one.detail]);
  const key = () => randomUUID();

  describe('is open to operators of the nation in person, and to nobody else', () => {
    const others: Record<string, Viewer> = {
      nobody: PUBLIC_VIEWER,
      'a citizen': { kind: 'citizen', accountId: 'warga', posts: [], reportGrants: [] },
      'an officer of an agency': {
        ...nobody,
        accountId: 'dinas',
        posts: [
          { role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' },
          { role: 'LIAISON_OFFICER', organisationId: 'opd-13-71-dpupr' },
        ],
      },
      'an analyst': { ...nobody, accountId: 'a', posts: [{ role: 'ANALYST', organisationId: 'kemenpanrb' }] },
      'the Ombudsman': {
        ...nobody,
        accountId: 'o',
        posts: [{ role: 'OMBUDSMAN', organisationId: 'ombudsman' }],
      },
      'a key of an operator': { ...RINA, apiKey: { id: 'k', scopes: ['graph:read', 'graph:write'] } },
      'a service': { ...RINA, kind: 'service' },
    };

    it.each(Object.keys(others))('not to %s, on any route', async (name) => {
      const id = await strays();
      const asks = [
        '/counts',
        '/messages',
        `/messages/${id}`,
        '/state',
        '/undelivered',
        '/actions',
        '/templates',
        '/templates/report-received',
      ];
      const writings: [string, object][] = [
        [`/messages/${id}/lease`, {}],
        [`/messages/${id}/give-back`, {}],
        [`/messages/${id}/reveal`, { requestKey: key(), reason: 'perlu menelepon warga' }],
        [`/messages/${id}/answer`, { requestKey: key(), text: 'Halo' }],
        [`/messages/${id}/file`, { requestKey: key(), ...REPORT }],
        [`/messages/${id}/attach`, { requestKey: key(), reportId: 'x', text: 'Halo' }],
        [`/messages/${id}/close`, { requestKey: key(), reason: 'SPAM' }],
        ['/measure', { text: 'a' }],
      ];
      const answers = [
        ...(await Promise.all(asks.map((path) => read(path, others[name])))),
        ...(await Promise.all(writings.map(([path, body]) => does(others[name]!, path, body)))),
      ];
      for (const { statusCode, json } of answers) {
        expect(statusCode).toBe(404);
        expect(json()).toEqual({ code: 'NOT_FOUND', message: 'Not found' });
      }
      expect(await rows()).toMatchObject([{ state: 'WAITING_FOR_PERSON' }]);
      expect(await actions()).toEqual([]);
    });

    it('and writes come from its own pages only', async () => {
      const id = await strays();
      for (const origin of ['https://elsewhere.example', 'null', ''])
        expect(
          (await does(RINA, `/messages/${id}/close`, { requestKey: key(), reason: 'SPAM' }, { origin }))
            .statusCode,
        ).toBe(403);
      expect(await waiting()).toHaveLength(1);
    });
  });

  describe('lists what waits', () => {
    it('longest first, by pages, by door and by reason, with a sender that cannot be written to', async () => {
      await writes(WORDS);
      clock.set('2026-11-20T02:50:00.000Z');
      await writes('mohon info pendaftaran', '081200000033');
      await writes('hello from abroad', '+6591234567');
      const all = await waiting();
      expect(all.map(({ text }) => text)).toEqual([WORDS, 'mohon info pendaftaran', 'hello from abroad']);
      expect(all.map(({ sender }) => sender)).toEqual(['+62 812 •••• 0032', '+62 812 •••• 0033', '+6••••67']);
      expect(JSON.stringify(all)).not.toContain('81200000');

      const first = (await read('/messages?first=2')).json();
      expect(first.messages).toHaveLength(2);
      const second = (await read(`/messages?first=2&after=${first.next}`)).json();
      expect(second).toMatchObject({ messages: [{ text: 'hello from abroad' }], next: null });
      expect(await waiting('?reason=FOREIGN_NUMBER')).toMatchObject([{ text: 'hello from abroad' }]);
      expect(await waiting('?door=TELEGRAM')).toEqual([]);
      expect((await read('/counts')).json()).toEqual({
        waiting: 3,
        forgotten: 0,
        oldestAt: NOW,
        byDoor: { SMS: 3 },
        byReason: { NOT_UNDERSTOOD: 2, FOREIGN_NUMBER: 1 },
      });
    });

    it('for ever, and tells whoever runs the platform what nobody looked at for ninety days', async () => {
      await writes(WORDS);
      const health = async () =>
        (await channels.health()).waiting.find(({ name }) => name === 'DESK_OF_DOORS');
      clock.set('2027-02-18T02:39:00.000Z');
      expect(await health()).toMatchObject({ waiting: 1, failed: 0 });
      clock.set('2027-02-18T02:41:00.000Z');
      await rest();
      expect(await health()).toEqual({ name: 'DESK_OF_DOORS', waiting: 1, failed: 1, oldestAt: NOW });
      expect(await waiting()).toMatchObject([{ text: WORDS }]);
    });

    it('also what cannot be read any more, which is closed and nothing else', async () => {
      const id = await strays();
      await running.sql(`update channels.inbound set sealed = '\\x00' where id = $1`, [id]);
      expect(await waiting()).toMatchObject([{ text: null, sender: null }]);
      expect(
        (await does(RINA, `/messages/${id}/answer`, { requestKey: key(), text: 'Halo' })).json().code,
      ).toBe('UNREADABLE');
      expect(
        (await does(RINA, `/messages/${id}/close`, { requestKey: key(), reason: 'UNREADABLE' })).statusCode,
      ).toBe(200);
    });
  });

  describe('is worked at by several', () => {
    it('who never have one message at once, unless it is taken over, which is recorded', async () => {
      const id = await strays();
      const both = await Promise.all([
        does(RINA, `/messages/${id}/lease`),
        does(BUDI, `/messages/${id}/lease`),
      ]);
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
      const [holder, other] = both[0].statusCode === 200 ? [RINA, BUDI] : [BUDI, RINA];
      expect(await waiting()).toMatchObject([{ lease: { accountId: holder.accountId } }]);
      const answer = { requestKey: key(), text: 'Baik, kami teruskan.' };
      expect((await does(other, `/messages/${id}/answer`, answer)).json().code).toBe('HELD_BY_ANOTHER');
      // What is not one's own is not given back.
      await does(other, `/messages/${id}/give-back`);
      expect((await does(other, `/messages/${id}/lease`)).statusCode).toBe(409);
      expect((await does(other, `/messages/${id}/lease`, { takeOver: true })).statusCode).toBe(200);
      expect((await does(holder, `/messages/${id}/answer`, answer)).json().code).toBe('HELD_BY_ANOTHER');
      expect(await actions()).toEqual([[other.accountId, 'LEASE_TAKEN_OVER', holder.accountId]]);
    });

    it('and a lease ends when nobody goes on reading, or when it is given back', async () => {
      const id = await strays();
      await does(RINA, `/messages/${id}/lease`);
      clock.set('2026-11-20T02:54:00.000Z');
      expect((await does(BUDI, `/messages/${id}/lease`)).statusCode).toBe(409);
      // The own one moves on.
      await does(RINA, `/messages/${id}/lease`);
      clock.set('2026-11-20T03:08:00.000Z');
      expect((await does(BUDI, `/messages/${id}/lease`)).statusCode).toBe(409);
      clock.set('2026-11-20T03:09:01.000Z');
      expect((await does(BUDI, `/messages/${id}/lease`)).statusCode).toBe(200);
      await does(BUDI, `/messages/${id}/give-back`);
      expect((await does(RINA, `/messages/${id}/lease`)).statusCode).toBe(200);
    });

    it('of whom one answers, when two try at the same moment', async () => {
      const id = await strays();
      const before = (await told()).length;
      const both = await Promise.all(
        [RINA, BUDI].map((one) =>
          does(one, `/messages/${id}/answer`, { requestKey: key(), text: `Dari ${one.accountId}` }),
        ),
      );
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
      expect((await told()).length).toBe(before + 1);
    });
  });

  describe('answers', () => {
    it('by the door that the message came by, once for each request, and forgets the words', async () => {
      const id = await strays();
      const before = (await told()).length;
      const answer = { requestKey: key(), text: 'Terima kasih. Silakan ketik LAPOR lalu isi laporan Anda.' };
      const tries = await Promise.all([1, 2, 3].map(() => does(RINA, `/messages/${id}/answer`, answer)));
      expect(tries.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
      expect((await told()).slice(before)).toEqual([answer.text]);
      expect(await rows()).toMatchObject([{ state: 'DONE', sealed: null }]);
      expect(await waiting()).toEqual([]);
      expect(await actions()).toEqual([['rina', 'ANSWERED', null]]);
      // The key stands for that answer.
      const next = await strays('satu lagi');
      expect((await does(RINA, `/messages/${next}/answer`, answer)).json().code).toBe('REQUEST_KEY_USED');
      expect((await does(RINA, `/messages/${id}/answer`, { ...answer, requestKey: key() })).json().code).toBe(
        'NOT_WAITING',
      );
    });

    it('in so many short messages at most, however they are counted', async () => {
      const id = await strays();
      const six = 'a'.repeat(6 * 153);
      expect(
        (await does(RINA, `/messages/${id}/answer`, { requestKey: key(), text: `${six}a` })).json(),
      ).toMatchObject({
        code: 'INPUT_INVALID',
        fields: [{ path: 'text' }],
      });
      const wide = `“${'a'.repeat(6 * 67)}`;
      expect((await does(RINA, `/messages/${id}/answer`, { requestKey: key(), text: wide })).statusCode).toBe(
        400,
      );
      expect((await does(RINA, `/messages/${id}/answer`, { requestKey: key(), text: six })).statusCode).toBe(
        200,
      );
      expect((await does(RINA, '/measure', { text: wide })).json()).toMatchObject({
        alphabet: 'UCS_2',
        segments: 7,
        unusual: ['“'],
      });
    });

    it('closes without a word, for a reason', async () => {
      const id = await strays('selamat pagi pak');
      const before = (await told()).length;
      expect(
        (await does(RINA, `/messages/${id}/close`, { requestKey: key(), reason: 'BORED' })).statusCode,
      ).toBe(400);
      const close = { requestKey: key(), reason: 'GREETING' };
      expect((await does(RINA, `/messages/${id}/close`, close)).statusCode).toBe(200);
      expect((await does(RINA, `/messages/${id}/close`, close)).statusCode).toBe(200);
      expect((await told()).length).toBe(before);
      expect(await rows()).toMatchObject([{ state: 'DONE', sealed: null }]);
      expect(await actions()).toEqual([['rina', 'CLOSED', 'GREETING']]);
    });
  });

  it('tells the whole address to whoever says why, and records both', async () => {
    const id = await strays();
    expect((await does(RINA, `/messages/${id}/reveal`, { requestKey: key(), reason: 'x' })).statusCode).toBe(
      400,
    );
    expect(await actions()).toEqual([]);
    const reveal = { requestKey: key(), reason: 'Perlu menelepon warga soal keadaan darurat' };
    expect((await does(RINA, `/messages/${id}/reveal`, reveal)).json()).toEqual({ address: PHONE });
    expect((await does(RINA, `/messages/${id}/reveal`, reveal)).json()).toEqual({ address: PHONE });
    const recorded = (await read('/actions?action=ADDRESS_REVEALED')).json().actions;
    expect(recorded).toMatchObject([{ accountId: 'rina', subjectId: id, reason: reveal.reason }]);
    expect(JSON.stringify(recorded)).not.toContain(PHONE);
  });

  describe('makes a report of a message', () => {
    it('as its sender, and tells number and short code by the same door', async () => {
      const id = await strays();
      const before = (await told()).length;
      const file = { requestKey: key(), ...REPORT, regionCode: '13.71.09', categoryId: 'drainase' };
      const tries = await Promise.all([1, 2].map(() => does(RINA, `/messages/${id}/file`, file)));
      for (const answer of tries) {
        expect(answer.statusCode, answer.body).toBe(200);
        expect(answer.json()).toMatchObject({ number: '48213090' });
      }
      const filed = graph.asked.filter(({ operation }) => operation === 'FileAtDoor');
      expect(filed[0]).toMatchObject({
        channel: 'SMS',
        input: {
          kind: 'COMPLAINT',
          ...REPORT,
          regionCode: '13.71.09',
          categoryId: 'drainase',
          reporter: { phone: PHONE },
        },
      });
      expect(graph.reports.size).toBe(1);
      const answers = (await told()).slice(before);
      expect(answers).toHaveLength(1);
      expect(answers[0]).toMatch(/4821 3090 \(kode K1\).*STATUS K1/);
      expect(await rows()).toMatchObject([
        { state: 'DONE', sealed: null, report_id: '00000000-0000-4000-8000-000000000000' },
      ]);
      expect(await actions()).toEqual([
        ['rina', 'REPORT_FILED', '00000000-0000-4000-8000-000000000000 48213090'],
      ]);
      // From now on it is the sender's, as every report that came by the door.
      await writes('STATUS K1');
      expect((await told()).at(-1)).toContain('4821 3090');
    });

    it('once, though the answer was lost and a colleague goes on with other words', async () => {
      const id = await strays();
      graph.silent = 'AFTER';
      const file = { requestKey: key(), ...REPORT };
      expect((await does(RINA, `/messages/${id}/file`, file)).statusCode).toBe(503);
      expect(await waiting()).toMatchObject([{ begun: 'FILE' }]);
      // It may have been filed: nothing else is done with the message before that is known.
      expect(
        (await does(RINA, `/messages/${id}/close`, { requestKey: key(), reason: 'SPAM' })).json().code,
      ).toBe('BEGUN_OTHERWISE');
      graph.silent = null;
      const other = {
        requestKey: key(),
        title: 'Judul yang lain',
        text: 'Kata-kata lain yang cukup panjang.',
      };
      expect((await does(BUDI, `/messages/${id}/file`, other)).json()).toMatchObject({
        number: '48213090',
        isEarlier: true,
      });
      expect(graph.reports.size).toBe(1);
      expect([...graph.reports.values()][0]!.input).toMatchObject(REPORT);
    });

    it('not when the platform does not take it: the operator mends what is named', async () => {
      const id = await strays();
      graph.refuses = true;
      const file = { requestKey: key(), ...REPORT };
      expect((await does(RINA, `/messages/${id}/file`, file)).json()).toMatchObject({
        code: 'INPUT_INVALID',
        fields: [{ path: 'text', message: 'TOO_SHORT' }],
      });
      expect(await waiting()).toMatchObject([{ begun: null }]);
      graph.refuses = false;
      const mended = { ...file, text: 'Got di depan rumah kami di Kuranji meluap terus.' };
      expect((await does(RINA, `/messages/${id}/file`, mended)).statusCode).toBe(200);
      expect([...graph.reports.values()][0]!.input.text).toBe(mended.text);
    });

    it('and it goes with its reporter', async () => {
      const id = await strays();
      await does(RINA, `/messages/${id}/file`, { requestKey: key(), ...REPORT });
      const reportId = '00000000-0000-4000-8000-000000000000';
      const other = await strays('terima kasih atas bantuannya pak');
      await does(RINA, `/messages/${other}/lease`);
      await running.sql('update channels.inbound set report_id = $1 where id = $2', [reportId, other]);
      const receipt = await channels.receiveEvents('reports', [
        {
          id: 1,
          stream: reportId,
          type: 'report.identity-erased',
          occurredAt: NOW,
          payload: { reportId, at: NOW },
        } as never,
      ]);
      expect(receipt.failed).toEqual([]);
      expect(await rows()).toEqual([]);
      expect(
        (await does(RINA, `/messages/${other}/answer`, { requestKey: key(), text: 'Halo' })).json().code,
      ).toBe('NOT_WAITING');
    });
  });

  describe('adds a message to a report of its sender', () => {
    const filed = async () => {
      const id = await strays();
      const { reportId } = (
        await does(RINA, `/messages/${id}/file`, { requestKey: key(), ...REPORT })
      ).json();
      return reportId as string;
    };

    it('as a word of the reporter, once, and says so', async () => {
      const reportId = await filed();
      graph.report = { viewerCanReply: true };
      const id = await strays('tadi malam meluap lagi sampai ke jalan');
      expect((await read(`/messages/${id}`)).json()).toMatchObject({
        reports: [{ reportId, number: '48213090', shortCode: 'K1', isSpokenOf: true }],
        answers: { way: 'PHONE', mostSegments: 6 },
      });
      const before = (await told()).length;
      const attach = { requestKey: key(), reportId, text: 'Tadi malam meluap lagi sampai ke jalan.' };
      const tries = await Promise.all([1, 2].map(() => does(BUDI, `/messages/${id}/attach`, attach)));
      for (const answer of tries) expect(answer.json()).toEqual({ number: '48213090' });
      expect([...graph.changes]).toHaveLength(1);
      expect(graph.asked.findLast(({ operation }) => operation === 'ReplyAtDoor')).toMatchObject({
        input: { reportId, text: attach.text },
        grant: 'grant of 48213090',
      });
      expect((await told()).slice(before)).toEqual([expect.stringContaining('4821 3090 (kode K1)')]);
      expect(await waiting()).toEqual([]);
    });

    it('once, though the answer was lost and the report takes other words by then', async () => {
      const reportId = await filed();
      graph.report = { viewerCanCompleteData: true };
      const id = await strays('nomor rumahnya 12');
      const attach = { requestKey: key(), reportId, text: 'nomor rumahnya 12' };
      graph.silent = 'AFTER';
      // Opening a report is no change: it is answered.
      expect((await does(RINA, `/messages/${id}/attach`, attach)).statusCode).toBe(503);
      graph.silent = null;
      graph.report = { viewerCanReply: true };
      expect((await does(RINA, `/messages/${id}/attach`, attach)).statusCode).toBe(200);
      expect([...graph.changes].map((change) => change.split(' ')[0])).toEqual(['CompleteDataAtDoor']);
    });

    it('not to one that takes no words now, nor to somebody else’s', async () => {
      const reportId = await filed();
      const id = await strays('sudah beres belum ya pak got nya itu');
      expect(
        (await does(RINA, `/messages/${id}/attach`, { requestKey: key(), reportId, text: 'a' })).json().code,
      ).toBe('REPORT_TAKES_NONE');
      const stranger = await strays('halo ini nomor lain pak', '081200000099');
      graph.report = { viewerCanReply: true };
      expect(
        (await does(RINA, `/messages/${stranger}/attach`, { requestKey: key(), reportId, text: 'a' })).json(),
      ).toMatchObject({ code: 'INPUT_INVALID', fields: [{ path: 'reportId' }] });
      expect(await waiting()).toHaveLength(2);
    });
  });

  it('shows how doors and deliveries do, with names of settings and never their values', async () => {
    await writes(WORDS);
    const state = (await read('/state')).json();
    expect(state.doors.find(({ channel }: any) => channel === 'SMS')).toEqual({
      channel: 'SMS',
      isOpen: true,
      missing: [],
      lastMessageAt: NOW,
      receivedToday: 1,
      waiting: 0,
      forPersons: 1,
      givenUp: 0,
      refusedToday: 0,
    });
    expect(state.doors.find(({ channel }: any) => channel === 'TELEGRAM')).toMatchObject({
      isOpen: false,
      missing: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'],
      lastMessageAt: null,
    });
    expect(state.ways).toContainEqual({ way: 'PHONE', isOffered: true });
    expect(JSON.stringify(state)).not.toContain(CALLBACK_SECRET);
    await running.notify({ template: 'no-such-template' });
    await rest();
    const undelivered = (await read('/undelivered')).json();
    expect(undelivered).toMatchObject({
      deliveries: [{ template: 'no-such-template', state: 'FAILED', reason: 'UNKNOWN_TEMPLATE' }],
      next: null,
    });
    expect(JSON.stringify(undelivered)).not.toContain('@');
  });

  it('shows each template by its ways, and how long it is', async () => {
    const { templates } = (await read('/templates')).json();
    expect(templates).toContainEqual({
      name: 'report-answered',
      ways: ['MAIL', 'PHONE', 'TELEGRAM', 'WHATSAPP', 'X'],
    });
    const { previews } = (await read('/templates/report-answered?language=en')).json();
    expect(previews.find(({ way }: any) => way === 'PHONE')).toMatchObject({
      subject: null,
      measure: { alphabet: 'GSM_7', unusual: [] },
    });
    expect((await read('/templates/report-answered?language=de')).statusCode).toBe(404);
    expect((await read('/templates/no-such')).statusCode).toBe(404);
  });

  it('keeps a log by pages and filters', async () => {
    for (const text of ['satu dua', 'tiga empat', 'lima enam']) {
      const id = await strays(text);
      await does(text === 'lima enam' ? BUDI : RINA, `/messages/${id}/close`, {
        requestKey: key(),
        reason: 'SPAM',
      });
    }
    const first = (await read('/actions?first=2')).json();
    expect(first.actions.map(({ accountId }: any) => accountId)).toEqual(['budi', 'rina']);
    expect((await read(`/actions?first=2&after=${first.next}`)).json()).toMatchObject({
      actions: [{ accountId: 'rina' }],
      next: null,
    });
    expect((await read('/actions?accountId=budi&action=CLOSED&door=SMS')).json().actions).toHaveLength(1);
    expect((await read('/actions?action=ANSWERED')).json().actions).toEqual([]);
    expect((await read('/actions?action=NO_SUCH')).statusCode).toBe(400);
  });
});
