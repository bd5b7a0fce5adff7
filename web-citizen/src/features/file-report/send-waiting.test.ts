import { IDBFactory } from 'fake-indexeddb';
import type { Client } from 'urql';
import { beforeEach, expect, test, vi } from 'vitest';
import { aDraft } from './a-draft.testing.ts';
import type { SubmitReportInput } from './draft.ts';
import { draftTable } from './draft-store.ts';
import { sendWaiting } from './send-waiting.ts';
import { unseenTable } from './sent-report.ts';

vi.stubGlobal('indexedDB', new IDBFactory());

const queuedAt = '2026-11-20T02:45:00.000Z';
const key = (digit: number) => `${digit}`.repeat(8) + '-1111-4111-8111-111111111111';

/** A graph that takes each key once and answers a repetition as before. */
function aGraph() {
  const received: SubmitReportInput[] = [];
  let isReachable = true;
  let refuses = false;
  const numbers = new Map<string, string>();
  const answer = (input: SubmitReportInput) => {
    if (!isReachable) return { error: { networkError: new Error('fetch failed') } };
    received.push(input);
    if (refuses)
      return {
        data: {
          submitReport: { __typename: 'InvalidInput', fields: [{ path: 'input.text', code: 'TOO_SHORT' }] },
        },
      };
    const number = numbers.get(input.submissionKey) ?? String(10_000_000 + numbers.size);
    numbers.set(input.submissionKey, number);
    return {
      data: {
        submitReport: {
          __typename: 'ReportSubmitted',
          accessCode: '4093118755267041',
          report: { id: number, number, submittedAt: queuedAt },
        },
      },
    };
  };
  const client = {
    mutation: (_: unknown, { input }: { input: SubmitReportInput }) => ({
      toPromise: async () => answer(input),
    }),
  } as unknown as Pick<Client, 'mutation'>;
  return {
    client,
    received,
    filed: numbers,
    cut: () => void (isReachable = false),
    mend: () => void (isReachable = true),
    refuse: () => void (refuses = true),
  };
}

beforeEach(async () => {
  for (const { submissionKey } of await draftTable.readAll()) await draftTable.drop(submissionKey);
  for (const { submissionKey } of await unseenTable.readAll()) await unseenTable.drop(submissionKey);
});

const keep = (digit: number, fields = {}) =>
  draftTable.keep(key(digit), aDraft({ submissionKey: key(digit), queuedAt, ...fields }));

test('what waits is sent once, and its number and code stay until they are seen', async () => {
  const graph = aGraph();
  await keep(1, { willBeTold: true });
  expect(await sendWaiting(graph.client)).toBe(false);
  expect(await sendWaiting(graph.client)).toBe(false);
  expect(graph.received).toHaveLength(1);
  expect(await draftTable.readAll()).toEqual([]);
  expect(await unseenTable.readAll()).toMatchObject([
    { number: '10000000', accessCode: '4093118755267041', submissionKey: key(1), willBeTold: true },
  ]);
});

test('drafts that nobody sent, and the one that is open in a page, stay where they are', async () => {
  const graph = aGraph();
  await keep(1, { queuedAt: null });
  await keep(2);
  expect(await sendWaiting(graph.client, key(2))).toBe(false);
  expect(graph.received).toEqual([]);
  expect(await draftTable.readAll()).toHaveLength(2);
});

test('without a network all of it waits, with the same key', async () => {
  const graph = aGraph();
  await keep(1);
  await keep(2);
  graph.cut();
  expect(await sendWaiting(graph.client)).toBe(true);
  expect(await draftTable.readAll()).toMatchObject([{ queuedAt }, { queuedAt }]);
  graph.mend();
  expect(await sendWaiting(graph.client)).toBe(false);
  expect([...graph.filed.keys()].sort()).toEqual([key(1), key(2)]);
});

test('several at once send it one after the other: one report', async () => {
  const graph = aGraph();
  let last: Promise<unknown> = Promise.resolve();
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, work: () => Promise<unknown>) => (last = last.then(work, work)) },
  });
  await keep(1);
  await Promise.all([sendWaiting(graph.client), sendWaiting(graph.client), sendWaiting(graph.client)]);
  vi.unstubAllGlobals();
  vi.stubGlobal('indexedDB', new IDBFactory());
  expect(graph.received).toHaveLength(1);
});

test('what cannot be taken comes back to the reporter and is not sent again', async () => {
  const graph = aGraph();
  graph.refuse();
  await keep(1);
  expect(await sendWaiting(graph.client)).toBe(false);
  expect(await draftTable.read(key(1))).toMatchObject({ queuedAt: null, wasReturned: true, sentInput: null });
});

test('a photo that the device has lost is for the reporter to decide about', async () => {
  const graph = aGraph();
  await keep(1, { photos: [{ key: 'gone', fileName: 'a.jpg', sizeBytes: 1, isImage: true, fileId: null }] });
  await sendWaiting(graph.client);
  expect(graph.received).toEqual([]);
  expect(await draftTable.read(key(1))).toMatchObject({ wasReturned: true });
});
