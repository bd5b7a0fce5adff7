import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { doorFaults, doorSettings, doorsOf } from '../src/door-settings.ts';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { CERTIFICATE, KEY } from './mail-certificate.ts';
import { runChannels, type RunningChannels } from './running-channels.ts';

const DOMAIN = 'surat.lapor.example';
const settings = z.object(doorSettings);

describe('mail taken in over STARTTLS', () => {
  let folder: string;
  let graph: GraphDouble;
  let running: RunningChannels;
  let values: Record<string, string>;
  const path = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lapor-tls-'));
    await writeFile(path('key.pem'), KEY);
    await writeFile(path('cert.pem'), CERTIFICATE);
    await writeFile(path('none.pem'), 'bukan sertifikat');
    graph = await startGraphDouble();
    values = {
      MAIL_IN_PORT: '2525',
      MAIL_IN_HOST: '127.0.0.1',
      MAIL_IN_DOMAIN: DOMAIN,
      MAIL_IN_TLS_KEY: path('key.pem'),
      MAIL_IN_TLS_CERT: path('cert.pem'),
    };
    const { mailIn } = doorsOf(settings.parse(values));
    running = await runChannels({ gatewayUrl: () => graph.url, mailIn: { ...mailIn!, port: 0 } });
  });
  afterAll(async () => {
    await running[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const send = (options: { requireTLS?: boolean; ignoreTLS?: boolean; tls?: object }) =>
    createTransport({
      host: '127.0.0.1',
      port: running.channels.mailPort!,
      secure: false,
      ...options,
    }).sendMail({
      from: 'siti@contoh.test',
      to: `lapor@${DOMAIN}`,
      subject: 'Lampu jalan padam',
      text: 'Lampu jalan di depan pasar padam sejak semalam.',
    });
  const kept = async () => (await running.sql('select 1 from channels.inbound')).length;

  it('by the certificate of the settings, to a server that knows it', async () => {
    const before = await kept();
    const sent = await send({ requireTLS: true, tls: { ca: CERTIFICATE, servername: DOMAIN } });
    expect(sent.response).toMatch(/^250 /);
    expect(await kept()).toBe(before + 1);
  });

  it('is given up by a server that does not know the certificate, before a word is sent', async () => {
    const before = await kept();
    await expect(send({ requireTLS: true, tls: { servername: DOMAIN } })).rejects.toMatchObject({
      code: expect.stringMatching(/^(ETLS|ESOCKET|DEPTH_ZERO_SELF_SIGNED_CERT)$/),
    });
    expect(await kept()).toBe(before);
  });

  it('also without it, from a server that stands beside this one', async () => {
    const before = await kept();
    expect((await send({ ignoreTLS: true })).response).toMatch(/^250 /);
    expect(await kept()).toBe(before + 1);
  });

  it('is not offered where there is no certificate', async () => {
    await using other = await runChannels({
      gatewayUrl: () => graph.url,
      mailIn: { port: 0, host: '127.0.0.1', domain: DOMAIN, tls: undefined, trusted: undefined },
    });
    const transport = createTransport({
      host: '127.0.0.1',
      port: other.channels.mailPort!,
      requireTLS: true,
      tls: { ca: CERTIFICATE, servername: DOMAIN },
    });
    await expect(
      transport.sendMail({ from: 'siti@contoh.test', to: `lapor@${DOMAIN}`, text: 'halo' }),
    ).rejects.toMatchObject({ code: expect.any(String) });
  });

  it('names the setting that is missing, cannot be read, or is no certificate, and does not start', async () => {
    const half = settings.parse({ ...values, MAIL_IN_TLS_CERT: undefined });
    expect(doorFaults(half)).toEqual(['MAIL_IN_TLS_CERT is missing (it goes with MAIL_IN_TLS_KEY)']);
    const unread = settings.safeParse({ ...values, MAIL_IN_TLS_KEY: path('nothing.pem') });
    expect(unread.error?.issues).toMatchObject([{ path: ['MAIL_IN_TLS_KEY'], message: 'cannot be read' }]);
    const { mailIn } = doorsOf(settings.parse({ ...values, MAIL_IN_TLS_CERT: path('none.pem') }));
    await expect(
      runChannels({ gatewayUrl: () => graph.url, mailIn: { ...mailIn!, port: 0 } }),
    ).rejects.toThrow('MAIL_IN_TLS_KEY and MAIL_IN_TLS_CERT');
  });
});
