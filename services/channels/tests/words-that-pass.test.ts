import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '@lapor/clock';
import { signatureOf } from '../src/modules/sms/signature.ts';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const SECRET = 'c'.repeat(40);
const PHONE = '+6281200000032';

describe('a message that cannot be worked off now', () => {
  let graph: GraphDouble;
  let running: RunningChannels;
  let clock: ReturnType<typeof movableClock>;
  beforeEach(async () => {
    graph = await startGraphDouble();
    graph.regions = [
      {
        code: '13.71.09',
        name: 'Kuranji',
        fullName: 'Kuranji, Kota Padang, Sumatera Barat',
        level: 'DISTRICT',
      },
    ];
    clock = movableClock(NOW);
    running = await runChannels({
      clock,
      gatewayUrl: () => graph.url,
      smsCallbackSecrets: [SECRET],
      contactBook: { contactFor: async () => null },
    });
  });
  afterEach(async () => {
    await running[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });
  const rest = async () => {
    while ((await running.channels.settle()) > 0);
  };
  async function writes(text: string) {
    const body = JSON.stringify({ messageId: randomUUID(), from: PHONE, text });
    const timestamp = String(clock.now().getTime() / 1_000);
    const headers = {
      'content-type': 'application/json',
      'x-lapor-timestamp': timestamp,
      'x-lapor-signature': signatureOf(SECRET, timestamp, Buffer.from(body)),
    };
    const answer = await running.server.inject({
      method: 'POST',
      url: '/channels/sms',
      headers,
      payload: body,
    });
    expect(answer.statusCode).toBe(202);
    await rest();
  }
  async function told(): Promise<string[]> {
    const answer = await running.server.inject({ url: `/mailbox/messages?to=${encodeURIComponent(PHONE)}` });
    return answer
      .json()
      .messages.map(({ body }: { body: string }) => body)
      .reverse();
  }
  const isStopped = async () =>
    (await running.sql('select 1 from channels.conversation where stopped_at is not null')).length === 1;

  it('holds up nobody who wants no news or help, and what is filed late begins no news', async () => {
    await writes('LAPOR jalan di depan pasar berlubang');
    graph.silent = 'BEFORE';
    await writes('LAPOR lampu jalan di depan masjid padam');
    clock.set('2026-11-20T02:40:01.000Z');
    await writes('STOP');
    await writes('BANTUAN');
    expect((await told()).slice(1)).toEqual([
      expect.stringContaining('hentikan'),
      expect.stringContaining('LAPOR <isi>'),
    ]);
    expect(await isStopped()).toBe(true);
    graph.silent = null;
    await running.retry();
    await rest();
    expect((await told()).at(-1)).toContain('Di mana kejadiannya?');
    expect(graph.reports.size).toBe(1);
    expect(await isStopped()).toBe(true);
  });

  it('goes to a person when its sender may file no more, and what came behind it is read', async () => {
    await writes('LAPOR jalan di depan pasar berlubang');
    graph.makesWait = true;
    await writes('Kuranji Padang');
    await writes('STATUS');
    expect(await told()).toHaveLength(1);
    for (let time = 0; time < 6; time++) await running.retry();
    await rest();
    const rows = await running.sql<{ state: string; reason: string | null }>(
      'select state, reason from channels.inbound order by position',
    );
    const left = { state: 'WAITING_FOR_PERSON', reason: 'NOT_TAKEN TooManyRequests' };
    expect(rows).toEqual([{ state: 'DONE', reason: null }, left, { state: 'DONE', reason: null }, left]);
    expect((await told()).at(-1)).toContain('Belum ada laporan');
  });
});
