import { appendEvents } from '@lapor/events';
import type { Viewer } from '@lapor/viewer';
import { localDateAt } from '@lapor/working-days';
import { z } from 'zod';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { may } from '../authority/index.ts';
import {
  type ChangeAnswer,
  carryOut,
  changeOrganisation,
  factOf,
  findNodes,
  isRoot,
} from '../change/index.ts';
import { day, givenId, invalid, notFound, requestKey, typed } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { findClosingDays, replaceClosingDays } from './repository.ts';

const closingDays = z
  .object({
    requestKey,
    organisationId: givenId(),
    year: z.int(),
    days: z.array(z.object({ date: day, name: typed(3, 120), decree: typed(1, 200) })).max(60),
  })
  .superRefine(({ year, days }, context) => {
    const seen = new Set<string>();
    for (const [index, { date }] of days.entries()) {
      const fault = (code: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['days', index, 'date'], message, params: { code } });
      if (!date.startsWith(`${year}-`)) fault('INVALID', `Must be a day of ${year}.`);
      if (seen.has(date)) fault('REPEATED', 'Is there twice.');
      seen.add(date);
    }
  });

/**
 * Replaces the closing days of a government or K/L in one year: the national desk, and agency admins at it. `sla` counts anew what runs.
 * Refuses with NOT_A_GOVERNMENT, ORGANISATION_FORMER, faults of the input, or NOT_FOUND.
 */
export function setClosingDays(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<ChangeAnswer>> {
  return changeOrganisation(
    dependencies,
    viewer,
    { operation: 'setClosingDays', schema: closingDays, input },
    async ({ em, input: { organisationId, year, days }, viewer: placed, actor, at }) => {
      const node = (await findNodes(em, [organisationId])).get(organisationId);
      if (node === undefined || !may(placed, 'setClosingDays', node)) return notFound();
      if (!isRoot(node)) {
        return refused('NOT_A_GOVERNMENT', 'Closing days belong to a government or K/L', 'organisationId');
      }
      if (node.status !== 'ACTIVE') {
        return refused('ORGANISATION_FORMER', 'The organisation does not exist any more', 'organisationId');
      }
      const present = Number(localDateAt(at, node.timeZone).slice(0, 4));
      if (year < present - 1 || year > present + 2) {
        const message = `Must be from ${present - 1} to ${present + 2}.`;
        return invalid({ path: 'input.year', code: 'INVALID', message });
      }
      const wanted = days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
      const before = await findClosingDays(em, organisationId, year);
      const changed = factOf('closingDays', textOf(before), textOf(wanted));
      const facts = [{ field: 'year', before: String(year), after: String(year) }, ...changed];
      return carryOut(
        em,
        {
          organisationId,
          entries: changed.length === 0 ? [] : [{ organisationId, kind: 'CALENDAR_CHANGED', facts }],
          governmentIds: [organisationId],
          timeZone: node.timeZone,
          async write() {
            const version = await replaceClosingDays(em, organisationId, year, wanted);
            await appendEvents(em, SUBSCRIBERS, [
              {
                type: 'organisation.calendar-changed',
                stream: organisationId,
                payload: { organisationId, year, days: wanted, version },
                occurredAt: at,
              },
            ]);
          },
        },
        null,
        { actor, at, effectiveOn: null, reason: null, decree: null },
      );
    },
  );
}

const textOf = (days: readonly { date: string; name: string; decree: string }[]): string | null =>
  days.length === 0 ? null : days.map(({ date, name, decree }) => `${date} ${name} (${decree})`).join('; ');
