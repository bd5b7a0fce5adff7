import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClamdScanner } from './scanner.ts';

/** A clamd written from its manual: reads what INSTREAM sends, and answers. */
async function startDouble(answer: (content: Buffer, socket: Socket) => string | null) {
  const received: Buffer[] = [];
  const server = createServer((socket) => {
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data: Buffer) => {
      bytes = Buffer.concat([bytes, data]);
      if (!bytes.subarray(0, 10).equals(Buffer.from('zINSTREAM\0'))) return;
      const content: Buffer[] = [];
      for (let at = 10; at + 4 <= bytes.length;) {
        const length = bytes.readUInt32BE(at);
        at += 4;
        if (length === 0) {
          received.push(Buffer.concat(content));
          const said = answer(received.at(-1)!, socket);
          if (said !== null) socket.end(said);
          return;
        }
        content.push(bytes.subarray(at, at + length));
        at += length;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `tcp://127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}

describe('a clamd', () => {
  it.each([0, 1, 65_536, 65_537, 1_000_000])('is given all %i bytes', async (size) => {
    await using clamd = await startDouble(() => 'stream: OK\0');
    const content = Buffer.alloc(size, 7);
    expect(await createClamdScanner(clamd.url).scan(content)).toBe('CLEAN');
    expect(clamd.received[0]!.equals(content)).toBe(true);
  });

  it('names what it finds', async () => {
    await using clamd = await startDouble(() => 'stream: Win.Test.EICAR_HDB-1 FOUND\0');
    expect(await createClamdScanner(clamd.url).scan(Buffer.from('x'))).toEqual({
      found: 'Win.Test.EICAR_HDB-1',
    });
  });

  it.each([
    'INSTREAM size limit exceeded. ERROR\0',
    'stream: Can’t allocate memory ERROR\0',
    '',
    'stream: OK FOUND? no\0',
    'UNKNOWN COMMAND\0',
  ])('that answers %j has not looked', async (said) => {
    await using clamd = await startDouble(() => said);
    await expect(createClamdScanner(clamd.url).scan(Buffer.from('x'))).rejects.toThrow('did not look');
  });

  it('that says too much, nothing, or is not there, has not looked', async () => {
    await using talker = await startDouble(() => 'a'.repeat(10_000));
    await expect(createClamdScanner(talker.url).scan(Buffer.from('x'))).rejects.toThrow('too much');
    await using mute = await startDouble(() => null);
    await expect(createClamdScanner(mute.url, 50).scan(Buffer.from('x'))).rejects.toThrow('in time');
    await expect(createClamdScanner('tcp://127.0.0.1:1').scan(Buffer.from('x'))).rejects.toThrow('reached');
    expect(() => createClamdScanner('http://127.0.0.1')).toThrow('named by');
  });
});

const isInstalled = ['/usr/sbin/clamd', '/usr/bin/clamd'].some((path) => existsSync(path));

// Debian: `apt-get install clamav-daemon`; its own signatures are not needed.
describe.skipIf(!isInstalled)('clamd of the system', () => {
  const eicar = Buffer.from(
    ['X5O!P%@AP[4', '\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
    'latin1',
  );
  let directory: string;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'clamd-'));
    // One signature: the file that every scanner knows, by its hash.
    const hash = createHash('md5').update(eicar).digest('hex');
    writeFileSync(join(directory, 'uji.hdb'), `${hash}:${eicar.length}:Uji.Eicar\n`);
    writeFileSync(
      join(directory, 'clamd.conf'),
      [
        `DatabaseDirectory ${directory}`,
        `LocalSocket ${join(directory, 'clamd.sock')}`,
        `Foreground yes`,
        `StreamMaxLength 1M`,
        `MaxThreads 2`,
        `User ${spawnSync('id', ['-un']).stdout.toString().trim()}`,
        '',
      ].join('\n'),
    );
    const clamd = spawn('clamd', ['--config-file', join(directory, 'clamd.conf')], {
      env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` },
      stdio: 'ignore',
    });
    stop = () =>
      new Promise((resolve) => {
        clamd.on('exit', () => resolve());
        clamd.kill('SIGKILL');
      });
    await vi.waitUntil(() => existsSync(join(directory, 'clamd.sock')), { timeout: 20_000 });
  }, 30_000);
  afterAll(async () => {
    await stop?.();
    rmSync(directory, { recursive: true, force: true });
  });

  it('tells a harmful file from a harmless one, and does not look at one beyond its limit', async () => {
    const scanner = createClamdScanner(`unix:${join(directory, 'clamd.sock')}`);
    await vi.waitUntil(() => scanner.scan(Buffer.from('a')).catch(() => null), { timeout: 10_000 });
    expect(await scanner.scan(Buffer.from('%PDF-1.7 tidak berbahaya'))).toBe('CLEAN');
    expect(await scanner.scan(eicar)).toEqual({ found: expect.stringContaining('Uji.Eicar') });
    await expect(scanner.scan(Buffer.alloc(3_000_000))).rejects.toThrow();
  });
});
