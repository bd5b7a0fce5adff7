import fastify, { type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '@lapor/logging';
import type { Viewer } from '@lapor/viewer';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { createHub, liveRoutes } from '../src/modules/live/index.ts';
import { answer, dispose, LEAD, must, REPORTER } from './situations.ts';
import { startReports, type ReportsService } from '../src/index.ts';

const liaison = actor.officer('LIAISON_OFFICER', LEAD);
const cityAdmin = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
const desk = actor.nationalAdmin();

let toldOfPosts = 10_000;

interface Told {
  topic: string;
  version: number | null;
}

describe('an open page', () => {
  let harness: Harness;
  let second: ReportsService;
  let servers: { server: FastifyInstance; address: string }[];
  const viewers = new Map<string, Viewer>();
  const open: AbortController[] = [];

  const start = () =>
    startReports({
      databaseUrl: harness.test.url,
      serviceSecret: 's'.repeat(32),
      reportsSecret: 'r'.repeat(32),
      publicUrl: 'https://lapor.contoh.go.id',
      filesDirectory: harness.filesDirectory,
      clock: harness.clock,
      logger: createLogger('reports', 'silent'),
      importReferenceData: false,
    });
  /** It tells nobody that it would tell before it listens. */
  const listening = (address: string) =>
    expect.poll(async () => (await ask(fresh(desk), 'desk:national', address)).status).toBe(200);
  const serve = async (service: ReportsService) => {
    const server = fastify();
    server.decorateRequest('viewer');
    server.addHook('onRequest', async (request) => {
      request.viewer = viewers.get(String(request.headers['x-viewer']))!;
    });
    await service.routes!(server);
    return { server, address: await server.listen({ port: 0, host: '127.0.0.1' }) };
  };
  beforeAll(async () => {
    harness = await startHarness();
    second = await start();
    servers = [await serve(harness.service), await serve(second)];
    // It listens before it tells anybody that it would.
    for (const { address } of servers) while ((await ask(desk, 'desk:national', address)).status === 503);
    for (const controller of open.splice(0)) controller.abort();
  });
  afterEach(() => {
    for (const controller of open.splice(0)) controller.abort();
  });
  afterAll(async () => {
    for (const { server } of servers) {
      // Connections that this process keeps for later are of no interest.
      server.server.closeAllConnections();
      await server.close();
    }
    await second[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });

  async function ask(viewer: Viewer, topics: string, address = servers[0]!.address): Promise<Response> {
    const name = randomUUID();
    viewers.set(name, viewer);
    const controller = new AbortController();
    open.push(controller);
    return fetch(`${address}/live?topics=${encodeURIComponent(topics)}`, {
      headers: { 'x-viewer': name },
      signal: controller.signal,
    });
  }
  /** Reads what is told, one after the other. */
  async function watch(viewer: Viewer, topics: string, address?: string) {
    const response = await ask(viewer, topics, address);
    expect(response.status).toBe(200);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const all: string[] = [];
    async function block(): Promise<string | null> {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const found = text.slice(0, end);
          text = text.slice(end + 2);
          all.push(found);
          return found;
        }
        const { value, done } = await reader.read();
        if (done) return null;
        text += value;
      }
    }
    expect(await block()).toBe('retry:3000');
    return {
      all,
      headers: response.headers,
      next: async (): Promise<Told | null> => {
        const found = await block();
        return found === null ? null : (JSON.parse(found.split('data:')[1]!) as Told);
      },
    };
  }
  /** An account of its own, for an account has three streams. */
  const fresh = (viewer: Viewer): Viewer => ({ ...viewer, accountId: randomUUID() });

  it('is told of a change of its report, with the version and nothing else', async () => {
    const { id } = await file(harness, actor.citizen(REPORTER));
    await dispose(harness, id);
    const page = await watch(fresh(liaison), `report:${id}`);
    const first = await page.next();
    expect(first).toEqual({ topic: `report:${id}`, version: expect.any(Number) });
    await answer(harness, id, 'PLAN');
    expect(await page.next()).toEqual({ topic: `report:${id}`, version: first!.version! + 1 });
    expect(page.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store, no-transform');
  });

  it('is told by every process, whichever made the change', async () => {
    const { id } = await file(harness);
    await dispose(harness, id);
    const pages = await Promise.all(
      servers.map(({ address }) => watch(fresh(liaison), `report:${id}`, address)),
    );
    for (const page of pages) await page.next();
    await answer(harness, id, 'PLAN');
    for (const page of pages) expect(await page.next()).toMatchObject({ topic: `report:${id}` });
  });

  it('is told of its inbox and its desk, also when somebody begins to work on a report', async () => {
    const inbox = await watch(fresh(liaison), `inbox:${LEAD}`);
    const national = await watch(fresh(desk), 'desk:national');
    const { id } = await file(harness);
    expect(await national.next()).toEqual({ topic: 'desk:national', version: null });
    const page = await watch(fresh(desk), `report:${id}`);
    await page.next();
    await harness.ask(desk, `mutation { leaseReport(input: { reportId: "${id}" }) { __typename } }`);
    expect(await national.next()).toEqual({ topic: 'desk:national', version: null });
    expect(await page.next()).toEqual({ topic: `report:${id}`, version: null });
    await harness.ask(
      desk,
      `mutation { markPresence(input: { reportId: "${id}", activity: READING }) { __typename } }`,
    );
    expect(await page.next()).toEqual({ topic: `report:${id}`, version: null });
    await dispose(harness, id);
    expect(await inbox.next()).toEqual({ topic: `inbox:${LEAD}`, version: null });
  });

  it('is told when a report is given back, and when it is taken again', async () => {
    const { id } = await file(harness);
    const page = await watch(fresh(desk), `report:${id}`);
    await page.next();
    for (const mutation of ['leaseReport', 'releaseLease', 'leaseReport']) {
      await harness.ask(desk, `mutation { ${mutation}(input: { reportId: "${id}" }) { __typename } }`);
      expect(await page.next(), mutation).toEqual({ topic: `report:${id}`, version: null });
    }
  });

  it('is told nothing of what was rolled back, nor by signs of presence that say nothing new', async () => {
    const { id } = await file(harness);
    await dispose(harness, id);
    const viewer = fresh(liaison);
    const page = await watch(viewer, `report:${id}`);
    const { version } = (await page.next())!;
    await harness.test.database
      .transaction(async (em) => {
        await em.execute('update report set sequence = sequence + 100 where id = ?', [id]);
        throw new Error('stop');
      })
      .catch(() => {});
    const mark = (activity: string) =>
      harness.ask(
        viewer,
        `mutation { markPresence(input: { reportId: "${id}", activity: ${activity} }) { __typename } }`,
      );
    await mark('READING');
    await mark('READING');
    await mark('ANSWERING');
    await answer(harness, id, 'PLAN');
    const told = [await page.next(), await page.next(), await page.next()];
    expect(told.map((one) => one!.version)).toEqual([null, null, version! + 1]);
  });

  it('of the reporter is told what happened, and not which officer opens or leases the report', async () => {
    const { id } = await file(harness, actor.citizen(REPORTER));
    const pages = await Promise.all(
      [actor.citizen(REPORTER), actor.withGrant(id)].map((viewer) => watch(viewer, `report:${id}`)),
    );
    const page = await watch(fresh(desk), `report:${id}`);
    for (const one of [...pages, page]) expect(await one.next()).toMatchObject({ version: 1 });
    await harness.ask(desk, `mutation { leaseReport(input: { reportId: "${id}" }) { __typename } }`);
    await harness.ask(
      desk,
      `mutation { markPresence(input: { reportId: "${id}", activity: READING }) { __typename } }`,
    );
    for (let count = 0; count < 2; count++) expect(await page.next()).toMatchObject({ version: null });
    await dispose(harness, id);
    for (const one of pages) expect(await one.next()).toEqual({ topic: `report:${id}`, version: 2 });
  });

  it('is told nothing of a confidential report that only stands in another inbox', async () => {
    const above = await watch(fresh(cityAdmin), 'inbox:pemkot-13-71');
    const own = await watch(fresh(liaison), `inbox:${LEAD}`);
    const secret = await file(harness, actor.public, { isConfidential: true });
    await dispose(harness, secret.id);
    expect(await own.next()).toEqual({ topic: `inbox:${LEAD}`, version: null });
    const { id } = await file(harness);
    await dispose(harness, id);
    expect(await above.next()).toEqual({ topic: 'inbox:pemkot-13-71', version: null });
    // Had the first been told as well, it would have stood before this answer's.
    await answer(harness, id, 'PLAN');
    expect(await above.next()).toEqual({ topic: 'inbox:pemkot-13-71', version: null });
    expect(above.all).toHaveLength(3);
  });

  it('is asked who it is for each topic, and finds nothing where one of them is not for it', async () => {
    const { id } = await file(harness, actor.citizen(REPORTER));
    await dispose(harness, id);
    const secret = await file(harness, actor.public, { isConfidential: true });
    await dispose(harness, secret.id);
    const key: Viewer = { ...liaison, apiKey: { id: 'kunci', scopes: ['graph:read', 'reports:read'] } };
    const cases: [Viewer, string, number][] = [
      [actor.public, `report:${id}`, 401],
      [actor.citizen('akun-lain'), `report:${id}`, 404],
      [actor.citizen(REPORTER), `report:${id}`, 200],
      [actor.withGrant(id), `report:${id}`, 200],
      [actor.withGrant(id), `report:${secret.id}`, 404],
      [fresh(liaison), `report:${id}`, 200],
      [fresh(liaison), `report:${secret.id}`, 200],
      [fresh(cityAdmin), `report:${secret.id}`, 404],
      [fresh(liaison), `report:${randomUUID()}`, 404],
      [fresh(liaison), `inbox:${LEAD},inbox:pemkot-13-77`, 404],
      [fresh(liaison), 'desk:national', 404],
      [fresh(liaison), `desk:${LEAD}`, 404],
      [fresh(cityAdmin), 'desk:pemkot-13-71', 200],
      [fresh(cityAdmin), `desk:${LEAD}`, 404],
      [actor.citizen(REPORTER), `inbox:${LEAD}`, 404],
      [fresh(actor.officer('FIELD_OFFICER', LEAD)), `inbox:${LEAD}`, 404],
      [key, `report:${id}`, 404],
      [key, `inbox:${LEAD}`, 404],
      [fresh(desk), 'everything', 400],
    ];
    for (const [viewer, topics, status] of cases)
      expect((await ask(viewer, topics)).status, `${viewer.accountId} ${topics}`).toBe(status);
  });

  it('is one of three of the account; who goes makes room', async () => {
    const viewer = fresh(liaison);
    const [first] = [await ask(viewer, `inbox:${LEAD}`)];
    const controller = open.at(-1)!;
    expect(first.status).toBe(200);
    for (let count = 0; count < 2; count++) expect((await ask(viewer, `inbox:${LEAD}`)).status).toBe(200);
    const refused = await ask(viewer, `inbox:${LEAD}`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await ask(fresh(liaison), `inbox:${LEAD}`)).status).toBe(200);
    controller.abort();
    await expect.poll(async () => (await ask(viewer, `inbox:${LEAD}`)).status).toBe(200);
    // What is refused takes no room.
    for (let count = 0; count < 5; count++) expect((await ask(viewer, 'desk:national')).status).toBe(429);
  });

  it('is counted for each report whose code was given: another set of codes is not another reader', async () => {
    const [{ id: one }, { id: other }] = [
      await file(harness, actor.public),
      await file(harness, actor.public),
    ];
    const watches = async (...grants: string[]) =>
      (await ask(actor.withGrant(...grants), `report:${grants[0]}`)).status;
    expect(await watches(one)).toBe(200);
    expect(await watches(one, other)).toBe(200);
    expect(await watches(other, one)).toBe(200);
    expect(await watches(one)).toBe(429);
    expect(await watches(other)).toBe(200);
    expect(await watches(other, one)).toBe(429);
  });

  it('is told that something may have changed after the database was away', async () => {
    const page = await watch(fresh(liaison), `inbox:${LEAD}`);
    const { count } = await harness.row(
      `select count(pg_terminate_backend(pid))::int as count from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query in ('listen "live"', 'select 1')`,
    );
    expect(count).toBe(2);
    expect(await page.next()).toEqual({ topic: `inbox:${LEAD}`, version: null });
    const { id } = await file(harness);
    await dispose(harness, id);
    expect(await page.next()).toEqual({ topic: `inbox:${LEAD}`, version: null });
  });

  it('is told no more when its reader has the right no more', async () => {
    const own = fastify();
    own.decorateRequest('viewer');
    own.addHook('onRequest', async (request) => {
      request.viewer = viewers.get(String(request.headers['x-viewer']))!;
    });
    await liveRoutes(own, harness.deps, {
      hub: createHub(),
      isListening: () => true,
      recheckMilliseconds: 20,
    });
    const address = await own.listen({ port: 0, host: '127.0.0.1' });
    const ended = async (response: Response) => {
      await response.text();
      return true;
    };
    const [moved, suspended, above] = [fresh(liaison), fresh(liaison), fresh(cityAdmin)];
    const tellOfPosts = (officer: Viewer, isSuspended: boolean, posts: Viewer['posts']) =>
      harness.service.receiveEvents('organisations', [
        {
          id: ++toldOfPosts,
          stream: officer.accountId!,
          type: 'officer.posts-changed',
          occurredAt: harness.clock.now().toISOString(),
          payload: {
            officerId: officer.accountId,
            isSuspended,
            posts: posts.map((post) => ({
              ...post,
              from: '2026-01-01T00:00:00.000Z',
              until: null,
              onBehalfOf: null,
            })),
          },
        },
      ]);
    const { id } = await file(harness, actor.citizen(REPORTER));
    await dispose(harness, id);
    for (const officer of [moved, suspended]) await tellOfPosts(officer, false, officer.posts);
    const [movedPage, suspendedPage, abovePage, reporters] = [
      await ask(moved, `inbox:${LEAD}`, address),
      await ask(suspended, `report:${id}`, address),
      await ask(above, `report:${id}`, address),
      await ask(actor.citizen(REPORTER), `report:${id}`, address),
    ];
    expect([movedPage, suspendedPage, abovePage, reporters].map(({ status }) => status)).toEqual([
      200, 200, 200, 200,
    ]);
    await tellOfPosts(moved, false, [{ role: 'LIAISON_OFFICER', organisationId: 'opd-13-71-dishub' }]);
    await tellOfPosts(suspended, true, suspended.posts);
    expect(await Promise.all([ended(movedPage), ended(suspendedPage)])).toEqual([true, true]);
    // Confidential from now on: the level above is told no more, whoever filed it is.
    await must(harness, desk, 'flagReport', {
      reportId: id,
      confidential: true,
      reason: 'Alasan yang cukup panjang.',
    });
    expect(await ended(abovePage)).toBe(true);
    const reader = reporters.body!.getReader();
    expect((await reader.read()).done).toBe(false);
    await reader.cancel();
    own.server.closeAllConnections();
    await own.close();
  });

  it('is let go when the service stops', async () => {
    await using own = await start();
    const { server, address } = await serve(own);
    await listening(address);
    const page = await watch(fresh(liaison), `inbox:${LEAD}`, address);
    await Promise.all([server.close(), expect(page.next()).rejects.toThrow()]);
  });
});
