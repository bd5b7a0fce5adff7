import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workedExamples } from '@lapor/working-days/worked-examples';
import { DESK, startTestService, type TestService } from './a-service.ts';
import { policyOf2025 } from './rules.ts';

describe('the deadline preview', () => {
  let sla: TestService;
  beforeAll(async () => {
    sla = await startTestService('2026-11-23T01:00:00Z');
  });
  afterAll(() => sla[Symbol.asyncDispose]());

  test('answers every worked example to everybody, as the rules say', async () => {
    const examples = workedExamples();
    const source = examples.map(
      ({ startedAt, amount, unit, timeZone }, index) =>
        `e${index}: deadlinePreview(startedAt: "${startedAt}", amount: ${amount}, unit: ${unit}, timeZone: "${timeZone}") {
           dueAt dueOn countedDays skippedDays { date reason } isEstimated }`,
    );
    const { errors, ...answers } = await sla.query(`{ ${source.join('\n')} }`);
    expect(errors).toBeUndefined();
    const seen = examples.map((_, index) => {
      const { dueAt, dueOn, countedDays, skippedDays, isEstimated } = answers[`e${index}`];
      const named = skippedDays.filter(({ reason }: any) => reason !== 'WEEKEND');
      return {
        dueAt: dueAt.replace('.000Z', 'Z'),
        dueOn,
        amount: countedDays.length,
        weekendDays: skippedDays.length - named.length,
        namedDaysOff: named.map(({ date, reason }: any) => `${date} ${reason}`),
        isEstimated,
      };
    });
    const expected = examples.map(({ dueAt, dueOn, amount, weekendDays, namedDaysOff, isEstimated }) => ({
      dueAt,
      dueOn,
      amount,
      weekendDays,
      namedDaysOff,
      isEstimated,
    }));
    expect(seen).toEqual(expected);
  });

  const preview = async (given: string, startedAt = '2026-11-23T01:00:00Z') => {
    const { deadlinePreview, errors } = await sla.query(
      `{ deadlinePreview(startedAt: "${startedAt}", timeZone: "Asia/Jakarta", ${given}) { dueOn length unit policyVersion } }`,
    );
    return errors ? errors[0].extensions.code : deadlinePreview;
  };
  const decreed = { policyVersion: 'permen-panrb-5-2025' };

  test('takes the number of days from the policy when a rule is named, so that nobody else has to know it', async () => {
    expect(await preview('rule: VERIFICATION')).toEqual({
      dueOn: '2026-11-26',
      length: 3,
      unit: 'WORKING',
      ...decreed,
    });
    expect(await preview('rule: AUTO_CLOSE')).toMatchObject({ dueOn: '2026-12-07', length: 10 });
    expect(await preview('rule: POSTPONEMENT')).toMatchObject({ length: 30, unit: 'CALENDAR' });
    expect(await preview('rule: RESOLUTION, reportClass: GRIEVANCE')).toMatchObject({ length: 5 });
    // No limit of its own: the outer limit bounds it.
    expect(await preview('rule: RESOLUTION, reportClass: DISPUTE_WITH_INSPECTION')).toMatchObject({
      length: 60,
      unit: 'CALENDAR',
    });
    expect(await preview('amount: 3, unit: WORKING')).toEqual({
      dueOn: '2026-11-26',
      length: 3,
      unit: 'WORKING',
      policyVersion: null,
    });
  });

  test('follows a policy from the day on which it takes effect', async () => {
    const limits = policyOf2025.limits.map(({ rule, reportClass, limit }) => ({
      rule,
      reportClass,
      days: rule === 'VERIFICATION' ? 2 : (limit?.days ?? null),
      unit: limit?.unit ?? null,
    }));
    const input = { effectiveFrom: '2026-12-01', decree: 'Permen baru', limits };
    const source = 'mutation ($input: SavePolicyInput!) { savePolicy(input: $input) { __typename } }';
    expect((await sla.query(source, DESK, { input })).savePolicy).toEqual({ __typename: 'PolicySaved' });
    expect(await preview('rule: VERIFICATION')).toMatchObject({ length: 3 });
    expect(await preview('rule: VERIFICATION', '2026-12-01T01:00:00Z')).toMatchObject({
      length: 2,
      dueOn: '2026-12-03',
    });
  });

  test.each([
    '',
    'amount: 3',
    'unit: WORKING',
    'amount: 3, unit: WORKING, rule: VERIFICATION',
    'rule: RESOLUTION',
    'rule: VERIFICATION, reportClass: GRIEVANCE',
    'amount: 251, unit: WORKING',
  ])('refuses what it cannot count: %s', async (given) => {
    expect(await preview(given)).toBe('BAD_USER_INPUT');
  });
});
