import { randomInt, randomUUID } from 'node:crypto';
import type { OperationName } from './bare-statements.ts';
import type { Target } from './load.ts';
import { PORTS } from './settings.ts';

/** What is known of the generated data. */
export interface Known {
  /** Numbers of published reports, drawn at random. */
  numbers: readonly string[];
  searches: readonly string[];
  categories: readonly string[];
  regions: readonly string[];
  officers: readonly { cookie: string; organisationId: string }[];
  /** Entries of a page of an inbox; each officer's inbox has as many. */
  inboxPage: number;
}

/** One operation, asked alike of the platform and of the bare server. */
export interface Operation {
  name: OperationName;
  title: string;
  document: string;
  /** Headers and variables of one request. */
  ask(known: Known): { headers?: Record<string, string>; variables: Record<string, unknown> };
  /** Whether both must give the same JSON. A submission draws its numbers, and search ranks as the platform does. */
  isSame: boolean;
  isRight(body: string): boolean;
}

const CARD = `id number title text state submittedAt placeText supportCount reporterLabel
  handler { id name acronym parent { id name } } nextClock { kind startedAt dueAt }`;

const pick = <Item>(items: readonly Item[]): Item => items[randomInt(items.length)]!;
const isData = (body: string) => !body.includes('"errors":');

export const OPERATIONS: readonly Operation[] = [
  {
    name: 'feed',
    title: 'public feed, 20 reports with organisation and clock',
    document: `query Feed { publicReports(first: 20) { edges { node { ${CARD} } } pageInfo { hasNextPage } } }`,
    ask: () => ({ variables: {} }),
    isSame: true,
    isRight: isData,
  },
  {
    name: 'search',
    title: 'search for two words, 20 of the results',
    document: `query Search($search: String!) { publicReports(filter: { search: $search }, first: 20) { edges { node { ${CARD} } } pageInfo { hasNextPage } } }`,
    ask: ({ searches }) => ({ variables: { search: pick(searches) } }),
    isSame: false,
    isRight: isData,
  },
  {
    name: 'report',
    title: 'report by number with organisation, history and clocks',
    document: `query Report($number: String!) { report(number: $number) { id number title text state class submittedAt placeText reporterLabel
      handler { id name } history { id kind at actorKind text organisation { id name } } clocks { id kind startedAt stoppedAt dueAt } } }`,
    ask: ({ numbers }) => ({ variables: { number: pick(numbers) } }),
    isSame: true,
    isRight: (body) => isData(body) && /"history" ?:/.test(body),
  },
  {
    name: 'inbox',
    title: 'officer’s inbox, 50 by deadline, signed in',
    document: `query Inbox($organisationId: ID!, $first: Int!) { inbox(bucket: WAITING_FOR_US, organisationId: $organisationId, first: $first) {
      edges { node { id number title state submittedAt isConfidential returnCount nextDueAt category { id name } handler { id name acronym }
        nextClock { kind startedAt dueAt } } } pageInfo { hasNextPage } } }`,
    ask: ({ officers, inboxPage }) => {
      const { cookie, organisationId } = pick(officers);
      return { headers: { cookie }, variables: { organisationId, first: inboxPage } };
    },
    isSame: true,
    isRight: isData,
  },
  {
    name: 'submit',
    title: 'submit, durable, with history and outbox',
    document: `mutation Submit($input: SubmitReportInput!) { submitReport(input: $input) { __typename
      ... on ReportSubmitted { accessCode report { id number state } } } }`,
    ask: ({ categories, regions }) => ({
      // From many places, as a proxy tells of them: one source alone is slowed down, as it should be.
      headers: { 'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` },
      variables: {
        input: {
          submissionKey: randomUUID(),
          kind: 'COMPLAINT',
          title: `Lampu jalan padam di gang ${randomInt(1_000_000)}`,
          text: 'Sudah dua minggu lampu jalan di gang kami padam. Malam hari gelap sekali dan warga takut lewat. Mohon segera diperbaiki.',
          placeText: 'Dekat mushala',
          regionCode: pick(regions),
          categoryId: pick(categories),
          isAnonymous: false,
          isConfidential: false,
        },
      },
    }),
    isSame: false,
    isRight: (body) => /"__typename" ?: ?"ReportSubmitted"/.test(body),
  },
];

const local = (port: number) => `http://127.0.0.1:${port}`;

/** The operation on the platform, through its one origin. */
export const onPlatform = ({ document, name, ask, isRight }: Operation, known: Known): Target => ({
  origin: local(PORTS.platform),
  isRight,
  next() {
    const { headers, variables } = ask(known);
    return {
      path: '/graphql',
      headers: { 'x-lapor-client': 'bench', ...headers },
      body: JSON.stringify({
        query: document,
        variables,
        operationName: name[0]!.toUpperCase() + name.slice(1),
      }),
    };
  },
});

/** The same on the bare server. */
export const onBareServer = ({ name, ask, isRight }: Operation, known: Known): Target => ({
  origin: local(PORTS.bareServer),
  isRight,
  next: () => ({ path: `/${name}`, headers: {}, body: JSON.stringify(ask(known).variables) }),
});
