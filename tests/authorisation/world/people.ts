import { Secret, TOTP } from 'otpauth';
import type { PostRole } from '@lapor/viewer';
import type { Platform } from '@lapor/platform';
import { OFFICERS, type OfficerName } from '../oracle/officers.ts';
import { PEOPLE, type PersonName } from '../oracle/people.ts';
import type { Place } from '../oracle/places.ts';
import type { Browser } from './browser.ts';
import type { PlaceIds } from './places.ts';
import { each } from '../matrix/each.ts';

type Services = Platform['services'];

const PASSWORD = 'matriks izin yang panjang';
const TOTP_SECRET = 'kode-kedua-untuk-matriks';

/** Officers that no rule speaks of: whom somebody stands in for, and who stands in. */
const FURTHER = {
  'absent liaison officer': [['LIAISON_OFFICER', 'unit']],
  'second national admin': [['NATIONAL_ADMIN', 'ministry of the desk']],
  'analyst of the desk': [['ANALYST', 'ministry of the desk']],
  'second admin of the other city': [['AGENCY_ADMIN', 'other city']],
  'second admin of the ministry': [['AGENCY_ADMIN', 'ministry']],
  'second admin of the province': [['AGENCY_ADMIN', 'province']],
} as const satisfies Record<string, readonly (readonly [PostRole, Place])[]>;

/** Had the widest authority there is, so that whatever is left of it shows. */
const HAD = {
  'suspended officer': [['NATIONAL_ADMIN', 'ministry of the desk']],
  'officer whose post ended': [['NATIONAL_ADMIN', 'ministry of the desk']],
  'officer without second factor': [['NATIONAL_ADMIN', 'ministry of the desk']],
  'expired session': [['NATIONAL_ADMIN', 'ministry of the desk']],
  'revoked session': [['NATIONAL_ADMIN', 'ministry of the desk']],
  'officer whose post comes later': [],
  // The post that they stand in at comes by delegation.
  substitute: [['FIELD_OFFICER', 'sibling unit']],
} as const satisfies Partial<Record<PersonName, readonly (readonly [PostRole, Place])[]>>;

const CITIZENS = ['citizen', 'another citizen', 'reporter'] as const satisfies readonly PersonName[];

export type AccountName = PersonName | OfficerName | keyof typeof FURTHER;

/** Not seeded but granted for a later day. */
const isComing = (name: string, { role }: { role: PostRole }): boolean =>
  name === 'field officer below the unit' && role === 'LIAISON_OFFICER';

/** Accounts with the posts that they are seeded with. */
function seededOfficers(): Map<AccountName, readonly (readonly [PostRole, Place])[]> {
  const seeds = new Map<AccountName, readonly (readonly [PostRole, Place])[]>();
  for (const [name, { is, posts }] of Object.entries(PEOPLE))
    if (is === 'officer')
      seeds.set(
        name as PersonName,
        posts.map(({ role, at }) => [role, at] as const),
      );
  for (const [name, { posts }] of Object.entries(OFFICERS))
    seeds.set(
      name as OfficerName,
      posts.filter((post) => !isComing(name, post)).map(({ role, at }) => [role, at] as const),
    );
  for (const [name, posts] of Object.entries({ ...FURTHER, ...HAD })) seeds.set(name as AccountName, posts);
  return seeds;
}

const slug = (name: string) => name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
export const accountId = (name: AccountName): string => `akun-${slug(name)}`;
export const mailOf = (name: AccountName): string =>
  `${slug(name)}@${(CITIZENS as readonly string[]).includes(name) ? 'warga.contoh.id' : 'matriks.contoh.go.id'}`;
/** Everybody's posts, running, past and coming, by account: who is known to whom. */
export const postsByAccount = (): Map<string, readonly { role: PostRole; at: Place }[]> =>
  new Map(
    [...seededOfficers()].map(([name, posts]) => [
      accountId(name),
      posts.map(([role, at]) => ({ role, at })),
    ]),
  );

const seedOf = (name: AccountName, posts: readonly { role: PostRole; organisationId: string }[]) => ({
  id: accountId(name),
  name: `Petugas ${name}`,
  email: mailOf(name),
  posts,
});
const account = (name: AccountName) => ({
  id: accountId(name),
  name: `Orang ${name}`,
  email: mailOf(name),
  password: PASSWORD,
});

/** The national admin by whose hand everything else is made. */
export async function registerFirst({ identity, organisations }: Services): Promise<void> {
  const name = 'second national admin';
  await organisations.seedOfficers([
    seedOf(name, [{ role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' }]),
  ]);
  await identity.registerOfficerAccount({ ...account(name), totpSecret: TOTP_SECRET });
}

/** Makes an account for each, with a second factor but for the one who has to enrol. */
export async function registerAccounts(
  { identity, organisations }: Services,
  places: PlaceIds,
): Promise<void> {
  const seeds = seededOfficers();
  await organisations.seedOfficers(
    [...seeds].map(([name, posts]) =>
      seedOf(
        name,
        posts.map(([role, at]) => ({ role, organisationId: places[at] })),
      ),
    ),
  );
  const waiting = [...seeds.keys(), ...CITIZENS];
  await each(waiting, 6, async (name) => {
    if ((CITIZENS as readonly string[]).includes(name)) await identity.registerCitizenAccount(account(name));
    else
      await identity.registerOfficerAccount({
        ...account(name),
        ...(name === 'officer without second factor' ? {} : { totpSecret: TOTP_SECRET }),
      });
  });
}

const HALF_MINUTE = 30_000;
const usedSteps = new Map<AccountName, number>();

/** A code is good once: whoever comes again within the half minute gives the next one, which is good already. */
function nextTimestamp(name: AccountName): number {
  const now = Math.floor(Date.now() / HALF_MINUTE);
  const step = Math.max(now, (usedSteps.get(name) ?? 0) + 1);
  usedSteps.set(name, step);
  return step * HALF_MINUTE;
}

/** Signs in as people do: password, and the second factor of those who have one. */
export async function signIn(browser: Browser, name: AccountName): Promise<Browser> {
  const first = await browser.send('POST', '/auth/sign-in/email', {
    email: mailOf(name),
    password: PASSWORD,
  });
  if (first.status !== 200) throw new Error(`${name} cannot sign in: ${JSON.stringify(first)}`);
  if (!first.body.twoFactorRedirect) return browser;
  const code = new TOTP({
    secret: new Secret({ buffer: new TextEncoder().encode(TOTP_SECRET).buffer }),
  }).generate({ timestamp: nextTimestamp(name) });
  const second = await browser.send('POST', '/auth/two-factor/verify-totp', { code });
  if (second.status !== 200) throw new Error(`${name} has no second factor: ${JSON.stringify(second)}`);
  return browser;
}

/** Makes a key as its owner does; the key and its id. */
export async function makeKey(
  owner: Browser,
  input: { label: string; days: number; scopes: readonly string[]; organisationId?: string },
): Promise<{ id: string; key: string }> {
  const { status, body } = await owner.send('POST', '/auth/api-keys', input);
  if (status !== 200 && status !== 201) throw new Error(`No key: ${status} ${JSON.stringify(body)}`);
  return body as { id: string; key: string };
}
