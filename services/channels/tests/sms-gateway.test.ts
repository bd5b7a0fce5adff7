import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpSmsCarrier } from '../src/modules/sms/index.ts';
import { runChannels } from './running-channels.ts';

const LETTER = { id: 'delivery-1', to: '+6281200000048', subject: '', body: 'LAPOR! Ada jawaban.\n' };

describe('a gateway for short messages', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });
  const got: { headers: Record<string, unknown>; body: any }[] = [];
  async function gateway(status: number | 'SILENT' | 'BREAKS'): Promise<string> {
    got.length = 0;
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString()));
      request.on('end', () => {
        got.push({ headers: request.headers, body: JSON.parse(text) });
        if (status === 'BREAKS') request.socket.destroy();
        else if (status !== 'SILENT') response.writeHead(status).end('+6281200000048 not allowed');
      });
    });
    await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  }

  it('is handed number and words in one request, once', async () => {
    const url = await gateway(202);
    expect(await httpSmsCarrier({ url, token: 'kunci' }).carry(LETTER)).toEqual({
      kind: 'TAKEN',
      messageIds: ['delivery-1'],
    });
    expect(got).toHaveLength(1);
    expect(got[0]!.body).toEqual({ id: 'delivery-1', to: LETTER.to, text: 'LAPOR! Ada jawaban.' });
    expect(got[0]!.headers).toMatchObject({ authorization: 'Bearer kunci', 'idempotency-key': 'delivery-1' });
  });

  it.each([
    [429, 'REFUSED_FOR_NOW'],
    [503, 'REFUSED_FOR_NOW'],
    [401, 'REFUSED_FOR_NOW'],
    [400, 'REFUSED_FOR_GOOD'],
    [422, 'REFUSED_FOR_GOOD'],
    [500, 'UNCERTAIN'],
    [502, 'UNCERTAIN'],
  ] as const)('that answers %d: %s, without its words', async (status, kind) => {
    const url = await gateway(status);
    expect(await httpSmsCarrier({ url }).carry(LETTER)).toMatchObject({ kind, reason: `SMS_${status}` });
  });

  it('that falls silent or breaks off may have taken it; one that cannot be reached has not', async () => {
    expect(await httpSmsCarrier({ url: await gateway('SILENT') }, 100).carry(LETTER)).toMatchObject({
      kind: 'UNCERTAIN',
      reason: 'TIMEOUT',
    });
    server!.closeAllConnections();
    server!.close();
    const url = await gateway('BREAKS');
    expect((await httpSmsCarrier({ url }).carry(LETTER)).kind).toBe('UNCERTAIN');
    await new Promise((done) => server!.close(done));
    expect((await httpSmsCarrier({ url }).carry(LETTER)).kind).toBe('REFUSED_FOR_NOW');
  });

  it('gets what a reporter is told who left a phone only, and a message whose end is unknown not twice', async () => {
    const told = async (status: 202 | 500) => {
      await using running = await runChannels({
        production: true,
        smtpUrl: 'smtp://127.0.0.1:1',
        smsGateways: [{ url: await gateway(status) }],
        contactBook: { contactFor: async () => ({ phone: LETTER.to, language: 'id' }) },
      });
      const id = await running.notify({ template: 'report-completed', facts: { number: '48213097' } });
      await running.channels.settle();
      await running.retry();
      const rows = await running.sql('select state, reason, segments from channels.delivery where id = $1', [
        id,
      ]);
      return rows[0];
    };
    expect(await told(202)).toEqual({ state: 'SENT', reason: null, segments: 1 });
    expect(got[0]!.body.text).toMatch(/^LAPOR! Laporan 4821 3097 selesai\..*\/laporan\/48213097$/s);
    server!.close();
    expect(await told(500)).toEqual({ state: 'UNCERTAIN', reason: 'SMS_500', segments: 1 });
    expect(got).toHaveLength(1);
  });
});
