import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveredEvent } from '@lapor/events';
import { MissingFact, render } from '../src/modules/templates/render.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';
import { toHeadContact, type Contact, type Recipient } from '../src/index.ts';

const PATH = '/instansi/serah-terima#rahasia-kanari.tanda';
const head = { name: 'Fulanah', title: 'Kepala Dinas PUPR', email: 'kepala@contoh.go.id' };

describe('a report that is handed over to the head of an organisation', () => {
  let running: RunningChannels;
  let asked: Recipient[];
  let answer: Contact | null;
  let heard: DeliveredEvent[];
  beforeEach(async () => {
    asked = [];
    heard = [];
    answer = toHeadContact(head, { path: PATH });
    running = await runChannels({
      contactBook: {
        async contactFor(recipient) {
          asked.push(recipient);
          return answer;
        },
      },
    });
    running.channels.connect({
      reports: async (source, events) => {
        expect(source).toBe('channels');
        heard.push(...events);
        return { failed: [] };
      },
    });
  });
  afterEach(() => running[Symbol.asyncDispose]());

  let eventId = 0;
  async function handOver(notificationId = 'n-1') {
    const receipt = await running.channels.receiveEvents('reports', [
      {
        id: ++eventId,
        stream: 'report-1',
        type: 'notification.requested',
        occurredAt: NOW,
        payload: {
          notificationId,
          recipient: { kind: 'HEAD', handOverId: 'h-1', organisationId: 'unit' },
          template: 'hand-over',
          facts: {
            number: '48213097',
            organisationName: 'Dinas PUPR Kota Pariaman',
            expiresOn: '2026-12-20',
          },
          at: NOW,
        },
      },
    ]);
    expect(receipt.failed).toEqual([]);
    await atRest();
  }
  /** The queue works by itself, too: rest is when no delivery is open and nothing waits to be told. */
  async function atRest() {
    const open = 'select 1 from channels.delivery where finished_at is null';
    do await running.channels.settle();
    while ((await running.sql(open)).length > 0);
    await running.channels.settle();
  }
  const outcomes = () => heard.map(({ payload }) => (payload as { outcome: string }).outcome);
  const mails = async () =>
    (await running.server.inject('/mailbox/messages?to=kepala@contoh.go.id')).json<{
      messages: { subject: string; body: string }[];
    }>().messages;

  it('is told by mail with the secret link, and reports hears that it went', async () => {
    await handOver();
    expect(asked).toEqual([{ kind: 'HEAD', handOverId: 'h-1', organisationId: 'unit' }]);
    const [mail] = await mails();
    expect(mail!.subject).toBe('Laporan 4821 3097 menunggu jawaban Dinas PUPR Kota Pariaman');
    expect(mail!.body).toContain('Yth. Kepala Dinas PUPR, Fulanah');
    expect(mail!.body).toContain(`https://lapor.example${PATH}\n`);
    expect(mail!.body).toContain('sampai Minggu, 20 Desember 2026');
    expect(heard).toMatchObject([
      {
        type: 'notification.ended',
        stream: 'h-1',
        payload: { notificationId: 'n-1', handOverId: 'h-1', outcome: 'SENT', at: NOW },
      },
    ]);
    await handOver();
    expect(await mails()).toHaveLength(1);
    expect(outcomes()).toEqual(['SENT']);
  });

  it('needs a letter when no mail address is known, and when the one there is none', async () => {
    answer = toHeadContact({ ...head, email: null }, { path: PATH });
    await handOver('n-1');
    answer = toHeadContact({ ...head, email: 'bukan alamat' }, { path: PATH });
    await handOver('n-2');
    expect(outcomes()).toEqual(['NO_ADDRESS', 'NO_ADDRESS']);
  });

  it('sends nothing for a hand-over that has ended meanwhile', async () => {
    answer = toHeadContact(head, null);
    await handOver();
    expect(await mails()).toEqual([]);
    expect(outcomes()).toEqual(['NO_ADDRESS']);
  });

  it('keeps the link in no row: it is asked for when the message leaves', async () => {
    await handOver();
    const rows = await running.sql<{ row: string }>(
      `select t::text as row from channels.delivery t union all select e::text from channels.event e`,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/kanari|kepala@|Fulanah/);
  });

  it('tells reports of messages to reporters by the report, never where they went', async () => {
    await running.notify();
    await atRest();
    expect(heard).toMatchObject([
      {
        type: 'notification.ended',
        stream: 'report-1',
        payload: { handOverId: null, reportId: 'report-1', template: 'report-received', way: 'MAIL' },
      },
    ]);
    expect(JSON.stringify(heard)).not.toContain('@');
  });

  it('is told again to reports until it has heard it', async () => {
    await running[Symbol.asyncDispose]();
    let isAway = true;
    running = await runChannels({ contactBook: { contactFor: async () => answer } });
    running.channels.connect({
      reports: async (_source, events) => {
        if (isAway) throw new Error('away');
        heard.push(...events);
        return { failed: [] };
      },
    });
    await handOver();
    expect(heard).toEqual([]);
    isAway = false;
    await running.channels.settle();
    expect(outcomes()).toEqual(['SENT']);
  });

  it('is written in both languages, whole without what may be missing, and never without its link', () => {
    for (const language of ['id', 'en'] as const) {
      const { subject, body } = render(
        'hand-over',
        { number: '48213097', path: PATH },
        language,
        'https://x.id',
      );
      expect(`${subject}\n${body}`).not.toMatch(/undefined|null| {2}|Invalid/);
      expect(body).toContain(`https://x.id${PATH}\n`);
      for (const path of [
        undefined,
        '',
        '/laporan/48213097',
        'https://jahat.example/#a.b',
        '/a b#c',
        '//jahat.example#a.b?',
      ])
        expect(() => render('hand-over', { number: '48213097', path }, language, 'https://x.id')).toThrow(
          MissingFact,
        );
    }
  });
});
