import { describe, expect, it } from 'vitest';
import type { ServiceHealth } from '@lapor/subgraph';
import { POST_ROLES, PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { startTest } from './start.ts';

const health: ServiceHealth = {
  jobs: [
    {
      name: 'find-due',
      lastEndedAt: '2026-11-20T02:00:00.000Z',
      lastFailedAt: null,
      lastFailureCode: null,
      lateSeconds: 0,
      givenUp: 0,
    },
  ],
  outbox: [{ subscriber: 'sla', undelivered: 2, oldestAt: '2026-11-20T01:59:00.000Z', heldStreams: 1 }],
  waiting: [{ name: 'SCANS', waiting: 4, failed: 0, oldestAt: null }],
};
const officer = (role: (typeof POST_ROLES)[number]): Viewer => ({
  kind: 'officer',
  accountId: 'a-1',
  posts: [{ role, organisationId: 'kemenpanrb' }],
  reportGrants: [],
});
const systemHealth = () => [
  { name: 'reports', health: Promise.resolve(health) },
  { name: 'sla', health: Promise.reject(new Error('postgres://u:p@10.0.0.1')) },
];

describe('how the services do', () => {
  const ask = async (viewer: Viewer | null) => {
    const { request, lines } = await startTest({ authenticate: async () => viewer, systemHealth });
    const response = await request('/operations/health', { headers: { cookie: 'session=1' } });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as object,
      lines,
    };
  };

  it('is told to a national admin, and of a service that does not answer that it does not', async () => {
    const { status, headers, body, lines } = await ask(officer('NATIONAL_ADMIN'));
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      checkedAt: '2026-11-20T02:00:00.000Z',
      services: [
        { name: 'reports', answers: true, ...health },
        { name: 'sla', answers: false, jobs: [], outbox: [], waiting: [] },
      ],
    });
    expect(lines.join()).toContain('does not say how it does');
  });

  it('does not exist for anybody else', async () => {
    const others: (Viewer | null)[] = [
      null,
      PUBLIC_VIEWER,
      { ...officer('NATIONAL_ADMIN'), kind: 'citizen' },
      { ...officer('NATIONAL_ADMIN'), apiKey: { id: 'k', scopes: ['graph:read'] } },
      ...POST_ROLES.filter((role) => role !== 'NATIONAL_ADMIN').map(officer),
    ];
    for (const viewer of others) {
      const { status, body } = await ask(viewer);
      expect({ status, body }).toEqual({
        status: 404,
        body: { code: 'NOT_FOUND', message: 'There is no such thing.' },
      });
    }
  });

  it('waits for no service that hangs', async () => {
    const { request } = await startTest({
      authenticate: async () => officer('NATIONAL_ADMIN'),
      systemHealth: () => [{ name: 'reports', health: new Promise(() => {}) }],
    });
    const body = (await (
      await request('/operations/health', { headers: { cookie: 'session=1' } })
    ).json()) as {
      services: unknown[];
    };
    expect(body.services).toMatchObject([{ name: 'reports', answers: false }]);
  });
});
