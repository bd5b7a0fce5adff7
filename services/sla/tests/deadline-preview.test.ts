import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workedExamples } from '@lapor/working-days/worked-examples';
import { startTestService, type TestService } from './a-service.ts';

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
});
