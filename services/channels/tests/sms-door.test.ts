import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '@lapor/clock';
import { createSealer } from '@lapor/sealing';
import type { Channels } from '../src/index.ts';
import { signatureOf } from '../src/modules/sms/signature.ts';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { NOW, runChannels, SECRET, type RunningChannels } from './running-channels.ts';

const CALLBACK_SECRET = 'c'.repeat(40);
const PHONE = '+6281200000032';
const KURANJI = {
  code: '13.71.09',
  name: 'Kuranji',
  fullName: 'Kuranji, Kota Padang, Sumatera Barat',
  level: 'DISTRICT',
};
const FILED = 'LAPOR jalan di depan pasar berlubang';

describe('the door of short messages', () => {
  let graph: GraphDouble;
  let running: RunningChannels;
  let clock: ReturnType<typeof movableClock>;
  let channels: Channels;

  let reporterFacts: Record<string, string>;

  beforeEach(async () => {
    reporterFacts = { channel: 'SMS' };
    graph = await startGraphDouble();
    graph.regions = [KURANJI];
    clock = movableClock(NOW);
    running = await runChannels({
      clock,
      gatewayUrl: () => graph.url,
      smsCallbackSecrets: [CALLBACK_SECRET],
      contactBook: { contactFor: async () => ({ phone: PHONE, language: 'id', facts: reporterFacts }) },
    });
    ({ channels } = running);
  });
  afterEach(async () => {
    await running[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });

  const post = (body: string, headers: Record<string, string> = {}) => {
    const timestamp = String(Math.floor(clock.now().getTime() / 1_000));
    return running.server.inject({
      method: 'POST',
      url: '/channels/sms',
      headers: {
        'content-type': 'application/json',
        'x-lapor-timestamp': timestamp,
        'x-lapor-signature': signatureOf(CALLBACK_SECRET, timestamp, Buffer.from(body)),
        ...headers,
      },
      payload: body,
    });
  };
  const send = async (text: string, { messageId = randomUUID() as string, from = '081200000032' } = {}) =>
    (await post(JSON.stringify({ messageId, from, text }))).statusCode;
  /** Bodies, oldest first. */
  const inbox = async (): Promise<string[]> => {
    const { messages } = (
      await running.server.inject({ url: `/mailbox/messages?to=${encodeURIComponent(PHONE)}` })
    ).json();
    return messages.map(({ body }: { body: string }) => body).reverse();
  };
  const rest = async () => {
    while ((await channels.settle()) > 0);
  };
  const says = async (text: string) => {
    const before = (await inbox()).length;
    expect(await send(text)).toBe(202);
    await rest();
    const answers = (await inbox()).slice(before);
    expect(answers).toHaveLength(1);
    return answers[0]!;
  };
  const file = async () => {
    await says(FILED);
    return says('Kuranji Padang');
  };
  const states = async () =>
    (await running.sql<{ state: string }>('select state from channels.inbound order by position')).map(
      ({ state }) => state,
    );
  const did = () => graph.asked.map(({ operation }) => operation).filter((name) => name !== 'OpenAtDoor');

  describe('takes in', () => {
    it('only what is signed, well formed and not too large, and says what is wrong', async () => {
      const good = JSON.stringify({ messageId: 'a', from: '081200000032', text: FILED });
      expect((await post(good, { 'x-lapor-signature': 'v1=00' })).statusCode).toBe(401);
      expect((await post(good, { 'x-lapor-timestamp': '1' })).statusCode).toBe(401);
      expect((await post(good, { 'x-lapor-signature': '' })).statusCode).toBe(401);
      const bad = await post(JSON.stringify({ messageId: '', text: 7 }));
      expect(bad.statusCode).toBe(400);
      expect(bad.json().fields.map(({ path }: { path: string }) => path)).toEqual([
        'messageId',
        'from',
        'text',
      ]);
      for (const body of ['', 'x', '[]', 'null', '{"a":'])
        expect((await post(body)).json(), body).toMatchObject({ code: 'BAD_USER_INPUT' });
      const large = JSON.stringify({ messageId: 'a', from: '081200000032', text: 'x'.repeat(20_000) });
      expect((await post(large)).statusCode).toBe(413);
      expect(await states()).toEqual([]);
      expect((await post(good)).statusCode).toBe(202);
    });

    it('nothing of a callback that is older than the replay window', async () => {
      const body = JSON.stringify({ messageId: 'a', from: '081200000032', text: FILED });
      const timestamp = String(Math.floor(clock.now().getTime() / 1_000));
      const signature = signatureOf(CALLBACK_SECRET, timestamp, Buffer.from(body));
      clock.set('2026-11-20T02:45:01.000Z');
      const headers = { 'x-lapor-timestamp': timestamp, 'x-lapor-signature': signature };
      expect((await post(body, headers)).statusCode).toBe(401);
    });

    it('a message once, however often the provider brings it', async () => {
      const sent = await Promise.all(Array.from({ length: 5 }, () => send(FILED, { messageId: 'twice' })));
      expect(sent).toEqual([202, 202, 202, 202, 202]);
      await rest();
      expect(await states()).toEqual(['DONE']);
      expect(await inbox()).toHaveLength(1);
    });

    it('so many of one sender, who may go on later, and all of the others', async () => {
      for (let count = 0; count < 60; count++) expect(await send('STATUS')).toBe(202);
      const over = await post(JSON.stringify({ messageId: 'over', from: '081200000032', text: 'STATUS' }));
      expect(over.statusCode).toBe(429);
      expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
      expect(await send('STATUS', { from: '081200000040' })).toBe(202);
      clock.set('2026-11-20T02:50:01.000Z');
      expect(await send('STATUS', { messageId: 'over' })).toBe(202);
    });

    it('of senders without a number nothing that would be answered, of foreign ones what a person reads', async () => {
      expect(await send('Promo!', { from: 'TOKO-ABC' })).toBe(202);
      expect(await send('LAPOR jalan', { from: '+6590000000' })).toBe(202);
      await rest();
      expect(await states()).toEqual(['REFUSED', 'WAITING_FOR_PERSON']);
      expect(
        await running.sql('select sealed is null as gone from channels.inbound order by position'),
      ).toEqual([{ gone: true }, { gone: false }]);
      expect(graph.asked).toEqual([]);
    });

    it('and keeps number and words sealed, and no longer than somebody has to read them', async () => {
      await send(FILED);
      const row = async () => JSON.stringify(await running.sql('select * from channels.inbound'));
      expect(await row()).not.toMatch(/81200000032|berlubang/);
      await rest();
      expect(await running.sql('select sealed from channels.inbound')).toEqual([{ sealed: null }]);
      const talk = JSON.stringify(await running.sql('select * from channels.conversation'));
      expect(talk).not.toMatch(/81200000032|berlubang/);
    });
  });

  describe('files', () => {
    it('with the place that was said, as whoever wrote, and answers with number and code', async () => {
      expect(await says(FILED)).toContain('Di mana kejadiannya?');
      expect(graph.reports.size).toBe(0);
      expect(await says('kec kuranji, kota padang')).toMatch(
        /Laporan 4821 3090 \(kode K1\) diterima\. Tempat: Kuranji, Kota Padang/,
      );
      expect([...graph.reports.values()][0]!.input).toMatchObject({
        kind: 'COMPLAINT',
        title: 'Jalan di depan pasar berlubang',
        text: 'jalan di depan pasar berlubang\nTempat: kec kuranji, kota padang',
        regionCode: '13.71.09',
        reporter: { phone: PHONE },
      });
      const [asked] = graph.asked;
      expect(asked).toMatchObject({ channel: 'SMS' });
      expect(asked!.sender).toMatch(/^[0-9a-f]{64}$/);
    });

    it('after two questions with the words alone, and never asks a third time', async () => {
      graph.regions = [];
      await says(FILED);
      expect(await says('dekat rumah pak lurah')).toContain('belum kami temukan');
      expect(await says('yang ada pohonnya')).toContain('diterima');
      expect([...graph.reports.values()][0]!.input).toMatchObject({
        regionCode: null,
        text: 'jalan di depan pasar berlubang\nTempat: dekat rumah pak lurah; yang ada pohonnya',
      });
    });

    it('no words of a sender as a place, which the desk could not black out', async () => {
      graph.regions = [];
      await says(FILED);
      await says('saya Budi Santoso, nomor saya 081234567890');
      await says('rumah saya, jl mawar no 3');
      const { input } = [...graph.reports.values()][0]!;
      expect(Object.keys(input).toSorted()).toEqual([
        'kind',
        'regionCode',
        'reporter',
        'submissionKey',
        'text',
        'title',
      ]);
      expect(input.text).toContain('Budi Santoso, nomor saya 081234567890; rumah saya, jl mawar no 3');
    });

    it('what is too long as far as it goes, and leaves the whole of it to a person', async () => {
      await says(`LAPOR ${'jalan rusak '.repeat(330)}`);
      expect(await says(`Kuranji Padang ${'dekat pasar '.repeat(20)}`)).toContain('diterima');
      expect([...graph.reports.values()][0]!.input.text).toHaveLength(4_000);
      expect(await states()).toEqual(['DONE', 'DONE', 'WAITING_FOR_PERSON']);
    });

    it('after a day without a place, once, and tells the sender', async () => {
      await says(FILED);
      clock.set('2026-11-21T02:39:00.000Z');
      await rest();
      expect(graph.reports.size).toBe(0);
      clock.set('2026-11-21T02:40:00.000Z');
      await rest();
      await rest();
      expect(graph.reports.size).toBe(1);
      expect((await inbox()).slice(1)).toEqual([expect.stringContaining('4821 3090 (kode K1) diterima')]);
    });

    it('a report that waits before the next one of the same sender', async () => {
      await says(FILED);
      expect(await says('LAPOR lampu jalan padam di depan masjid')).toMatch(/4821 3090[^]*Di mana/);
      expect(await says('Kuranji')).toContain('(kode K2)');
      expect([...graph.reports.values()].map(({ input }) => input.text)).toEqual([
        'jalan di depan pasar berlubang',
        'lampu jalan padam di depan masjid\nTempat: Kuranji',
      ]);
    });

    it('once and loses nothing while the graph falls silent, before or after it did what was asked', async () => {
      await says(FILED);
      for (const silent of ['BEFORE', 'AFTER'] as const) {
        graph.silent = silent;
        if (silent === 'BEFORE') await send('Kuranji Padang');
        await running.retry();
        expect(await states()).toEqual(['DONE', 'RECEIVED']);
      }
      // Another place would be found now: the same is sent all the same.
      graph.regions = [{ ...KURANJI, code: '63.10.05' }];
      graph.silent = null;
      await running.retry();
      await rest();
      expect(await states()).toEqual(['DONE', 'DONE']);
      expect(graph.reports.size).toBe(1);
      expect((await inbox()).slice(1)).toEqual([expect.stringContaining('(kode K1)')]);
    });

    it('nothing of a sender whom the platform does not answer for days: a person gets it', async () => {
      graph.silent = 'BEFORE';
      await says(FILED);
      await send('Kuranji Padang');
      for (let count = 0; count < 8; count++) await running.retry();
      expect(await states()).toEqual(['DONE', 'RECEIVED']);
      clock.set('2026-11-21T02:41:00.000Z');
      await running.retry();
      expect(await states()).toEqual(['DONE', 'WAITING_FOR_PERSON']);
      // The report itself is filed as soon as somebody answers.
      graph.silent = null;
      await running.retry();
      await rest();
      expect(graph.reports.size).toBe(1);
    });

    it('nothing that the platform does not take, and leaves its words to a person', async () => {
      await says(FILED);
      graph.refuses = true;
      expect(await says('Kuranji Padang')).toContain('belum kami pahami dan kami simpan');
      const rows = await running.sql(
        `select reason, sealed is not null as kept from channels.inbound where state = 'WAITING_FOR_PERSON'`,
      );
      expect(rows).toEqual([
        { reason: 'NOT_TAKEN InvalidInput; input.text TOO_SHORT', kept: true },
        { reason: 'NOT_TAKEN InvalidInput; input.text TOO_SHORT', kept: true },
      ]);
    });
  });

  describe('acts as the reporter', () => {
    it('by the rights that the report tells', async () => {
      await file();
      graph.report = { state: 'IN_PROGRESS', viewerCanConfirm: true, viewerCanReply: true };
      expect(await says('BLM masih rusak')).toContain('belum beres');
      expect(await says('BALAS K1 fotonya menyusul')).toContain('Balasan Anda');
      expect(await says('tutup')).toContain('Balas YA untuk menutup laporan 4821 3090 (K1)');
      expect(await says('Ya pak')).toContain('selesai');
      graph.report = { state: 'COMPLETED', viewerCanDispute: true, viewerCanRate: true };
      expect(await says('nilai 2')).toContain('dibuka lagi');
      expect(await says('belum 48213090')).toContain('belum beres');
      graph.report = { state: 'POSTPONED', viewerCanCompleteData: true, missingData: 'Nama jalan.' };
      expect(await says('status')).toContain('Nama jalan.');
      expect(await says('balas Jalan Belimbing')).toContain('Data untuk laporan');
      expect(did().slice(2)).toEqual([
        'ReplyAtDoor',
        'ReplyAtDoor',
        'ConfirmAtDoor',
        'RateAtDoor',
        'DisputeAtDoor',
        'CompleteDataAtDoor',
      ]);
      expect(graph.asked.at(-1)).toMatchObject({ grant: 'grant of 48213090' });
    });

    it('once, also when the answer was lost and the report has gone on meanwhile', async () => {
      await file();
      graph.report = { state: 'COMPLETED', viewerCanDispute: true };
      graph.silent = 'AFTER';
      await send('BELUM masih rusak');
      await rest();
      graph.report = { state: 'IN_PROGRESS', viewerCanReply: true };
      graph.silent = null;
      await running.retry();
      await rest();
      expect(await states()).toEqual(['DONE', 'DONE', 'DONE']);
      expect(did().filter((name) => name === 'DisputeAtDoor')).toHaveLength(2);
      expect(did().filter((name) => name === 'ReplyAtDoor')).toEqual([]);
      expect([...graph.changes]).toHaveLength(1);
    });

    it('and closes none while it is not said which, nor because somebody asks', async () => {
      await file();
      await says('LAPOR lampu jalan padam di depan masjid');
      await says('Kuranji');
      graph.report = { state: 'IN_PROGRESS', viewerCanConfirm: true };
      expect(await says('Sudah selesai?')).toContain('sedang ditangani');
      expect(await says('TUTUP')).toMatch(/mana yang beres[^]*K2 4821 3091\nK1 4821 3090/);
      expect(did()).not.toContain('ConfirmAtDoor');
      expect(await says('TUTUP K1')).toContain('Balas YA untuk menutup laporan 4821 3090 (K1)');
      expect(did()).not.toContain('ConfirmAtDoor');
      expect(await says('ya')).toContain('4821 3090 (K1) dinyatakan selesai');
    });

    it('and closes none because of a caller ID alone, nor by a yes that comes later or after something else', async () => {
      await file();
      graph.report = { state: 'IN_PROGRESS', viewerCanConfirm: true, viewerCanReply: true };
      await says('TUTUP');
      expect(await says('BELUM, masih rusak')).toContain('belum beres');
      expect(await says('ya')).toContain('belum kami pahami dan kami simpan');
      await says('TUTUP');
      clock.set('2026-11-21T02:41:00.000Z');
      expect(await says('ya')).toContain('belum kami pahami dan kami simpan');
      expect(did()).not.toContain('ConfirmAtDoor');
    });

    it('once, when the answer to the closing was lost', async () => {
      await file();
      graph.report = { state: 'IN_PROGRESS', viewerCanConfirm: true };
      await says('TUTUP');
      graph.silent = 'AFTER';
      await send('ya');
      await rest();
      graph.report = { state: 'COMPLETED' };
      graph.silent = null;
      await running.retry();
      await rest();
      expect((await inbox()).at(-1)).toContain('dinyatakan selesai');
      expect([...graph.changes]).toHaveLength(1);
    });

    it('on the own reports only: a foreign number and none at all look alike', async () => {
      expect(await says('STATUS')).toContain('Belum ada laporan');
      await file();
      const before = graph.asked.length;
      const toUnknown = await says('STATUS 11112222');
      clock.set('2026-11-20T03:41:00.000Z');
      expect(await says('TUTUP 48213095')).toBe(toUnknown);
      clock.set('2026-11-20T04:42:00.000Z');
      expect(await says('STATUS K9')).toContain('tidak kami temukan');
      expect(graph.asked.length).toBe(before);
    });

    it('and leaves to a person, with a word about it, what nobody could do', async () => {
      await file();
      expect(await says('BALAS mohon segera')).toContain('belum kami pahami dan kami simpan');
      clock.set('2026-11-20T03:41:00.000Z');
      expect(await says('halo')).toContain('belum kami pahami dan kami simpan');
      expect((await states()).slice(2)).toEqual(['WAITING_FOR_PERSON', 'WAITING_FOR_PERSON']);
      const { waiting } = await channels.health();
      expect(waiting).toContainEqual(expect.objectContaining({ name: 'DOORS', waiting: 0, failed: 2 }));
    });
  });

  it('does not talk for ever with a machine that answers whatever it gets, and keeps what it says', async () => {
    await file();
    const before = (await inbox()).length;
    for (let count = 0; count < 5; count++)
      for (const text of ['Maaf, saya sedang rapat.', 'bantuan', 'STATUS 11112222', 'Pesan otomatis']) {
        await send(text);
        await rest();
      }
    expect((await inbox()).slice(before)).toEqual([
      expect.stringContaining('belum kami pahami dan kami simpan'),
      expect.stringContaining('Ketik LAPOR <isi>'),
      expect.stringContaining('tidak kami temukan'),
    ]);
    expect((await states()).filter((state) => state === 'WAITING_FOR_PERSON')).toHaveLength(10);
    clock.set('2026-11-20T03:41:00.000Z');
    expect(await says('halo')).toContain('belum kami pahami dan kami simpan');
  });

  it('leaves to a person what cannot be read, and goes on with what came after it', async () => {
    await send('halo');
    await running.sql(`update channels.inbound set sealed = 'nothing that was sealed'`);
    await send('BANTUAN');
    for (let count = 0; count < 7; count++) await running.retry();
    // A word that depends on nothing is heard all the same.
    expect(await states()).toEqual(['RECEIVED', 'DONE']);
    clock.set('2026-11-21T02:41:00.000Z');
    await running.retry();
    await rest();
    expect(await states()).toEqual(['WAITING_FOR_PERSON', 'DONE']);
    expect(await inbox()).toEqual([expect.stringContaining('Ketik LAPOR <isi>')]);
  });

  it('leaves a conversation that cannot be read as it is for a week, and the messages to a person', async () => {
    await says(FILED);
    await running.sql(`update channels.conversation set sealed = 'nothing that was sealed'`);
    await says('Kuranji');
    const [row] = await running.sql<{ sealed: Buffer }>('select sealed from channels.conversation');
    expect(row!.sealed.toString()).toBe('nothing that was sealed');
    expect((await states()).at(-1)).toBe('WAITING_FOR_PERSON');
  });

  it('writes a draft so that the release before reads it', async () => {
    await says(FILED);
    const [row] = await running.sql<{ sealed: Buffer; sender: Buffer }>(
      'select sealed, sender from channels.conversation',
    );
    const sealer = createSealer([SECRET], 'channels');
    const { draft } = JSON.parse(sealer.open(row!.sealed, `SMS ${row!.sender.toString('hex')}`).toString());
    expect(draft).toMatchObject({ phone: PHONE, address: PHONE });
  });

  it('keeps the number of a report for the next day where a phone was answered enough today', async () => {
    await says(FILED);
    await running.sql('update channels.address_day set messages = 40');
    for (const text of ['Kuranji', 'STATUS']) {
      await send(text);
      await rest();
    }
    const ends = await running.sql(
      `select state, reason from channels.delivery where template = 'door-answer' order by array_position(array['SENT', 'WAITING', 'FAILED'], state)`,
    );
    expect(ends).toEqual([
      { state: 'SENT', reason: null },
      { state: 'WAITING', reason: 'CAP_OF_THE_DAY' },
      { state: 'FAILED', reason: 'CAP_OF_THE_DAY' },
    ]);
    clock.set('2026-11-21T02:40:00.000Z');
    await rest();
    expect((await inbox()).join('\n')).toContain('(kode K1)');
  });

  it('begins anew with a sender whose conversation cannot be read', async () => {
    await says(FILED);
    await running.sql(
      `update channels.conversation set sealed = 'nothing that was sealed', updated_at = '2026-11-12'`,
    );
    clock.set('2026-11-21T02:41:00.000Z');
    await rest();
    expect(await running.sql('select due_at from channels.conversation')).toEqual([{ due_at: null }]);
    expect(await says('BANTUAN')).toContain('Ketik LAPOR <isi>');
    expect(await file()).toContain('(kode K1)');
  });

  describe('forgets', () => {
    let eventId = 900;
    const erase = async (at: number) => {
      const reportId = [...graph.reports.values()][at]!.id;
      const { failed } = await channels.receiveEvents('reports', [
        {
          id: ++eventId,
          stream: reportId,
          type: 'report.identity-erased',
          occurredAt: NOW,
          payload: { reportId, at: NOW },
        },
      ]);
      expect(failed).toEqual([]);
    };
    const left = async () =>
      (
        await running.sql<
          Record<string, number>
        >(`select (select count(*)::int from channels.inbound) as inbound,
          (select count(*)::int from channels.conversation) as conversation,
          (select count(*)::int from channels.door_report) as report`)
      )[0];

    it('a sender whose only report was erased, code and messages', async () => {
      await file();
      await says('halo');
      expect(await left()).toEqual({ inbound: 3, conversation: 1, report: 1 });
      await erase(0);
      await erase(0);
      expect(await left()).toEqual({ inbound: 0, conversation: 0, report: 0 });
      expect(await says('STATUS')).toContain('Belum ada laporan');
    });

    it('that one alone, while another report of the sender is kept', async () => {
      await file();
      await says('LAPOR lampu jalan padam di depan masjid');
      await says('Kuranji');
      expect(await says('STATUS K1')).toContain('(K1)');
      await erase(0);
      // The two messages of the second report are left.
      expect(await left()).toEqual({ inbound: 2, conversation: 1, report: 1 });
      expect(await says('STATUS')).toContain('(K2)');
      expect(await says('STATUS K1')).toContain('tidak kami temukan');
    });

    it('but not that somebody wants no news, nor a report that waits for its place', async () => {
      await file();
      await says('STOP');
      await erase(0);
      expect(await left()).toEqual({ inbound: 0, conversation: 1, report: 0 });
      await file();
      await says('LAPOR lampu jalan padam di depan masjid');
      await erase(1);
      expect(await says('Kuranji')).toContain('diterima');
    });
  });

  describe('tells', () => {
    const answered = () =>
      running.notify({
        reportId: [...graph.reports.values()][0]!.id,
        template: 'report-answered',
        facts: { number: '48213090', organisationName: 'Dinas PUPR Kota Padang', kind: 'PLANNED' },
      });
    const plan = {
      id: 'h1',
      kind: 'PLANNED',
      actorKind: 'OFFICER',
      text: 'Penambalan dijadwalkan pekan depan.',
      promisedOn: '2026-11-28',
      at: '2026-11-20T02:40:00.000Z',
      organisation: null,
      correctedBy: null,
    };
    const lastOf = async () => (await inbox()).at(-1)!;

    it('what was answered, in its words, and how to write back', async () => {
      await file();
      const word = {
        ...plan,
        kind: 'ACKNOWLEDGED',
        text: 'Sudah kami terima.',
        at: '2026-11-19T02:40:00.000Z',
      };
      graph.report = { state: 'IN_PROGRESS', history: [plan, word] };
      await answered();
      await rest();
      expect(await lastOf()).toBe(
        'LAPOR! Laporan 4821 3090, Dinas PUPR Kota Padang. Rencana (paling lambat 28-11-2026): Penambalan dijadwalkan pekan depan. Ketik STATUS K1.',
      );
      const [row] = await running.sql(
        `select state, segments from channels.delivery where template = 'report-answered'`,
      );
      expect(row).toEqual({ state: 'SENT', segments: 1 });
    });

    it('of a confidential report only that there is an answer', async () => {
      await file();
      graph.report = { state: 'IN_PROGRESS', history: [plan], isConfidential: true };
      reporterFacts.isConfidential = 'yes';
      await answered();
      await rest();
      expect(await lastOf()).toContain('ada rencana penanganan. Ketik');
      expect(await inbox()).not.toContainEqual(expect.stringContaining('Penambalan'));
      graph.report = { ...graph.report, handler: { name: 'Dinas Kesehatan' } };
      expect(await says('STATUS')).toMatch(/sedang ditangani\.$/);
      graph.report = { ...graph.report, isConfidential: false };
      expect(await says('STATUS')).toContain('sedang ditangani, Dinas Kesehatan. Rencana');
    });

    it('later, once, when the report cannot be asked about now', async () => {
      await file();
      graph.silent = 'BEFORE';
      await answered();
      await rest();
      expect(await inbox()).toHaveLength(2);
      graph.silent = null;
      await running.retry();
      await rest();
      expect(await inbox()).toHaveLength(3);
    });

    it('nothing a second time of what the answer at the door said already', async () => {
      await file();
      const id = await running.notify({ facts: { number: '48213090' }, template: 'report-received' });
      await rest();
      expect(await inbox()).toHaveLength(2);
      expect(await running.sql('select state, reason from channels.delivery where id = $1', [id])).toEqual([
        { state: 'NO_ADDRESS', reason: 'ANSWERED_AT_DOOR' },
      ]);
    });
  });
});
