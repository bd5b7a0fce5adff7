import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrganisation } from '../src/modules/change/create-organisation.ts';
import { mergeOrganisations } from '../src/modules/change/merge-organisations.ts';
import { moveOrganisation } from '../src/modules/change/move-organisation.ts';
import { retireOrganisation } from '../src/modules/change/retire-organisation.ts';
import { updateOrganisation } from '../src/modules/change/update-organisation.ts';
import { grantPost } from '../src/modules/officer/index.ts';
import { expectForest, expectTold, readTree } from './forest.ts';
import { type Harness, officer, withOfficers, withReferenceData } from './harness.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
  await withOfficers(service, ['busy', 'FIELD_OFFICER', 'opd-13-71-disdik']);
});
afterAll(() => service[Symbol.asyncDispose]());

const padang = 'pemkot-13-71';
const admin = officer('admin', ['AGENCY_ADMIN', padang]);
const reason = 'Percobaan bersamaan';

async function units(prefix: string, count: number, parentId = padang): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const made = await createOrganisation(
      service,
      { parentId, kind: 'OPD', name: `${prefix} ${index}`, reason },
      admin,
    );
    if (!made.ok) throw new Error(made.error.code);
    ids.push(made.value.organisationId);
  }
  return ids;
}

test('moves that would form cycles together go one after the other; the first wins', async () => {
  const ids = await units('Bagian', 7);
  const pairs = ids.flatMap((organisationId) =>
    ids.filter((id) => id !== organisationId).map((newParentId) => ({ organisationId, newParentId })),
  );
  const outcomes = await Promise.all(
    pairs.map((pair) => moveOrganisation(service, { ...pair, reason }, admin)),
  );
  const codes = outcomes.map((outcome) => (outcome.ok ? 'DONE' : outcome.error.code));
  expect(new Set(codes)).toEqual(new Set(['DONE', 'WOULD_CYCLE']));
  const rows = await readTree(service.database, [padang]);
  expectForest(rows);
  await expectTold(
    service.database,
    rows.filter(({ id }) => ids.includes(id)),
  );
});

test('two that move below each other: one does', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [a, b] = await units(`Pasangan ${round}`, 2);
    const outcomes = await Promise.all([
      moveOrganisation(service, { organisationId: a, newParentId: b, reason }, admin),
      moveOrganisation(service, { organisationId: b, newParentId: a, reason }, admin),
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  }
});

test('all kinds of changes at once, posts among them, leave a forest and no deadlock', async () => {
  const ids = await units('Seksi', 10);
  const at = (index: number) => ids[index % ids.length]!;
  const work = Array.from({ length: 60 }, (_, index) => {
    const organisationId = at(index);
    const other = at(index * 3 + 1);
    switch (index % 6) {
      case 0:
        return moveOrganisation(service, { organisationId, newParentId: other, reason }, admin);
      case 1:
        return mergeOrganisations(
          service,
          { organisationIds: [organisationId], intoId: other, reason },
          admin,
        );
      case 2:
        return retireOrganisation(service, { organisationId, successorId: other, reason }, admin);
      case 3:
        return updateOrganisation(service, { organisationId, phone: `0751 ${10_000 + index}` }, admin);
      case 4:
        return grantPost(service, { officerId: 'busy', organisationId, role: 'LIAISON_OFFICER' }, admin);
      default:
        return createOrganisation(
          service,
          { parentId: organisationId, kind: 'OPD', name: `Sub ${index}`, reason },
          admin,
        );
    }
  });
  const outcomes = await Promise.all(work);
  expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(10);
  expectForest(await readTree(service.database, [padang]));
  const lost = await service.database.query(
    'test-lost-posts',
    `select p.id from post p join organisation o on o.id = p.organisation_id
     where o.status = 'FORMER' and (p.ends_at is null or p.ends_at > '2026-11-20T02:40:00Z')`,
  );
  expect(lost).toEqual([]);
});

test('one request key sent many times at once makes one organisation', async () => {
  const input = {
    requestKey: crypto.randomUUID(),
    parentId: padang,
    kind: 'OPD',
    name: 'Dinas Kembar',
    reason,
  };
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => createOrganisation(service, input, admin)),
  );
  expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.organisationId)).size).toBe(1);
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
});
