import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createEnvelope } from '@lapor/sealing';
import { createFileStore, rewrapFile } from './index.ts';

const [OLD, NEW] = ['a'.repeat(40), 'b'.repeat(40)];
const under = (...keys: [string, ...string[]]) => createEnvelope({ keys, purpose: 'files' });
const KEY = 'a1/019ab000-0000-7000-8000-0000000000a1';

describe('a bucket', () => {
  let server: S3rver;
  let directory: string;
  let place: string;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'bucket-'));
    server = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory,
      configureBuckets: [{ name: 'lampiran', configs: [] }],
    });
    const { port } = await server.run();
    place = `s3://lampiran?region=ap-southeast-3&endpoint=http://127.0.0.1:${port}`;
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const everything = () =>
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

  it('keeps files as a folder does: sealed, whole, and gone when removed', async () => {
    const files = createFileStore(place, under(OLD));
    for (const content of [Buffer.from('KANARI'), Buffer.alloc(0), Buffer.alloc(3_000_000, 'KANARI')]) {
      await files.put(KEY, content);
      expect((await files.get(KEY)).equals(content)).toBe(true);
      expect(everything().some((bytes) => bytes.includes('KANARI'))).toBe(false);
    }
    await files.remove(KEY);
    await expect(files.get(KEY)).rejects.toThrow();
    await files.remove(KEY);
    await expect(
      createFileStore('s3://tidak-ada?' + place.split('?')[1], under(OLD)).put(KEY, Buffer.from('x')),
    ).rejects.toThrow();
  });

  it('has its keys changed', async () => {
    await createFileStore(place, under(OLD)).put(KEY, Buffer.from('isi'));
    expect(await rewrapFile(place, under(NEW, OLD), KEY)).toBe('rewrapped');
    expect(await rewrapFile(place, under(NEW, OLD), KEY)).toBe('current');
    expect(await rewrapFile(place, under(NEW), `${KEY}x`)).toBe('missing');
    expect((await createFileStore(place, under(NEW)).get(KEY)).toString()).toBe('isi');
    await expect(createFileStore(place, under(OLD)).get(KEY)).rejects.toThrow('unknown key');
  });
});
