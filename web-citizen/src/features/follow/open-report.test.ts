import { expect, test } from 'vitest';
import type { Client } from 'urql';
import { grants } from '@lapor/web-client';
import { openReport } from './open-report.ts';

const clientOf = (answer: unknown) =>
  ({
    mutation: () => ({ toPromise: async () => ({ data: answer ? { openReport: answer } : undefined }) }),
  }) as unknown as Pick<Client, 'mutation'>;
const typed = { number: '48213097', accessCode: '4093118755267041' };

test('an opened report leaves its key with this tab', async () => {
  const client = clientOf({
    __typename: 'ReportOpened',
    grant: 'key-of-the-report',
    grantExpiresAt: '2999-01-01T00:00:00.000Z',
    report: { id: 'r', number: '48213097' },
  });
  expect(await openReport(client, typed)).toEqual({ ok: true, number: '48213097' });
  expect(grants.headers()).toEqual({ 'report-grant': 'key-of-the-report' });
  grants.forgetGrants();
});

test('wrong code, too many attempts and no network are told apart', async () => {
  expect(await openReport(clientOf({ __typename: 'NotFound' }), typed)).toEqual({
    ok: false,
    code: 'NOT_FOUND',
  });
  expect(
    await openReport(clientOf({ __typename: 'TooManyRequests', retryAfterSeconds: 60 }), typed),
  ).toMatchObject({
    code: 'TOO_MANY',
    retryAfterSeconds: 60,
  });
  expect(await openReport(clientOf(null), typed)).toEqual({ ok: false, code: 'UNREACHABLE' });
});
