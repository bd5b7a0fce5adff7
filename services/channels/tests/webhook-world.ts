import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { movableClock } from '@lapor/clock';
import type { ReportTransitioned } from '@lapor/events';
import type { Viewer } from '@lapor/viewer';
import type { ChannelsConfig } from '../src/index.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

/** Organisations of the tests with what is above them. */
const ORGANISATIONS: Record<string, string[]> = {
  'pemkot-13-71': [],
  'opd-13-71-dpupr': ['pemkot-13-71'],
  'pemkot-13-72': [],
};

export interface Received {
  headers: IncomingHttpHeaders;
  body: any;
  raw: string;
}

/** A city's own system that takes webhooks. */
export interface Receiver extends AsyncDisposable {
  url: string;
  received: Received[];
  /** What it answers next; default 204. */
  answers: (message: Received) => number | Promise<number>;
}

export async function startReceiver(): Promise<Receiver> {
  const receiver = { received: [] as Received[], answers: (() => 204) as Receiver['answers'] };
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const raw = Buffer.concat(parts).toString();
      const message = { headers: request.headers, raw, body: JSON.parse(raw) as unknown };
      receiver.received.push(message);
      const status = await receiver.answers(message);
      response
        .writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {})
        .end('words of no interest');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/lapor?kunci=rahasia-penerima`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

export const officer = (
  accountId: string,
  role: Viewer['posts'][number]['role'],
  organisationId: string,
): Viewer => ({
  kind: 'officer',
  accountId,
  posts: [{ role, organisationId }],
  reportGrants: [],
});
export const DESK = officer('desk', 'NATIONAL_ADMIN', 'kemenpanrb');
export const CITY = officer('city', 'AGENCY_ADMIN', 'pemkot-13-71');
export const OTHER_CITY = officer('other', 'AGENCY_ADMIN', 'pemkot-13-72');
export const keyOf = (organisationId: string, scopes: NonNullable<Viewer['apiKey']>['scopes']): Viewer => ({
  ...officer('key:1', 'LIAISON_OFFICER', organisationId),
  apiKey: { id: '1', scopes },
});

export interface WebhookWorld extends AsyncDisposable {
  running: RunningChannels;
  clock: ReturnType<typeof movableClock>;
  ask(
    viewer: Viewer | null,
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: any }>;
  /** Makes a webhook and returns its id and secret. */
  make(viewer: Viewer, url: string, more?: object): Promise<{ id: string; secret: string }>;
  /** Brings transitions as `reports` does. */
  happen(...transitions: Partial<ReportTransitioned>[]): Promise<void>;
}

export async function webhookWorld(config: Partial<ChannelsConfig> = {}): Promise<WebhookWorld> {
  const stack = new AsyncDisposableStack();
  const graph = fastify();
  graph.post<{ Body: { variables: { id: string } } }>('/graphql', async ({ body }) => {
    const { id } = body.variables;
    const above = ORGANISATIONS[id];
    return {
      data: {
        organisation: above ? { id, name: `Nama ${id}`, ancestors: above.map((one) => ({ id: one })) } : null,
      },
    };
  });
  const graphUrl = await graph.listen({ port: 0, host: '127.0.0.1' });
  stack.defer(() => graph.close());
  const clock = movableClock(NOW);
  const running = stack.use(
    await runChannels({ clock, gatewayUrl: () => graphUrl, webhookLoopback: true, ...config }),
  );
  const server: FastifyInstance = fastify();
  stack.defer(() => server.close());
  server.decorateRequest('viewer');
  server.addHook('onRequest', async (request) => {
    const viewer = request.headers['x-viewer'];
    request.viewer = viewer
      ? (JSON.parse(String(viewer)) as Viewer)
      : { kind: 'public', posts: [], reportGrants: [] };
  });
  await server.register(async (routes) => running.channels.routes!(routes));
  let eventId = 1_000;
  const ask: WebhookWorld['ask'] = async (viewer, method, path, body, headers = {}) => {
    const answer = await server.inject({
      method: method as 'GET',
      url: `/channels/webhooks${path}`,
      headers: {
        ...(viewer ? { 'x-viewer': JSON.stringify(viewer) } : {}),
        ...(viewer?.apiKey ? {} : { origin: 'https://lapor.example' }),
        ...headers,
      },
      ...(body ? { payload: body } : {}),
    });
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
  };
  return {
    running,
    clock,
    ask,
    async make(viewer, url, more = {}) {
      const organisationId =
        viewer.posts[0]!.role === 'NATIONAL_ADMIN' ? null : viewer.posts[0]!.organisationId;
      const input = { organisationId, url, label: 'Sistem kota', requestKey: randomUUID(), ...more };
      const { status, body } = await ask(viewer, 'POST', '', input);
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
      return { id: body.webhook.id, secret: body.secret };
    },
    async happen(...transitions) {
      const events = transitions.map((given) => {
        const payload = transition(given, clock.now());
        return {
          id: ++eventId,
          stream: payload.reportId,
          type: 'report.transitioned',
          occurredAt: payload.at,
          payload,
        };
      });
      const { failed } = await running.channels.receiveEvents('reports', events);
      if (failed.length > 0) throw new Error(failed[0]!.reason);
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

const transition = (given: Partial<ReportTransitioned>, now: Date): ReportTransitioned => ({
  reportId: 'report-1',
  number: '48213097',
  sequence: 4,
  kind: 'PLANNED',
  at: now.toISOString(),
  actorKind: 'OFFICER',
  byNationalDesk: false,
  actorOrganisationId: null,
  toOrganisationId: null,
  stateBefore: 'DISPOSED',
  state: 'IN_PROGRESS',
  reasonCode: null,
  promisedOn: '2026-12-01',
  rating: null,
  assignments: [
    {
      organisationId: 'opd-13-71-dpupr',
      role: 'LEAD',
      governmentId: 'pemkot-13-71',
      path: ['pemkot-13-71', 'opd-13-71-dpupr'],
      timeZone: 'Asia/Jakarta',
    },
  ],
  reportKind: 'COMPLAINT',
  reportClass: 'GRIEVANCE',
  categoryId: 'jalan-rusak',
  regionCode: '13.71.09',
  channel: 'WEB',
  submittedAt: NOW,
  isAnonymous: false,
  isConfidential: false,
  isPublished: true,
  returnCount: 0,
  ...given,
});
