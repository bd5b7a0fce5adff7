import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { sendMailTo } from './mail-client.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { runChannels, type RunningChannels } from './running-channels.ts';

const DOMAIN = 'surat.lapor.example';

/** A ZIP archive of one file that unpacks to as many bytes, all of them zero. */
function zipBomb(bytes: number): Buffer {
  const content = Buffer.alloc(bytes);
  const packed = deflateRawSync(content, { level: 9 });
  const name = Buffer.from('laporan.txt');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(bytes, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.from([20, 0]),
    common,
    Buffer.alloc(14),
    name,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

describe('a mail that is to bring the door down', () => {
  let graph: GraphDouble;
  let out: MailServer;
  let running: RunningChannels;
  let count = 0;

  beforeAll(async () => {
    graph = await startGraphDouble();
    out = await startMailServer();
    running = await runChannels({
      gatewayUrl: () => graph.url,
      smtpUrl: out.url,
      mailIn: { port: 0, host: '127.0.0.1', domain: DOMAIN, tls: undefined, trusted: undefined },
    });
  });
  afterAll(async () => {
    await running[Symbol.asyncDispose]();
    await out[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });

  /** Sends it, reads it, and tells how long both took and what is kept of it. */
  async function take(mail: {
    html?: string;
    text?: string;
    attachments?: { filename: string; content: Buffer }[];
  }) {
    const began = performance.now();
    const sender = `pengirim-${++count}@contoh.test`;
    const { response } = await sendMailTo(running.channels.mailPort!, {
      from: sender,
      to: `lapor@${DOMAIN}`,
      subject: 'Jalan rusak di depan pasar',
      ...mail,
    });
    while ((await running.channels.settle()) > 0);
    const [row] = await running.sql<{ state: string; reason: string | null }>(
      'select state, reason from channels.inbound order by position desc limit 1',
    );
    return { response, milliseconds: performance.now() - began, ...row!, sender };
  }

  it.each([
    ['nests 100,000 deep', '<div>'.repeat(100_000) + 'jalan berlubang'],
    ['nests tables and lists', '<table><tr><td><ul><li>'.repeat(20_000) + 'jalan berlubang'],
    ['is 8 MB of one paragraph', `<p>jalan berlubang ${'a '.repeat(4_000_000)}</p>`],
    ['is 5 MB of links', '<a href="http://contoh.test/x">y</a>'.repeat(140_000)],
    ['never ends a tag', `jalan berlubang ${'<a '.repeat(200_000)}`],
    ['is of entities', `jalan berlubang ${'&amp;&#x26;'.repeat(100_000)}`],
  ])(
    'because its HTML %s is kept, read soon, and answered',
    async (_what, html) => {
      const taken = await take({ html });
      expect(taken.response).toMatch(/^250 /);
      expect(taken.milliseconds).toBeLessThan(15_000);
      // It waits for its place, or a person reads it: never nothing.
      expect(['DONE', 'WAITING_FOR_PERSON']).toContain(taken.state);
      expect(out.mails.at(-1)).toMatchObject({ recipients: [taken.sender] });
      expect(out.mails.at(-1)!.parsed.text).toContain(taken.state === 'DONE' ? 'Di mana' : 'petugas');
    },
    60_000,
  );

  it('because of an archive that would unpack to 200 MB is passed on as it is, and never unpacked', async () => {
    const content = zipBomb(200_000_000);
    expect(content.length).toBeLessThan(300_000);
    const before = process.memoryUsage().arrayBuffers;
    const taken = await take({
      text: 'Jalan berlubang di depan pasar, foto terlampir.',
      attachments: [{ filename: 'foto.zip', content }],
    });
    expect(taken).toMatchObject({ state: 'DONE' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
    // Whether it is taken is decided where all uploads are; this one's platform takes anything.
    expect(graph.files.at(-1)).toMatchObject({ name: 'foto.zip', bytes: content.length });
  }, 60_000);

  it('takes nothing from those who write after it', async () => {
    const taken = await take({ text: 'Lampu jalan di depan pasar padam sejak semalam.' });
    expect(taken).toMatchObject({ state: 'DONE', reason: null });
    expect(taken.milliseconds).toBeLessThan(5_000);
  });
});
