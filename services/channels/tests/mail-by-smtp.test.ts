import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../src/index.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { runChannels, type RunningChannels } from './running-channels.ts';

describe('a notification sent by SMTP', () => {
  let mailServer: MailServer;
  let running: RunningChannels;
  let contact: () => Promise<Contact | null>;

  beforeAll(async () => {
    mailServer = await startMailServer();
    running = await runChannels({
      smtpUrl: mailServer.url,
      contactBook: { contactFor: () => contact() },
      replyTo: 'balas@lapor.example',
      production: true,
    });
  });
  afterAll(async () => {
    await running[Symbol.asyncDispose]();
    await mailServer[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    mailServer.mails.length = 0;
    mailServer.treat();
    contact = async () => ({ email: 'warga@example.test', language: 'id' });
    await running.sql('truncate channels.delivery cascade');
    await running.sql('truncate channels_jobs._private_jobs');
  });
  const delivery = async (id: string) =>
    (
      await running.sql<{ state: string; reason: string | null; attempts: number; content: unknown }>(
        'select state, reason, attempts, content from channels.delivery where id = $1',
        [id],
      )
    )[0]!;

  it('arrives once, in plain words, with number and link but nothing else of the report', async () => {
    const id = await running.notify();
    await running.channels.settle();
    await running.channels.settle();
    expect(mailServer.mails).toHaveLength(1);
    const { parsed, recipients } = mailServer.mails[0]!;
    expect(recipients).toEqual(['warga@example.test']);
    expect(parsed.subject).toBe('Laporan 4821 3097 sudah kami terima');
    expect(parsed.text).toContain('https://lapor.example/laporan/48213097');
    expect(parsed.from?.text).toBe('"SP4N-LAPOR!" <tidak-dibalas@lapor.example>');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await delivery(id)).toMatchObject({ state: 'SENT', reason: null, attempts: 1 });
  });

  const token = 'abcdefghijklmnopqrstuvwxyz234567abcdefghijklm';

  it('says how to end such mails: in its words, and by one click', async () => {
    contact = async () => ({
      email: 'warga@example.test',
      language: 'id',
      facts: { unsubscribeToken: token, replyToken: token },
    });
    await running.notify();
    await running.channels.settle();
    const { parsed } = mailServer.mails[0]!;
    const url = `https://lapor.example/notifications/unsubscribe/${token}`;
    expect(parsed.text).toContain(url);
    const header = (name: string) =>
      parsed.headerLines.find(({ key }) => key === name)?.line.replace(/\s+/g, ' ');
    expect(header('list-unsubscribe')).toBe(`List-Unsubscribe: <${url}>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(parsed.replyTo?.text).toBe(`balas+${token}@lapor.example`);
  });

  it('has no such way out where it must be told', async () => {
    contact = async () => ({ email: 'warga@example.test', language: 'id', facts: { replyToken: token } });
    await running.notify({ template: 'report-archived' });
    await running.channels.settle();
    const { parsed } = mailServer.mails[0]!;
    expect(parsed.text).not.toContain('unsubscribe');
    expect(parsed.headers.has('list')).toBe(false);
  });

  it('takes a token for nothing but a token', async () => {
    for (const unsubscribeToken of ['x', `${token}\r\nBcc: a@example.test`, `../${token.slice(3)}`]) {
      mailServer.mails.length = 0;
      contact = async () => ({ email: 'warga@example.test', language: 'id', facts: { unsubscribeToken } });
      await running.notify();
      await running.channels.settle();
      expect(mailServer.mails[0]!.parsed.text).not.toContain('unsubscribe');
    }
  });

  it('brings the link to a new access code, and is not sent without one', async () => {
    contact = async () => ({
      email: 'warga@example.test',
      language: 'id',
      facts: { path: `/lacak#kode-${token}` },
    });
    await running.notify({ template: 'access-code-lost' });
    await running.channels.settle();
    expect(mailServer.mails[0]!.parsed.text).toContain(`https://lapor.example/lacak#kode-${token}\n`);
    contact = async () => ({ email: 'warga@example.test', language: 'id', facts: {} });
    const id = await running.notify({ template: 'access-code-lost' });
    await running.channels.settle();
    expect(await delivery(id)).toMatchObject({ state: 'FAILED', reason: 'MISSING_FACT' });
  });

  it('is written in the language of the recipient', async () => {
    contact = async () => ({ email: 'warga@example.test', language: 'en' });
    await running.notify();
    await running.channels.settle();
    expect(mailServer.mails[0]!.parsed.subject).toBe('We have received report 4821 3097');
  });

  it('leaves neither address nor words in the database', async () => {
    mailServer.treat('refuse for now');
    await running.notify({
      template: 'report-routed',
      facts: { number: '48213097', organisationName: 'Dinas Contoh' },
    });
    const everything = async () => {
      const dump: string[] = [];
      for (const table of ['channels.delivery', 'channels.mailbox_message', 'channels_jobs._private_jobs'])
        dump.push(JSON.stringify(await running.sql(`select t::text as row from ${table} t`)));
      return dump.join();
    };
    const traces = ['warga@example', 'Dinas Contoh', '48213097'].flatMap((trace) => [
      trace,
      Buffer.from(trace).toString('hex'),
      Buffer.from(trace).toString('base64').slice(0, -4),
    ]);
    const expectNoTrace = async () => {
      const dump = await everything();
      for (const trace of traces) expect(dump).not.toContain(trace);
    };
    await expectNoTrace();
    await running.channels.settle();
    await expectNoTrace();
    await running.retry();
    expect(mailServer.mails).toHaveLength(1);
    await expectNoTrace();
  });

  it('arrives once after first attempts that were refused or cut off before the message', async () => {
    mailServer.treat('refuse for now', 'hang up before the message', 'take');
    const id = await running.notify();
    await running.channels.settle();
    expect(await delivery(id)).toMatchObject({ state: 'WAITING', reason: 'SMTP_451', attempts: 1 });
    await running.retry();
    expect(await delivery(id)).toMatchObject({ state: 'WAITING', attempts: 2 });
    await running.retry();
    await running.retry();
    expect(mailServer.mails).toHaveLength(1);
    expect(await delivery(id)).toMatchObject({ state: 'SENT', attempts: 3, content: null });
  });

  it('is not repeated when nobody knows whether it was taken', async () => {
    mailServer.treat('take and hang up');
    const id = await running.notify();
    await running.channels.settle();
    await running.retry();
    expect(mailServer.mails).toHaveLength(1);
    expect(await delivery(id)).toMatchObject({ state: 'UNCERTAIN', attempts: 1, content: null });
  });

  it('is not repeated when the process died in the middle of handing it over', async () => {
    const id = await running.notify();
    await running.sql(`update channels.delivery set state = 'SENDING', attempts = 1`);
    await running.channels.settle();
    expect(mailServer.mails).toHaveLength(0);
    expect(await delivery(id)).toMatchObject({ state: 'UNCERTAIN', reason: 'INTERRUPTED' });
  });

  it('arrives once though it was requested many times, at once and again later', async () => {
    const notificationId = 'n-1';
    await Promise.all(Array.from({ length: 8 }, () => running.notify({ notificationId })));
    await Promise.all([running.channels.settle(), running.channels.settle(), running.channels.settle()]);
    await running.notify({ notificationId });
    await running.channels.settle();
    expect(mailServer.mails).toHaveLength(1);
  });

  it('is given up when the address does not exist, or after the last attempt', async () => {
    mailServer.treat('refuse for good');
    const unknown = await running.notify();
    await running.channels.settle();
    expect(await delivery(unknown)).toMatchObject({ state: 'FAILED', reason: 'SMTP_550', content: null });
    mailServer.treat('refuse for now');
    const last = await running.notify();
    await running.sql('update channels_jobs._private_jobs set max_attempts = 1');
    await running.channels.settle();
    expect(await delivery(last)).toMatchObject({ state: 'FAILED', reason: 'SMTP_451', content: null });
    expect(mailServer.mails).toHaveLength(0);
  });

  it('asks for the address at the moment of sending, and waits while nobody can tell it', async () => {
    contact = async () => {
      throw new Error('reports is down; last seen warga@example.test');
    };
    const id = await running.notify();
    await running.channels.settle();
    expect(await delivery(id)).toMatchObject({
      state: 'WAITING',
      reason: 'NO_ANSWER_ABOUT_ADDRESS',
      attempts: 0,
    });
    contact = async () => ({ email: 'baru@example.test', language: 'id' });
    await running.retry();
    expect(mailServer.mails.map(({ recipients }) => recipients)).toEqual([['baru@example.test']]);
  });

  it('goes nowhere when there is no address, or something that is not one address', async () => {
    const addresses = [
      undefined,
      'not an address',
      'a@example.test, b@example.test',
      'a@example.test\r\nRCPT TO:<b@example.test>',
      '"a@example.test" <b@example.test>',
    ];
    for (const email of addresses) {
      contact = async () => ({ email, language: 'id' });
      const id = await running.notify();
      await running.channels.settle();
      expect((await delivery(id)).state, String(email)).toBe('NO_ADDRESS');
    }
    contact = async () => null;
    const id = await running.notify();
    await running.channels.settle();
    expect((await delivery(id)).state).toBe('NO_ADDRESS');
    expect(mailServer.mails).toHaveLength(0);
  });

  it('cannot carry a header or a recipient of somebody else', async () => {
    await running.notify({
      template: 'report-identity-read',
      facts: {
        number: '48213097',
        organisationName:
          'Dinas\r\nBcc: mata-mata@example.test\r\nSubject: palsu\r\n\r\n.\r\nMAIL FROM:<x@example.test>',
      },
    });
    await running.channels.settle();
    expect(mailServer.mails).toHaveLength(1);
    const { parsed, recipients } = mailServer.mails[0]!;
    expect(recipients).toEqual(['warga@example.test']);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.subject).toBe('Laporan 4821 3097: identitas Anda dibuka');
    expect(parsed.headerLines.map(({ key }) => key).sort()).toEqual(
      [
        'auto-submitted',
        'content-transfer-encoding',
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
      ]
        .concat('subject', 'to', 'x-auto-response-suppress')
        .sort(),
    );
  });

  it('is given up when its template is unknown or its number is missing, without holding later ones', async () => {
    const unknown = await running.notify({ template: 'no-such-template' });
    const empty = await running.notify({ facts: {} });
    await running.notify();
    await running.channels.settle();
    expect(await delivery(unknown)).toMatchObject({ state: 'FAILED', reason: 'UNKNOWN_TEMPLATE' });
    expect(await delivery(empty)).toMatchObject({ state: 'FAILED', reason: 'MISSING_FACT' });
    expect(mailServer.mails).toHaveLength(1);
  });
});
