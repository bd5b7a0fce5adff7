import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hitsIn } from './canaries.ts';
import { pdf, startHttp, type Http } from './files.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { REPORTER } from './situations.ts';

describe('the health of the service', () => {
  let harness: Harness;
  let http: Http;
  beforeAll(async () => {
    harness = await startHarness();
    http = await startHttp(harness);
  });
  afterAll(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });
  const waitingFor = async (name: string) =>
    (await harness.service.health()).waiting.find((work) => work.name === name);

  it('names every job, and each subscriber once events flow', async () => {
    const before = await harness.service.health();
    expect(before.outbox).toEqual([]);
    expect(before.jobs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['scan-waiting-files', 'record-heads', 'retention']),
    );
    harness.service.connect({
      sla: async () => {
        throw new Error('sla is away');
      },
    });
    await file(harness);
    await harness.service.settle();
    const { outbox } = await harness.service.health();
    const sla = outbox.find(({ subscriber }) => subscriber === 'sla');
    expect(sla).toMatchObject({
      undelivered: 1,
      heldStreams: 0,
      oldestAt: harness.clock.now().toISOString(),
    });
  });

  it('counts files that wait for a scanner, and says nothing of them', async () => {
    const nothing = await waitingFor('SCANS');
    expect(nothing).toEqual({ name: 'SCANS', waiting: 0, failed: 0, oldestAt: null });
    await http.upload(actor.citizen(REPORTER), pdf(), { fileName: 'KANARI.pdf' });
    expect(await waitingFor('SCANS')).toEqual({
      ...nothing,
      waiting: 1,
      oldestAt: harness.clock.now().toISOString(),
    });
    const told = JSON.stringify(await harness.service.health());
    expect(hitsIn(told, ['KANARI', REPORTER])).toEqual([]);
  });
});
