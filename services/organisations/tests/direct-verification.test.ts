import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { setDirectVerification } from '../src/modules/change/index.ts';
import {
  type Harness,
  citizen,
  eventsOf,
  nationalAdmin,
  officer,
  somebody,
  withReferenceData,
} from './harness.ts';
import { auditOf, city, roads } from './people.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());
beforeEach(async () => {
  await service.database.query(
    'clean-flags',
    'update organisation set has_direct_verification = false where has_direct_verification',
  );
  await service.database.query('clean-events', 'truncate event, event_delivery');
});

const set = (organisationId: string, isEnabled: boolean, viewer = nationalAdmin()) =>
  setDirectVerification(service, { organisationId, isEnabled }, viewer);

test('direct verification is set by the national desk, audited and told', async () => {
  expect(await set(city, true)).toMatchObject({ ok: true, value: { organisationId: city } });
  expect(await eventsOf(service.database, 'organisation.changed')).toMatchObject([
    { stream: city, payload: { hasDirectVerification: true } },
  ]);
  expect(await auditOf(service, 'DIRECT_VERIFICATION_SET')).toMatchObject({ organisation_id: city });
  await set(city, true);
  expect(await eventsOf(service.database, 'organisation.changed')).toHaveLength(1);
});

test('is for governments and K/L that exist', async () => {
  expect(await set(roads, true)).toMatchObject({ error: { code: 'NOT_A_GOVERNMENT' } });
  expect(await set('kemen-pupr', true)).toMatchObject({ error: { code: 'ORGANISATION_FORMER' } });
  expect(await set('nowhere', true)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test.each([
  ['the agency admin itself', officer('a', ['AGENCY_ADMIN', city])],
  ['a monitor', officer('m', ['KSP_MONITOR', 'ksp'])],
  ['a citizen', citizen()],
  ['the public', somebody()],
])('is not for %s to set', async (_name, viewer) => {
  expect(await set(city, true, viewer)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});
