import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, file, startHarness, type Harness } from './harness.ts';

const OPEN = `mutation ($input: OpenReportInput!) { openReport(input: $input) { __typename ... on ReportOpened { grant grantExpiresAt report { id viewerIsReporter viewerCanWithdraw } } ... on TooManyRequests { retryAfterSeconds } ... on UserError { code } } }`;
const from = (source: string): Viewer => ({ ...actor.public, source });

describe('opening a report by its code', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const open = async (number: string, accessCode: string, viewer: Viewer = actor.public) =>
    (await harness.ask(viewer, OPEN, { input: { number, accessCode } })).openReport;

  it('gives a grant for this report and no other', async () => {
    const [mine, other] = [await file(harness), await file(harness)];
    const opened = await open(mine.number, mine.accessCode);
    expect(opened).toMatchObject({
      report: { id: mine.id, viewerIsReporter: true, viewerCanWithdraw: true },
    });
    expect(await harness.deps.tokens.verifyReportGrant(opened.grant)).toBe(mine.id);
    const viewer = actor.withGrant(mine.id);
    const ask = async (number: string) =>
      (await harness.ask(viewer, `{ report(number: "${number}") { id } }`)).report;
    expect([await ask(mine.number), await ask(other.number)]).toEqual([{ id: mine.id }, null]);
  });

  it('takes the code as people write it, and no part of it', async () => {
    const { number, accessCode } = await file(harness);
    const groups = accessCode.match(/\d{4}/g)!;
    for (const text of [groups.join(' '), groups.join('-'), ` ${accessCode}\n`])
      expect((await open(number, text)).__typename).toBe('ReportOpened');
    for (const text of [accessCode.slice(0, 15), `${accessCode}0`, accessCode.slice(1), ''])
      expect((await open(number, text)).__typename).toBe('NotFound');
  });

  it('makes a source that guesses wait', async () => {
    const { number } = await file(harness);
    for (let tried = 0; tried < 20; tried++)
      expect((await open(number, String(tried), from('penebak'))).code).toBe('NOT_FOUND');
    expect(await open(number, '21', from('penebak'))).toEqual({
      __typename: 'TooManyRequests',
      code: 'TOO_MANY_REQUESTS',
      retryAfterSeconds: 600,
    });
  });

  it('answers guesses from many sources alike for a number that exists and one that does not', async () => {
    const { number } = await file(harness);
    const guess = async (target: string) => {
      const answers = [];
      for (let tried = 0; tried < 32; tried++)
        answers.push(JSON.stringify(await open(target, String(tried), from(`${target}-${tried}`))));
      return answers;
    };
    expect(await guess(number)).toEqual(await guess('00000002'));
  });

  it('opens to the right code though others guess at the number all the time', async () => {
    const { number, accessCode } = await file(harness);
    for (let tried = 0; tried < 40; tried++) await open(number, String(tried), from(`banyak-${tried}`));
    expect((await open(number, accessCode, from('jujur'))).__typename).toBe('ReportOpened');
  });

  it('takes the same time and statements for an unknown number, a foreign code and a wrong one', async () => {
    const [mine, other] = [await file(harness), await file(harness)];
    const kinds = {
      unknown: ['00000004', mine.accessCode],
      foreign: [mine.number, other.accessCode],
      wrong: [mine.number, '0000000000000000'],
    } as const;
    const times: Record<string, number[]> = {};
    const statements = new Set<number>();
    const answers = new Set<string>();
    for (let round = 0; round < 60; round++)
      for (const [kind, [number, accessCode]] of Object.entries(kinds)) {
        const before = harness.statements();
        const began = performance.now();
        answers.add(JSON.stringify(await open(number, accessCode, from(`waktu-${kind}-${round}`))));
        (times[kind] ??= []).push(performance.now() - began);
        statements.add(harness.statements() - before);
        // The limit of a number is not what this is about.
        await harness.test.database.pool.query('delete from rate_limit');
      }
    expect(answers.size).toBe(1);
    expect(statements.size).toBe(1);
    const medians = Object.values(times).map(
      (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!,
    );
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.5);
  });
});
