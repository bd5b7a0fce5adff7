import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BrokenLog, createHeadLog, type Head, type HeadLog } from './head-log.ts';
import { readRecordedHeads } from './recorded-heads.ts';

const REPORT = '019a0000-0000-7000-8000-000000000001';
const head = (sequence: number, reportId = REPORT): Head => ({
  reportId,
  sequence,
  hash: Buffer.alloc(32, sequence),
});
const MONDAY = new Date('2026-11-23T03:00:00Z');
const TUESDAY = new Date('2026-11-24T03:00:00Z');

describe('the log of heads', () => {
  let folder: string;
  let log: HeadLog;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heads-'));
    log = createHeadLog(folder, 'k'.repeat(32));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const file = async (index = 0) => join(folder, (await readdir(folder)).toSorted()[index]!);
  const lines = async (index = 0) => (await readFile(await file(index), 'utf8')).split('\n').filter(Boolean);
  const write = async (changed: readonly string[], index = 0) =>
    writeFile(await file(index), changed.map((line) => `${line}\n`).join(''));
  const sequences = async (read: HeadLog = log) => {
    const found = [];
    for await (const { sequence } of read.read()) found.push(sequence);
    return found;
  };
  const brokenAt = async () => {
    try {
      await sequences();
      return null;
    } catch (error) {
      if (error instanceof BrokenLog) return error.line;
      throw error;
    }
  };
  const filled = async () => {
    await log.append([head(1), head(2), head(3)], MONDAY);
    return log.append([head(4), head(5)], TUESDAY);
  };

  it('gives back what was written, over days and processes, in a file for each day', async () => {
    await log.append([head(1)], MONDAY);
    await createHeadLog(folder, 'k'.repeat(32)).append([head(2), head(3)], TUESDAY);
    expect(await sequences()).toEqual([1, 2, 3]);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('goes on in the newest file when a clock goes back', async () => {
    await log.append([head(1)], TUESDAY);
    await log.append([head(2)], MONDAY);
    expect(await sequences()).toEqual([1, 2]);
  });

  it('is empty before the first line', async () => {
    expect(await sequences(createHeadLog(join(folder, 'none'), 'k'.repeat(32)))).toEqual([]);
  });

  it.each([0, 1, 2])('shows line %i edited, to the letter', async (index) => {
    await filled();
    for (const [part, other] of [
      [0, '9'],
      [1, '2026-11-23T03:00:00.001Z'],
      [2, REPORT.replace('1', '2')],
      [3, '7'],
      [4, Buffer.alloc(32, 99).toString('base64url')],
      [5, Buffer.alloc(32, 99).toString('base64url')],
    ] as const) {
      const before = await lines();
      await write(
        before.map((line, at) => (at === index ? line.split(' ').with(part, other).join(' ') : line)),
      );
      expect(await brokenAt()).toBe(index + 1);
      await write(before);
    }
  });

  it('shows where a line was taken out, put in or moved', async () => {
    await filled();
    const before = await lines();
    await write(before.toSpliced(1, 1));
    expect(await brokenAt()).toBe(2);
    await write(before.toSpliced(1, 0, before[1]!));
    expect(await brokenAt()).toBe(3);
    await write([before[1]!, before[0]!, before[2]!]);
    expect(await brokenAt()).toBe(1);
    await write(before.with(1, 'nothing of ours'));
    expect(await brokenAt()).toBe(2);
  });

  it('shows a file that was taken away, unless it is the newest', async () => {
    await filled();
    await rm(await file(0));
    expect(await brokenAt()).toBe(1);
  });

  it('shows one that was written anew without the key', async () => {
    await filled();
    await rm(await file(1));
    await rm(await file(0));
    await createHeadLog(folder, 'x'.repeat(32)).append([head(1)], MONDAY);
    expect(await brokenAt()).toBe(1);
  });

  it('shows a cut end to whoever kept a later line, and to nobody else', async () => {
    const anchor = await filled();
    await expect(readRecordedHeads(log, anchor)).resolves.toMatchObject({ anchor });
    await write((await lines(1)).slice(0, 1), 1);
    expect(await brokenAt()).toBeNull();
    await expect(readRecordedHeads(log, anchor)).rejects.toThrow('line 5');
    await log.append([head(6)], TUESDAY);
    await expect(readRecordedHeads(log, anchor)).rejects.toThrow('line 5');
  });

  it('says again what a crash left half said', async () => {
    await filled();
    const half = (await lines(1))[1]!.replace(/^5/, '6').slice(0, 60);
    await appendFile(await file(1), half);
    expect(await sequences()).toEqual([1, 2, 3, 4, 5]);
    await log.append([head(6)], TUESDAY);
    expect(await sequences()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('tells of each report what its entries were', async () => {
    const other = REPORT.replace('1', '2');
    await log.append([head(1), head(1, other), head(2), head(2)], MONDAY);
    const recorded = await readRecordedHeads(log);
    expect([...recorded.reportIds()]).toEqual([REPORT, other]);
    expect([...recorded.of(REPORT)]).toEqual(
      [1, 2].map((at) => [at, Buffer.alloc(32, at).toString('base64url')]),
    );
    expect(recorded.of('unknown').size).toBe(0);
  });
});
