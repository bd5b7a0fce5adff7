import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hitsIn } from '../../services/reports/tests/canaries.ts';
import { PERSON_NAMES, type PersonName } from '../authorisation/oracle/people.ts';
import { accountId, mailOf, postsByAccount } from '../authorisation/world/people.ts';
import { HEAD_OF_UNSTAFFED_UNIT } from '../authorisation/world/reports.ts';
import { startWorld, type World } from '../authorisation/world/start.ts';
import { listenToEverybody, type Heard } from './canaries/listening.ts';
import { livesIn, type Reporter } from './canaries/life.ts';
import { everybodyLooks } from './canaries/look.ts';
import { personalOf, type Subject } from './canaries/subject.ts';
import { currentTransaction, filesBelow, writtenSince } from './canaries/traces.ts';

const DESK: readonly PersonName[] = ['national admin', 'national admin at KSP'];
const REPORTERS: readonly PersonName[] = ['reporter', 'reporter by access code'];
/** The handling unit itself, in person or by a key that the unit gave. */
const UNIT: readonly PersonName[] = [
  'admin of the unit',
  'head of the unit',
  'liaison officer of the unit',
  'substitute',
  'reading key of the unit',
  'writing key of the unit',
];
/** Who reads what a confidential report says (domain.md: only the competent unit, the national desk and the reporter), by its stage. */
const READERS: Readonly<Record<string, readonly PersonName[]>> = {
  filed: [...DESK, ...REPORTERS],
  'with the unit': [...DESK, ...REPORTERS, ...UNIT],
  'with a head': [...DESK, ...REPORTERS, 'holder of the hand-over'],
  over: [...DESK, ...REPORTERS],
};
/** Between those who handle it, the unit's systems with them (services/reports/README.md, Notes): no reporter, nobody by a link. */
const COLLEAGUES: readonly PersonName[] = [...DESK, ...UNIT];
/** The only answers in which a sealed identity is read: by a logged reveal, or by whom it is about. */
const OPENED = ['liaison officer of the unit', 'national admin', 'reporter'];

describe('a confidential reporter, in the whole platform', () => {
  const stack = new AsyncDisposableStack();
  const listening = stack.use(listenToEverybody());
  const { heard, as, during } = listening;
  const lines: string[] = [];
  let world: World;
  let before: string;
  const subjects: Subject[] = [];
  const reporters = new Map<Subject, Reporter>();
  const personal = () => subjects.flatMap(personalOf);
  const content = () => subjects.flatMap((subject) => Object.values(subject.content));

  beforeAll(async () => {
    world = stack.use(
      await startWorld({ logLevel: 'trace', logDestination: { write: (line) => void lines.push(line) } }),
    );
    before = await currentTransaction(world);
    lines.length = 0;
    const life = livesIn(world, as);
    const headGrants = new Map<Subject, Record<string, string>>();
    const look = async (phase: string) => {
      await world.settle();
      during(phase);
      await everybodyLooks(world, as, subjects, (name, subject) => {
        if (name === 'reporter by access code') return reporters.get(subject)!.grant;
        if (name === 'holder of the hand-over') return headGrants.get(subject) ?? {};
        return {};
      });
    };

    during('filed');
    for (const [index, hasAccount] of [false, true].entries()) {
      const [subject, reporter] = await life.submit(hasAccount ? 'AkunX' : 'TanpaX', index + 1, hasAccount);
      subjects.push(subject);
      reporters.set(subject, reporter);
    }
    await look('filed');
    during('with the unit');
    for (const subject of subjects) await life.toTheUnit(subject, reporters.get(subject)!);
    await look('with the unit');
    for (const subject of subjects) await life.toItsEnd(subject, reporters.get(subject)!);
    await world.settle();
    during('with a head');
    for (const subject of subjects) headGrants.set(subject, await life.handledByTheHead(subject));
    await look('with a head');
    headGrants.clear();
    for (const subject of subjects) await life.over(subject, reporters.get(subject)!);
    await look('over');
    await world.settle();
  }, 600_000);
  afterAll(() => stack.disposeAsync());

  const faultsIn = (some: readonly Heard[], canaries: readonly string[]) => [
    ...new Set(
      some.flatMap(({ who, when, what, answer }) =>
        hitsIn(answer, canaries).map((hit) => `${hit} to ${who} (${when}): ${what}`),
      ),
    ),
  ];

  it('was looked for by everybody, at each stage, by those who read it with success', () => {
    expect(new Set(heard.map(({ who }) => who))).toEqual(new Set(PERSON_NAMES));
    for (const [when, readers] of Object.entries(READERS))
      for (const who of readers) {
        const own = heard.filter((one) => one.who === who && one.when === when);
        const about = subjects.filter(
          ({ hasAccount }) => !REPORTERS.includes(who) || (who === 'reporter') === hasAccount,
        );
        for (const subject of about)
          expect(
            own.some(({ answer }) => answer.includes(subject.content.narrative)),
            `${who}, ${when}, ${subject.label}`,
          ).toBe(true);
      }
    expect(lines.length).toBeGreaterThan(100);
  });

  it('is named in no answer but to whom the identity was opened, with a reason, and to the reporter', () => {
    const opened = heard.filter(
      ({ who, what, answer }) =>
        OPENED.includes(who) &&
        what === 'POST /graphql' &&
        /"(IdentityRevealed|OwnDataExported)"/.test(answer),
    );
    expect(opened).toHaveLength(5);
    expect(
      faultsIn(
        heard.filter((one) => !opened.includes(one)),
        personal(),
      ),
    ).toEqual([]);
    // Nobody gets a whole NIK, and by code nobody gets what a code may give away.
    expect(
      faultsIn(
        opened,
        subjects.map(({ person }) => person.nik),
      ),
    ).toEqual([]);
  });

  it('says nothing to those who do not handle the report: no word, no name of a file, no document', () => {
    const others = heard.filter(({ who, when }) => !READERS[when]!.includes(who as PersonName));
    expect(others.length).toBeGreaterThan(1_000);
    expect(faultsIn(others, content())).toEqual([]);
  });

  it('does not read what officers write to each other, nor does anybody outside', () => {
    const outside = heard.filter(({ who }) => !COLLEAGUES.includes(who as PersonName));
    expect(
      faultsIn(
        outside,
        subjects.map(({ note }) => note),
      ),
    ).toEqual([]);
  });

  it('stands in no log line of any service', () => {
    const secrets = [
      ...personal(),
      ...content(),
      ...subjects.flatMap(({ note, accessCode, submissionKey }) => [
        note,
        submissionKey,
        ...(accessCode ? [accessCode] : []),
      ]),
    ];
    expect([
      ...new Set(
        lines.flatMap((line) => hitsIn(line, secrets).map((hit) => `${hit} in ${line.slice(0, 200)}`)),
      ),
    ]).toEqual([]);
  });

  it('stands in no row of any table of any service', async () => {
    const written = await writtenSince(world, before);
    const schemas = new Set(written.map(({ table }) => table.split('.')[0]));
    expect([...schemas]).toEqual(
      expect.arrayContaining(['reports', 'sla', 'organisations', 'identity', 'channels']),
    );
    const secrets = [
      ...personal(),
      ...subjects.flatMap(({ accessCode, submissionKey }) => [
        submissionKey,
        ...(accessCode ? [accessCode] : []),
      ]),
    ];
    expect(
      written.flatMap(({ table, rows }) => hitsIn(rows, secrets).map((hit) => `${hit} in ${table}`)),
    ).toEqual([]);
    // What the report says stays with `reports`; who has the account, with `identity`.
    const elsewhere = (schema: string) => written.filter(({ table }) => !table.startsWith(schema));
    expect(
      elsewhere('reports.').flatMap(({ table, rows }) =>
        hitsIn(rows, content()).map((hit) => `${hit} in ${table}`),
      ),
    ).toEqual([]);
    const account = [accountId('reporter'), mailOf('reporter')];
    expect(
      elsewhere('identity').flatMap(({ table, rows }) =>
        hitsIn(rows, account).map((hit) => `${hit} in ${table}`),
      ),
    ).toEqual([]);
  });

  it('stands in no event, and neither does what the report says', async () => {
    for (const schema of ['reports', 'sla', 'organisations', 'identity', 'channels']) {
      const events = await world.sql<{ row: string }>(`select e::text as row from ${schema}.event e`);
      const text = events.map(({ row }) => row).join('\n');
      expect(hitsIn(text, [...personal(), ...content()]), schema).toEqual([]);
    }
  });

  it('stands in no file on disk, nor in its name; documents lie sealed', () => {
    const files = filesBelow(world.filesDirectory);
    expect(files.length).toBeGreaterThan(20);
    const secrets = [...personal(), ...content()];
    expect(
      files.flatMap(({ path, content: bytes }) =>
        hitsIn(`${path}\n${bytes.toString('latin1')}`, secrets).map((hit) => `${hit} in ${path}`),
      ),
    ).toEqual([]);
  });

  it('stands in no mail to anybody, and the own mails say no word of the report', async () => {
    const addresses = [
      ...subjects.map(({ person }) => person.email),
      HEAD_OF_UNSTAFFED_UNIT,
      ...[...postsByAccount().keys()].map((id) => `${id.replace(/^akun-/, '')}@matriks.contoh.go.id`),
      mailOf('reporter'),
      mailOf('citizen'),
      mailOf('another citizen'),
    ];
    const mails: { to: string; subject: string; body: string }[] = [];
    const stranger = world.open();
    for (const to of addresses) {
      const { body } = await stranger.send('GET', `/mailbox/messages?to=${encodeURIComponent(to)}`);
      mails.push(...body.messages);
    }
    for (const { person } of subjects)
      expect(mails.filter(({ to }) => to === person.email).length, person.email).toBeGreaterThan(3);
    expect(
      mails.flatMap(({ subject, body }) => hitsIn(`${subject}\n${body}`, [...personal(), ...content()])),
    ).toEqual([]);
  });
});
