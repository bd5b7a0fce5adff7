import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { movableClock } from '@lapor/clock';
import { signatureOf } from '../src/modules/sms/signature.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const CALLBACK_SECRET = 'c'.repeat(40);
const PHONE = '+6281200000056';

describe('news by short message', () => {
  const told = async (running: RunningChannels, template: string) => {
    const id = await running.notify({ template, facts: { number: '48213097' } });
    while ((await running.channels.settle()) > 0);
    const [row] = await running.sql<{ state: string; reason: string | null }>(
      'select state, reason from channels.delivery where id = $1',
      [id],
    );
    return row;
  };

  it('end with STOP, but for what must be told, and begin again with MULAI', async () => {
    const clock = movableClock(NOW);
    // As `reports` does: what may be left out comes with the way to end it.
    const contactFor = async ({ template }: { template?: string }) => ({
      phone: PHONE,
      language: 'id' as const,
      facts: template === 'report-answered' ? { unsubscribeToken: 'a'.repeat(45) } : {},
    });
    await using running = await runChannels({
      clock,
      gatewayUrl: () => null,
      smsCallbackSecrets: [CALLBACK_SECRET],
      contactBook: { contactFor: (recipient) => contactFor(recipient as { template?: string }) },
    });
    const says = async (text: string) => {
      const body = JSON.stringify({ messageId: randomUUID(), from: PHONE, text });
      const timestamp = String(Math.floor(clock.now().getTime() / 1_000));
      const signature = signatureOf(CALLBACK_SECRET, timestamp, Buffer.from(body));
      const headers = { 'x-lapor-timestamp': timestamp, 'x-lapor-signature': signature };
      const url = '/channels/sms';
      const { statusCode } = await running.server.inject({ method: 'POST', url, headers, payload: body });
      expect(statusCode).toBe(202);
      while ((await running.channels.settle()) > 0);
    };
    expect(await told(running, 'report-answered')).toEqual({ state: 'SENT', reason: null });
    await says('STOP');
    expect(await told(running, 'report-answered')).toEqual({ state: 'NO_ADDRESS', reason: 'STOPPED' });
    expect(await told(running, 'report-archived')).toEqual({ state: 'SENT', reason: null });
    await says('mulai');
    expect(await told(running, 'report-answered')).toEqual({ state: 'SENT', reason: null });
  });

  it('go nowhere in production without a gateway for them', async () => {
    await using running = await runChannels({
      production: true,
      smtpUrl: 'smtp://127.0.0.1:1',
      contactBook: { contactFor: async () => ({ phone: PHONE, language: 'id' }) },
    });
    expect(await told(running, 'report-answered')).toEqual({
      state: 'NO_ADDRESS',
      reason: 'NO_SENDER_OF_PHONE_MESSAGES',
    });
  });
});
