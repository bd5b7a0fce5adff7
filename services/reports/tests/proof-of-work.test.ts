import { randomUUID } from 'node:crypto';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { forgetAttempts } from '../src/jobs/forget-attempts.ts';
import { actor, startHarness, submission, type Harness } from './harness.ts';

const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename
  ... on ReportSubmitted { report { id } } ... on InvalidInput { fields { path code } }
  ... on TooManyRequests { retryAfterSeconds challenge { challenge expiresAt } } } }`;
const ASK = `query ($key: ID!, $line: Boolean!) { filingChallenge(operation: SUBMIT_REPORT, submissionKey: $key, standInLine: $line) { work { challenge } waitingToken waitUntil } }`;

/** What a device does. */
async function solve(challenge: string) {
  const solution = await solveChallenge({ challenge: JSON.parse(challenge), deriveKey });
  return { challenge, counter: solution!.counter, derivedKey: solution!.derivedKey };
}

describe('a busy source', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const submit = async (viewer: Viewer, overrides: Record<string, unknown> = {}) =>
    (await harness.ask(viewer, SUBMIT, { input: submission(overrides) })).submitReport;
  const from = (source: string): Viewer => ({ ...actor.public, source });
  let sources = 0;
  /** A source that is past its limit. */
  async function busy() {
    const viewer = from(`sibuk-${(sources += 1)}`);
    for (let sent = 0; sent < 30; sent++) await submit(viewer);
    return viewer;
  }
  const ask = async (viewer: Viewer, key: string, line = false) =>
    (await harness.ask(viewer, ASK, { key, line })).filingChallenge;

  it('is given work instead of a refusal, and passes with it, again and again', async () => {
    const viewer = await busy();
    for (let time = 0; time < 3; time++) {
      const submissionKey = randomUUID();
      const refused = await submit(viewer, { submissionKey });
      expect(refused).toMatchObject({ __typename: 'TooManyRequests', retryAfterSeconds: 600 });
      const proof = await solve(refused.challenge.challenge);
      expect(await submit(viewer, { submissionKey, proof })).toMatchObject({ __typename: 'ReportSubmitted' });
    }
  });

  it('is given none at a door, where there is no device: it waits, and others there do not', async () => {
    const atDoor = (source: string): Viewer => ({ ...from(source), isAtDoor: true, channel: 'SMS' });
    const sender = atDoor('pengirim-1');
    for (let sent = 0; sent < 30; sent++) expect((await submit(sender)).__typename).toBe('ReportSubmitted');
    expect(await submit(sender)).toEqual({
      __typename: 'TooManyRequests',
      retryAfterSeconds: 600,
      challenge: null,
    });
    expect((await submit(atDoor('pengirim-2'))).__typename).toBe('ReportSubmitted');
    const key = { number: '12345678', accessCode: '1'.repeat(16) };
    const open = async () =>
      (
        await harness.ask(
          sender,
          `mutation ($input: OpenReportInput!) { openReport(input: $input) { __typename ... on TooManyRequests { challenge { challenge } } } }`,
          { input: key },
        )
      ).openReport;
    for (let tried = 0; tried < 20; tried++) expect((await open()).__typename).toBe('NotFound');
    expect(await open()).toEqual({ __typename: 'TooManyRequests', challenge: null });
  });

  it('is not a system with a key, which is counted by itself wherever it comes from', async () => {
    const network = 'jaringan-kota';
    const system = (id: string): Viewer => ({
      ...from(network),
      kind: 'officer',
      accountId: `key:${id}`,
      posts: [{ role: 'LIAISON_OFFICER', organisationId: 'pemkot-13-71' }],
      apiKey: { id, scopes: ['reports:read', 'graph:write'] },
    });
    for (let sent = 0; sent < 40; sent++)
      expect((await submit(system('kunci-1'))).__typename).toBe('ReportSubmitted');
    // Nobody else of that network pays for it.
    expect((await submit(from(network))).__typename).toBe('ReportSubmitted');
  });

  it('may ask for work before it is refused', async () => {
    const viewer = await busy();
    const submissionKey = randomUUID();
    const proof = await solve((await ask(viewer, submissionKey)).work.challenge);
    expect((await submit(viewer, { submissionKey, proof })).__typename).toBe('ReportSubmitted');
  });

  it('cannot use a proof for another key, another operation, twice, altered or too late', async () => {
    const viewer = await busy();
    const [first, second] = [randomUUID(), randomUUID()];
    const proof = await solve((await submit(viewer, { submissionKey: first })).challenge.challenge);
    const refused = async (submissionKey: string, given: object) =>
      expect((await submit(viewer, { submissionKey, proof: given })).__typename).toBe('TooManyRequests');
    await refused(second, proof);
    const opened = await harness.ask(
      viewer,
      `query ($key: ID!) { filingChallenge(operation: OPEN_REPORT, submissionKey: $key) { work { challenge } } }`,
      { key: first },
    );
    await refused(first, await solve(opened.filingChallenge.work.challenge));
    await refused(first, {
      ...proof,
      derivedKey: proof.derivedKey.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    });
    const parsed = JSON.parse(proof.challenge);
    for (const altered of [
      { ...parsed, parameters: { ...parsed.parameters, data: { ...parsed.parameters.data, until: 9e15 } } },
      { ...parsed, parameters: { ...parsed.parameters, keySignature: '00' } },
      { ...parsed, signature: 'ff' },
      'bukan JSON',
      null,
    ])
      await refused(first, { ...proof, challenge: JSON.stringify(altered) });
    expect((await submit(viewer, { submissionKey: first, proof })).__typename).toBe('ReportSubmitted');
    // Its key has a report now, which is the answer; the proof itself is spent.
    const { count } = await harness.row('select count(*)::int as count from spent_proof');
    expect(count).toBeGreaterThan(0);
    const late = await solve((await submit(viewer, { submissionKey: second })).challenge.challenge);
    harness.clock.advance(10 * 60_000);
    for (let sent = 0; sent < 30; sent++) await submit(viewer);
    await refused(second, late);
  });

  it('makes one report of 50 parallel sends of one proof', async () => {
    const viewer = await busy();
    const submissionKey = randomUUID();
    const proof = await solve((await submit(viewer, { submissionKey })).challenge.challenge);
    const input = submission({ submissionKey, proof });
    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => (await harness.ask(viewer, SUBMIT, { input })).submitReport),
    );
    const filed = answers.filter(({ __typename }) => __typename === 'ReportSubmitted');
    expect(filed.length).toBeGreaterThan(0);
    expect(new Set(filed.map(({ report }) => report.id)).size).toBe(1);
    // Whoever came while it was being stored sends again, and has the same answer.
    expect((await harness.ask(viewer, SUBMIT, { input })).submitReport).toEqual(filed[0]);
  });

  it('has harder work the more it sends, up to what a phone can do', async () => {
    const viewer = from('banjir');
    const hardest: number[] = [];
    for (let sent = 0; sent < 600; sent++) {
      const answer = await submit(viewer);
      if (sent % 100 === 99) {
        const { counter } = await solve(answer.challenge.challenge);
        hardest.push(counter);
      }
    }
    expect(hardest.at(-1)!).toBeGreaterThan(hardest[0]!);
    expect(Math.max(...hardest)).toBeLessThanOrEqual(1_600);
  }, 60_000);

  it('may stand in line where there is no script: one place a minute, ten in all', async () => {
    const viewer = await busy();
    const now = harness.clock.now().getTime();
    const keys = Array.from({ length: 11 }, () => randomUUID());
    const places: { waitingToken: string | null; waitUntil: string }[] = [];
    for (const key of keys) places.push(await ask(viewer, key, true));
    expect(places.slice(0, 10).map(({ waitUntil }) => (Date.parse(waitUntil) - now) / 60_000)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(places[10]!.waitingToken).toBeNull();
    const send = async (index: number, submissionKey = keys[index]!) =>
      (await submit(viewer, { submissionKey, proof: { waitingToken: places[index]!.waitingToken } }))
        .__typename;
    expect(await send(0)).toBe('TooManyRequests');
    harness.clock.advance(60_000);
    expect(await send(1)).toBe('TooManyRequests');
    expect(await send(0, randomUUID())).toBe('TooManyRequests');
    expect(await send(0)).toBe('ReportSubmitted');
  });

  it('may have to work while the platform cannot keep up, and others too', async () => {
    const { pool } = harness.deps.database;
    Object.defineProperty(pool, 'waitingCount', { configurable: true, get: () => 100 });
    try {
      const submissionKey = randomUUID();
      const refused = await submit(from('siapa-saja'), { submissionKey });
      expect(refused).toMatchObject({ __typename: 'TooManyRequests', retryAfterSeconds: 5 });
      const proof = await solve(refused.challenge.challenge);
      expect((await submit(from('siapa-saja'), { submissionKey, proof })).__typename).toBe('ReportSubmitted');
    } finally {
      delete (pool as { waitingCount?: number }).waitingCount;
    }
  });

  it('opens its own report past the limit by work, too', async () => {
    const OPEN = `mutation ($input: OpenReportInput!) { openReport(input: $input) { __typename ... on TooManyRequests { challenge { challenge } } } }`;
    const { submitReport } = await harness.ask(
      actor.public,
      `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { ... on ReportSubmitted { accessCode report { number } } } }`,
      { input: submission() },
    );
    const viewer = from('satu-kantor');
    for (let tried = 0; tried < 20; tried++)
      await harness.ask(viewer, OPEN, { input: { number: '00000001', accessCode: String(tried) } });
    const input = { number: submitReport.report.number, accessCode: submitReport.accessCode };
    const { openReport } = await harness.ask(viewer, OPEN, { input });
    const proof = await solve(openReport.challenge.challenge);
    const opened = await harness.ask(viewer, OPEN, { input: { ...input, proof } });
    expect(opened.openReport.__typename).toBe('ReportOpened');
  });

  it('leaves nothing of itself: keyed hashes for the length of a window, and no word of a key', async () => {
    const viewer = from('sumber-kanari');
    const submissionKey = randomUUID();
    await submit(viewer, { submissionKey });
    await ask(viewer, submissionKey, true);
    const dump = async () =>
      (
        await harness.test.database.pool.query(
          `select r::text as row from rate_limit r union all select s::text from spent_proof s`,
        )
      ).rows
        .map(({ row }) => row)
        .join('\n');
    expect(await dump()).not.toContain('sumber-kanari');
    expect(await dump()).not.toContain(Buffer.from('sumber-kanari').toString('hex'));
    expect(await dump()).not.toContain(submissionKey);
    harness.clock.advance(2 * 3_600_000);
    await forgetAttempts(harness.deps);
    expect(await dump()).toBe('');
  });
});
