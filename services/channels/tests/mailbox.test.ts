import { createLogger } from '@lapor/logging';
import { serveService } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everybodyAt, runChannels, SECRET, type RunningChannels } from './running-channels.ts';

describe('the local mailbox', () => {
  let running: RunningChannels;
  let email = 'warga@example.test';
  beforeAll(async () => {
    running = await runChannels({
      contactBook: { contactFor: async (recipient) => everybodyAt(email).contactFor(recipient) },
    });
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(async () => {
    email = 'warga@example.test';
    await running.sql('truncate channels.delivery cascade');
  });
  const messages = async (to = '') =>
    (await running.server.inject(`/mailbox/messages?to=${encodeURIComponent(to)}`)).json<{
      messages: { to: string; subject: string; body: string }[];
    }>().messages;

  it('shows messages newest first, and those of one address when asked', async () => {
    await running.notify();
    await running.channels.settle();
    email = 'lain@example.test';
    await running.notify({ template: 'report-completed', facts: { number: '11112222' } });
    await running.channels.settle();
    expect((await messages()).map(({ to }) => to)).toEqual(['lain@example.test', 'warga@example.test']);
    expect((await messages(' Warga@Example.test')).map(({ subject }) => subject)).toEqual([
      'Laporan 4821 3097 sudah kami terima',
    ]);
    expect(await messages('siapa@example.test')).toEqual([]);
    const page = await running.server.inject('/mailbox?to=lain@example.test');
    expect(page.body).toContain('Laporan 1111 2222 selesai');
    expect(page.body).not.toContain('4821 3097');
  });

  it('keeps addresses sealed at rest', async () => {
    await running.notify();
    await running.channels.settle();
    const dump = JSON.stringify(await running.sql('select t::text as row from channels.mailbox_message t'));
    expect(dump).not.toContain('warga@example');
    expect(dump).not.toContain(Buffer.from('warga@example').toString('hex'));
  });

  it('puts a message in once though the process died right after', async () => {
    const id = await running.notify();
    await running.channels.settle();
    const [{ content } = { content: null }] = await running.sql<{ content: Buffer | null }>(
      'select content from channels.delivery where id = $1',
      [id],
    );
    expect(content).toBeNull();
    const other = await running.notify();
    await running.sql(`update channels.delivery set state = 'SENDING' where id = $1`, [other]);
    await running.channels.settle();
    expect(await messages()).toHaveLength(2);
  });

  it('shows messages to phones beside the mail, told apart', async () => {
    await running.channels.sendPhoneMessage({
      template: 'phone-code',
      phone: '+6281200000000',
      facts: { code: '482130' },
      language: 'id',
    });
    await running.channels.settle();
    const answer = await running.server.inject(
      `/mailbox/messages?to=${encodeURIComponent('+6281200000000')}`,
    );
    expect(answer.json()).toMatchObject({
      messages: [{ kind: 'PHONE', to: '+6281200000000', body: expect.stringContaining('482130') }],
    });
    const page = await running.server.inject('/mailbox');
    expect(page.body).toContain('Pesan telepon kepada: +6281200000000');
    const dump = JSON.stringify(await running.sql('select t::text as row from channels.mailbox_message t'));
    expect(dump).not.toContain('81200000000');
    await expect(
      running.channels.sendPhoneMessage({
        template: 'phone-code',
        phone: '0812 0000 0000',
        facts: { code: '482130' },
        language: 'id',
      }),
    ).rejects.toThrow();
  });

  it('escapes everything and allows nothing to run', async () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&';
    await running.notify({
      template: 'report-routed',
      facts: { number: '48213097', organisationName: script },
    });
    await running.channels.settle();
    const page = await running.server.inject(`/mailbox?to=${encodeURIComponent('warga@example.test')}`);
    expect(page.body).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;&quot;&#39;&amp;',
    );
    const search = await running.server.inject(
      `/mailbox?to=${encodeURIComponent(`"><script>alert(3)</script>`)}`,
    );
    for (const { body, headers } of [page, search]) {
      expect(body).not.toMatch(/<script|<img/);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it('is not there in production, and production refuses to start without a mail server', async () => {
    await expect(runChannels({ production: true })).rejects.toThrow('mail server');
    const production = await runChannels({ production: true, smtpUrl: 'smtp://127.0.0.1:9' });
    for (const url of ['/mailbox', '/mailbox/messages', '/mailbox/'])
      expect((await production.server.inject(url)).statusCode).toBe(404);
    // Nobody carries messages to phones there.
    await production.channels.sendPhoneMessage({
      template: 'phone-code',
      phone: '+6281200000000',
      facts: { code: '482130' },
      language: 'id',
    });
    await production.channels.settle();
    expect(await production.sql('select state, reason, content from channels.delivery')).toEqual([
      { state: 'FAILED', reason: 'NO_SENDER_OF_PHONE_MESSAGES', content: null },
    ]);
    await production[Symbol.asyncDispose]();
  });
});

describe('messages of other services', () => {
  it('are taken with a service token only, sealed, and sent', async () => {
    const running = await runChannels();
    const tokens = createTokens(SECRET);
    const server = await serveService({
      service: running.channels,
      tokens,
      logger: createLogger('channels', 'silent'),
      port: 0,
    });
    const post = async (payload: object, token?: string) =>
      server.inject({
        method: 'POST',
        url: '/internal/messages',
        payload,
        headers: token ? { authorization: `Bearer ${token}` } : {},
      });
    const message = {
      template: 'sign-in-code',
      to: 'warga@example.test',
      facts: { code: '482130' },
      language: 'id',
    };
    expect((await post(message)).statusCode).toBe(401);
    expect((await post(message, 'nonsense')).statusCode).toBe(401);
    expect(
      (await post(message, await createTokens('another-secret'.padEnd(40, 'y')).signService('x'))).statusCode,
    ).toBe(401);
    const viewer = await tokens.signViewer({ kind: 'citizen', posts: [], reportGrants: [] });
    expect((await post(message, viewer)).statusCode).toBe(401);

    const token = await tokens.signService('identity');
    for (const wrong of [
      { ...message, template: 'report-received' },
      { ...message, to: 'a@example.test\r\nBcc: b@example.test' },
      { ...message, to: 'a@example.test,b@example.test' },
      { ...message, language: 'de' },
      {},
    ])
      expect((await post(wrong, token)).statusCode).toBe(400);
    const toPhone = {
      template: 'phone-code',
      phone: '+6281200000000',
      facts: { code: '1234' },
      language: 'id',
    };
    const postToPhone = async (payload: object, bearer?: string) =>
      server.inject({
        method: 'POST',
        url: '/internal/phone-messages',
        payload,
        headers: bearer ? { authorization: `Bearer ${bearer}` } : {},
      });
    expect((await postToPhone(toPhone)).statusCode).toBe(401);
    expect((await postToPhone({ ...toPhone, phone: '0812' }, token)).statusCode).toBe(400);
    expect((await postToPhone(toPhone, token)).statusCode).toBe(202);
    expect(await running.channels.settle()).toBe(1);
    expect((await post(message, token)).statusCode).toBe(202);
    const dump = JSON.stringify(
      await running.sql(
        'select d::text, j::text as job from channels.delivery d, channels_jobs._private_jobs j',
      ),
    );
    expect(dump).not.toMatch(/482130|warga@/);
    expect(dump).not.toContain(Buffer.from('482130').toString('hex'));
    expect(await running.channels.settle()).toBe(1);
    const { messages } = (await running.server.inject('/mailbox/messages?to=warga@example.test')).json<{
      messages: { subject: string; body: string }[];
    }>();
    expect(messages).toHaveLength(1);
    expect(messages[0]!.subject).not.toContain('482130');
    expect(messages[0]!.body).toContain('Kode Anda: 482130');
    await server.close();
    await running[Symbol.asyncDispose]();
  });

  it('leave by themselves once the service is connected', async () => {
    const arrived = Promise.withResolvers<string>();
    const running = await runChannels({
      contactBook: {
        async contactFor(recipient) {
          arrived.resolve(recipient.kind === 'REPORTER' ? recipient.reportId : recipient.kind);
          return null;
        },
      },
    });
    running.channels.connect({});
    await running.notify({ reportId: 'report-9' });
    expect(await arrived.promise).toBe('report-9');
    await running[Symbol.asyncDispose]();
  });
});
