import type { VariablesOf } from '../graphql.ts';
import type { FileOnBehalfDocument } from './counter.graphql.ts';
import type { Reached } from './receipt.tsx';

type Input = VariablesOf<typeof FileOnBehalfDocument>['input'];
export type Kind = Input['kind'];
export type Door = NonNullable<NonNullable<Input['onBehalf']>['channel']>;
export type Consent = NonNullable<Input['onBehalf']>['consentRecordedAs'];
export type Requirement = 'NONE' | 'CONTACT' | 'IDENTITY';

/** Where somebody may have asked an officer; a telephone is answered at the counter. */
export const DOORS: readonly Door[] = ['COUNTER', 'WHATSAPP', 'SMS', 'EMAIL', 'X', 'FACEBOOK'];
export const CONSENTS: readonly Consent[] = ['PAPER_SIGNED', 'SPOKEN', 'WRITTEN_MESSAGE'];

/** What may lie on the device until it is sent: nothing of it says who reports. */
export interface CounterWords {
  kind: Kind;
  title: string;
  text: string;
  occurredOn: string;
  category: { id: string; path: string } | null;
  region: { code: string; name: string } | null;
  placeText: string;
  organisation: { id: string; name: string; acronym?: string | null } | null;
  isAnonymous: boolean;
  isConfidential: boolean;
  /** Neither phone nor mail: paper alone tells of the report. */
  hasNoContact: boolean;
  channel: Door;
  consent: Consent | '';
  note: string;
}

/** Who reports; never kept on the device. */
export interface Reporter {
  name: string;
  phone: string;
  email: string;
  nik: string;
  address: string;
}

export const NO_WORDS: CounterWords = {
  kind: 'COMPLAINT',
  title: '',
  text: '',
  occurredOn: '',
  category: null,
  region: null,
  placeText: '',
  organisation: null,
  isAnonymous: false,
  isConfidential: false,
  hasNoContact: false,
  channel: 'COUNTER',
  consent: '',
  note: '',
};
export const NOBODY: Reporter = { name: '', phone: '', email: '', nik: '', address: '' };

/** By which way the reporter is told of the report. */
export function reachedBy(words: CounterWords, reporter: Reporter): Reached {
  if (words.isAnonymous || words.hasNoContact) return 'NOT';
  const hasMail = reporter.email.trim() !== '';
  if (reporter.phone.trim() === '') return hasMail ? 'MAIL' : 'NOT';
  return hasMail ? 'BOTH' : 'PHONE';
}

const lengthFault = (value: string, least: number, most: number): string | undefined => {
  const letters = value.trim().length;
  if (letters === 0) return 'REQUIRED';
  return letters < least ? 'TOO_SHORT' : letters > most ? 'TOO_LONG' : undefined;
};

/** What is missing, by field, before it is sent; the server judges once more. */
export function counterFaults(
  words: CounterWords,
  reporter: Reporter,
  requirement: Requirement,
  today: string,
): Record<string, string> {
  const reachable = reachedBy(words, reporter) !== 'NOT';
  const faults: Record<string, string | undefined> = {
    title: lengthFault(words.title, 5, 150),
    text: lengthFault(words.text, 20, 4_000),
    occurredOn: words.occurredOn > today ? 'IN_THE_FUTURE' : undefined,
    consent: words.consent === '' ? 'REQUIRED' : undefined,
    isAnonymous: words.isAnonymous && requirement === 'IDENTITY' ? 'IDENTITY_NEEDED' : undefined,
  };
  if (!words.isAnonymous) {
    if (requirement === 'IDENTITY') {
      faults['reporter.name'] = reporter.name.trim() === '' ? 'REQUIRED' : undefined;
      faults['reporter.nik'] =
        reporter.nik.trim() === ''
          ? 'REQUIRED'
          : /^\d{16}$/.test(reporter.nik.replace(/[\s.-]/g, ''))
            ? undefined
            : 'INVALID_NIK';
    }
    if (requirement !== 'NONE' && !reachable)
      faults[words.hasNoContact ? 'hasNoContact' : 'reporter.phone'] = 'REQUIRED';
  }
  return Object.fromEntries(
    Object.entries(faults).filter((fault): fault is [string, string] => fault[1] !== undefined),
  );
}

const given = (value: string) => value.trim() || null;

/** As the graph wants it. An anonymous report says nothing of its reporter; a number that nobody needs is not sent. */
export function counterInput(
  words: CounterWords,
  reporter: Reporter,
  requirement: Requirement,
  attachmentIds: readonly string[],
): Omit<Input, 'submissionKey'> {
  return {
    kind: words.kind,
    title: words.title.trim(),
    text: words.text.trim(),
    occurredOn: words.occurredOn || null,
    categoryId: words.category?.id ?? null,
    regionCode: words.region?.code ?? null,
    placeText: given(words.placeText),
    suggestedOrganisationId: words.organisation?.id ?? null,
    attachmentIds: [...attachmentIds],
    isAnonymous: words.isAnonymous,
    isConfidential: words.isConfidential,
    reporter: words.isAnonymous
      ? null
      : {
          name: given(reporter.name),
          phone: words.hasNoContact ? null : given(reporter.phone),
          email: words.hasNoContact ? null : given(reporter.email),
          nik: requirement === 'IDENTITY' ? given(reporter.nik) : null,
          address: given(reporter.address),
        },
    onBehalf: {
      channel: words.channel,
      consentRecordedAs: words.consent || 'SPOKEN',
      note: given(words.note),
    },
  };
}
