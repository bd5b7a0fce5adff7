import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptsAt, type Try } from './http/attempts.ts';
import { DOORS, furnish, type Furniture } from './http/furnish.ts';
import { knock } from './http/knock.ts';
import { each } from './matrix/each.ts';
import { subjectsOf } from './matrix/subjects.ts';
import { isTurnedAway, person, PERSON_NAMES } from './oracle/people.ts';
import { ACCOUNT_ROUTES, ASKS_NOBODY, ENTERS, ROUTES, type RouteVerdict } from './oracle/routes.ts';
import { FRIDAY, startWorld, type World } from './world/start.ts';

const NOW = new Date(FRIDAY);
const ATTEMPTS = attemptsAt(NOW);
const AT_A_TIME = 8;

describe('the matrix of authorisation, at every route', () => {
  const stack = new AsyncDisposableStack();
  const routes = new Set<string>();
  const compared = { cells: 0 };
  const began = performance.now();
  let world: World;
  let furniture: Furniture;

  beforeAll(async () => {
    // Every server of this process tells its routes.
    const listen = (message: unknown) => {
      (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
        routes.add(`${[method].flat().join(',')} ${url}`);
      });
    };
    subscribe('fastify.initialization', listen);
    stack.defer(() => void unsubscribe('fastify.initialization', listen));
    world = stack.use(await startWorld(DOORS));
    furniture = await furnish(world, NOW);
  }, 480_000);
  afterAll(async () => {
    await stack.disposeAsync();
    const seconds = Math.round((performance.now() - began) / 1_000);
    process.stdout.write(`matrix of routes: ${compared.cells} cells in ${seconds} s\n`);
  });

  it('has a verdict and a try for every route that is served, and for no other', () => {
    // A `HEAD` beside a `GET` is the same handler.
    const served = [...routes].filter(
      (route) => !route.startsWith('HEAD /') || !routes.has(route.replace('HEAD', 'GET')),
    );
    expect(served.length).toBeGreaterThan(100);
    expect([...Object.keys(ROUTES), ...Object.keys(ACCOUNT_ROUTES)].toSorted()).toEqual(served.toSorted());
    const ways = (table: Readonly<Record<string, object>>) =>
      Object.entries(table).flatMap(([route, variants]) =>
        Object.keys(variants).map((way) => `${route} ${way}`),
      );
    expect(ways(ATTEMPTS).toSorted()).toEqual(ways(ROUTES).toSorted());
  });

  it.each(Object.keys(ROUTES))(
    'agrees with the oracle on who gets what from %s',
    async (route) => {
      const faults: string[] = [];
      const methodOf = route.split(/[ ,]/)[0]!;
      for (const [way, rule] of Object.entries(ROUTES[route]!)) {
        const attempt: Try = ATTEMPTS[route]![way]!;
        let tried = 0;
        const met = new Set<RouteVerdict>();
        await each(PERSON_NAMES, AT_A_TIME, async (name) => {
          for (const subject of subjectsOf(rule)) {
            const isNobody = isTurnedAway(person(name)) && !ASKS_NOBODY.has(route);
            const expected = isNobody ? 'TURNED_AWAY' : rule.judge(person(name), name, subject, {});
            const got = await knock({ world, furniture, name, subject }, methodOf, attempt);
            if (got === null) continue;
            tried += 1;
            met.add(expected);
            if (got !== expected)
              faults.push(
                `${way}: "${name}" on ${subject.kind} "${subject.name}": expected ${expected}, got ${got}`,
              );
          }
        });
        compared.cells += tried;
        expect(tried, way).toBeGreaterThanOrEqual(PERSON_NAMES.length);
      }
      expect(faults.slice(0, 40).join('\n')).toBe('');
    },
    120_000,
  );

  it.each(Object.keys(ACCOUNT_ROUTES))(
    'agrees with the oracle on who comes in at %s',
    async (route) => {
      const [method, address] = route.split(' ') as [string, string];
      const path = address.replace(':organisationId', world.places.city).replace(/:\w+/, crypto.randomUUID());
      const faults: string[] = [];
      await each(PERSON_NAMES, AT_A_TIME, async (name) => {
        const expected =
          !isTurnedAway(person(name)) && ENTERS[ACCOUNT_ROUTES[route]!](person(name))
            ? 'COMES IN'
            : 'STAYS OUT';
        const browser = world.credentials.get(name)![0]!;
        const grants = await world.headersOf(name, { kind: 'anything', name: '' });
        const hasBody = method !== 'GET' && method !== 'DELETE';
        const response = await browser.knock(method, path, {
          headers: { ...grants, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
          ...(hasBody ? { body: '{}' } : {}),
        });
        await response.body?.cancel();
        compared.cells += 1;
        const got =
          response.status === 401
            ? 'STAYS OUT'
            : response.status >= 500 || response.status === 429
              ? `STATUS ${response.status}`
              : 'COMES IN';
        if (got !== expected) faults.push(`"${name}": expected ${expected}, got ${got} (${response.status})`);
      });
      expect(faults.join('\n')).toBe('');
    },
    60_000,
  );
});
