import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delegatePost, endDelegation } from '../src/modules/delegation/index.ts';
import { endPost } from '../src/modules/officer/index.ts';
import { type Harness, withReferenceData } from './harness.ts';
import { city, desk, environment, forgetPeople, postIdOf, roads, settled } from './people.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());

const day = (offset: number) =>
  new Date(Date.UTC(2026, 10, 20) + offset * 86_400_000).toISOString().slice(0, 10);
const officers = ['holder', 'first', 'second'] as const;

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('delegate' as const),
      substituteId: fc.constantFrom(...officers),
      from: fc.integer({ min: -2, max: 30 }),
      length: fc.integer({ min: -1, max: 95 }),
    }),
  },
  fc.record({ do: fc.constant('endDelegation' as const), which: fc.nat(5) }),
  fc.record({ do: fc.constant('endPost' as const), on: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 0, max: 20 }) }),
);

test('whatever is delegated, ended and waited for: one substitute at a time, within the days of the post, for at most 90 days', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
      service.clock.set('2026-11-20T02:40:00Z');
      await forgetPeople(service);
      await settled(
        service,
        ['holder', 'LIAISON_OFFICER', roads],
        ['first', 'FIELD_OFFICER', environment],
        ['second', 'AGENCY_ADMIN', city],
      );
      const postId = await postIdOf(service, 'holder', roads);
      for (const wish of steps) {
        if (wish.do === 'wait') service.clock.advance(wish.days * 86_400_000);
        if (wish.do === 'endPost') await endPost(service, { postId, on: day(wish.on) }, desk());
        if (wish.do === 'delegate') {
          const { substituteId, from, length } = wish;
          await delegatePost(
            service,
            { postId, substituteId, from: day(from), until: day(from + length) },
            desk(),
          );
        }
        if (wish.do === 'endDelegation') {
          const rows = await service.database.query<{ id: string }>(
            'test-all-delegations',
            'select id from delegation order by id',
          );
          const row = rows[wish.which];
          if (row) await endDelegation(service, { delegationId: row.id }, desk());
        }
      }
      const [faults] = await service.database.query<Record<string, number>>(
        'test-faults',
        `select
           (select count(*) from delegation a join delegation b on a.id < b.id and a.post_id = b.post_id
              and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at))::int as doubled,
           (select count(*) from delegation d join post p on p.id = d.post_id
              where d.ends_at > d.starts_at and (d.starts_at < p.starts_at or d.ends_at > p.ends_at))::int as outside,
           (select count(*) from delegation where ends_at - starts_at > interval '90 days')::int as long,
           (select count(*) from delegation where officer_id = substitute_id)::int as for_oneself,
           (select count(*) from delegation d left join post p on p.delegation_id = d.id
              where p.id is null or (p.starts_at, p.ends_at, p.officer_id, p.on_behalf_of) is distinct from (d.starts_at, d.ends_at, d.substitute_id, d.officer_id))::int as astray,
           (select count(*) from post where delegation_id is not null and role <> 'LIAISON_OFFICER')::int as other_role`,
      );
      expect(faults).toEqual({ doubled: 0, outside: 0, long: 0, for_oneself: 0, astray: 0, other_role: 0 });
    }),
    { numRuns: 25 },
  );
});
