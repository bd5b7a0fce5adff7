import { PEOPLE, type PersonName } from '../oracle/people.ts';
import { each } from '../matrix/each.ts';
import type { Browser } from './browser.ts';
import { accountId, makeKey, type AccountName } from './people.ts';
import type { PlaceIds } from './places.ts';

/** A key may ask so often in a minute; several of one kind share the work. */
const KEYS_OF_A_KIND = 3;

/** How credentials are made. */
export interface Ways {
  /** A browser without anything, or with a key. */
  open(key?: string): Browser;
  /** A browser in which this account has signed in. */
  enter(name: AccountName): Promise<Browser>;
  sql(text: string, values?: unknown[]): Promise<unknown>;
}

/** Signed in like the others; what they lose afterwards makes them nobody. */
const LOSERS: readonly PersonName[] = [
  'suspended officer',
  'officer whose post ended',
  'officer without second factor',
  'expired session',
  'revoked session',
];

/** The browsers of every viewer; of a key several that are alike. */
export type Credentials = ReadonlyMap<PersonName, readonly Browser[]>;

/** The scopes of a system that reads reports and answers them. */
const WRITING = ['reports:read', 'graph:write'];

/** What was made on Monday and is no good on Friday. */
export interface Monday {
  /** A key of the unit that lasts a day. */
  shortKey: string;
  /** Signed in while the post was in force. */
  ofWhomPostEnded: Browser;
}

export async function gatherOnMonday({ enter }: Ways, places: PlaceIds): Promise<Monday> {
  const owner = await enter('admin of the unit');
  const input = { label: 'sehari', days: 1, scopes: WRITING, organisationId: places.unit };
  return {
    shortKey: (await makeKey(owner, input)).key,
    ofWhomPostEnded: await enter('officer whose post ended'),
  };
}

/** Signs everybody in, makes the keys, and lets those lose what they had who are to have lost it – the suspension apart. */
export async function gatherCredentials(
  { open, enter, sql }: Ways,
  places: PlaceIds,
  monday: Monday,
): Promise<Credentials> {
  const browsers = new Map<PersonName, Browser[]>([['officer whose post ended', [monday.ofWhomPostEnded]]]);
  await each(Object.keys(PEOPLE) as PersonName[], 6, async (name) => {
    const { is } = PEOPLE[name];
    if (browsers.has(name)) return;
    if (is === 'officer' || is === 'citizen' || LOSERS.includes(name))
      browsers.set(name, [await enter(name)]);
    else if (is === 'nobody') browsers.set(name, [open()]);
  });
  const by = (name: PersonName) => browsers.get(name)![0]!;

  const keys = async (
    name: PersonName,
    owner: PersonName,
    scopes: readonly string[],
    organisationId?: string,
  ) => {
    const made: Browser[] = [];
    for (let index = 0; index < KEYS_OF_A_KIND; index++)
      made.push(
        open(
          (
            await makeKey(by(owner), {
              label: `${name} ${index}`,
              days: 30,
              scopes,
              ...(organisationId ? { organisationId } : {}),
            })
          ).key,
        ),
      );
    browsers.set(name, made);
  };
  await keys('analyst by key', 'analyst', ['graph:read']);
  await keys('reading key of the unit', 'admin of the unit', ['reports:read'], places.unit);
  await keys('writing key of the unit', 'admin of the unit', WRITING, places.unit);
  await keys('writing key of the city', 'admin of the city', WRITING, places.city);
  await keys('writing key of the other city', 'admin of the other city', WRITING, places['other city']);

  browsers.set('expired key', [open(monday.shortKey)]);
  const revoked = await makeKey(by('admin of the unit'), {
    label: 'dicabut',
    days: 30,
    scopes: WRITING,
    organisationId: places.unit,
  });
  browsers.set('revoked key', [open(revoked.key)]);
  await gone(by('admin of the unit'), `/auth/api-keys/${revoked.id}`);

  // A session ends as in life: its time is over, or it is ended from another device.
  await sql(`update identity.session set "expiresAt" = now() - interval '1 minute' where "userId" = $1`, [
    accountId('expired session'),
  ]);
  const { body } = await by('revoked session').send('GET', '/auth/get-session');
  await gone(await enter('revoked session'), `/auth/sessions/${body.session.id}`);
  return browsers;
}

async function gone(by: Browser, path: string): Promise<void> {
  const { status, body } = await by.send('DELETE', path);
  if (status !== 204) throw new Error(`${path} could not be ended: ${status} ${JSON.stringify(body)}`);
}
