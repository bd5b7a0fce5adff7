import { expect, test } from 'vitest';
import type { Client } from 'urql';
import { aDraft } from './a-draft.testing.ts';
import { buildInput } from './build-input.ts';
import type { SubmitReportInput } from './draft.ts';
import { retryPauseSeconds, submit, submitOnce } from './submit.ts';

type Answer = (input: SubmitReportInput) => { data?: unknown; error?: unknown };

/** A client that answers every mutation from a function and remembers what it was sent. */
function clientOf(answer: Answer) {
  const sent: SubmitReportInput[] = [];
  const client = {
    mutation: (_: unknown, { input }: { input: SubmitReportInput }) => {
      sent.push(input);
      return { toPromise: async () => answer(input) };
    },
  } as unknown as Pick<Client, 'mutation'>;
  return { client, sent };
}

const submitted = {
  data: {
    submitReport: {
      __typename: 'ReportSubmitted',
      accessCode: '4093118755267041',
      report: { id: 'r', number: '48213097', submittedAt: '2026-11-20T02:46:00.000Z' },
    },
  },
};
const conflict = { data: { submitReport: { __typename: 'SubmissionConflict' } } };
const first = buildInput(aDraft());
const changed = buildInput(
  aDraft({ text: 'Lampu jalan di ruas menuju terminal padam, dan dua tiang miring.' }),
);

test('a report that arrives yields number and code', async () => {
  const { client } = clientOf(() => submitted);
  expect(await submitOnce(client, first)).toMatchObject({
    kind: 'sent',
    number: '48213097',
    accessCode: '4093118755267041',
  });
});

test('without an answer nothing is lost: offline and busy are told apart', async () => {
  const offline = clientOf(() => ({ error: { networkError: new Error('fetch failed') } }));
  const masked = clientOf(() => ({ error: { graphQLErrors: [{ message: 'Something went wrong' }] } }));
  expect(await submitOnce(offline.client, first)).toMatchObject({ kind: 'unreachable', reason: 'OFFLINE' });
  expect(await submitOnce(masked.client, first)).toMatchObject({ kind: 'unreachable', reason: 'BUSY' });
});

test('too many requests wait as long as the server says', async () => {
  const { client } = clientOf(() => ({
    data: { submitReport: { __typename: 'TooManyRequests', retryAfterSeconds: 40 } },
  }));
  expect(await submitOnce(client, first)).toMatchObject({ kind: 'unreachable', retryAfterSeconds: 40 });
});

const busy = {
  data: {
    submitReport: {
      __typename: 'TooManyRequests',
      retryAfterSeconds: 600,
      challenge: { challenge: 'kerja' },
    },
  },
};
const proof = { challenge: 'kerja', counter: 7, derivedKey: 'aa' };

test('on a busy network the device works instead of waiting, and sends the same again', async () => {
  const { client, sent } = clientOf((input) => (input.proof ? submitted : busy));
  expect(await submit(client, first, null, async () => proof)).toMatchObject({ kind: 'sent' });
  expect(sent).toEqual([first, { ...first, proof }]);
});

test('a device that cannot work waits as long as the server says', async () => {
  const { client, sent } = clientOf(() => busy);
  const cannot = async () => Promise.reject(new Error('no subtle crypto'));
  expect(await submit(client, first, null, cannot)).toMatchObject({
    kind: 'unreachable',
    retryAfterSeconds: 600,
  });
  expect(sent).toEqual([first]);
});

test('nobody works who is not asked to', async () => {
  const { client } = clientOf(() => ({ error: { networkError: new Error('fetch failed') } }));
  const never = async () => {
    throw new Error('worked for nothing');
  };
  expect(await submit(client, first, null, never)).toMatchObject({ kind: 'unreachable', reason: 'OFFLINE' });
});

test('a lost answer and a changed text: the first body is sent again and gives its number', async () => {
  const { client, sent } = clientOf((input) => (input.text === first.text ? submitted : conflict));
  expect(await submit(client, changed, first)).toMatchObject({
    kind: 'sent',
    number: '48213097',
    earlierVersion: true,
  });
  expect(sent).toEqual([changed, first]);
});

test('a conflict without anything sent before is said, not repeated', async () => {
  const { client, sent } = clientOf(() => conflict);
  expect(await submit(client, changed, null)).toEqual({ kind: 'conflict' });
  expect(sent).toHaveLength(1);
});

test('pauses grow and stay within a minute', () =>
  expect([1, 2, 3, 4, 5, 50].map(retryPauseSeconds)).toEqual([5, 10, 20, 30, 60, 60]));
