import { formatDay, type Words as SharedWords } from '@lapor/wording';
import type { Words } from './template.ts';

type Kind = 'BREACH' | 'LAST_DAY' | 'HALF';

/** What a language says of the morning's digest. */
export interface DigestPhrases {
  shared: SharedWords;
  subject(counts: string): string;
  /** In one line of the subject: "3 lewat tenggat". */
  count: Record<Kind, (count: number) => string>;
  heading: Record<Kind, string>;
  opening(day: string): string;
  until(day: string): string;
  /** How many are not in the list. */
  more(count: number): string;
}

const LINE = /^(\d{8}) ([A-Z_]+) (BREACH|LAST_DAY|HALF) (\d{4}-\d{2}-\d{2})$/;
/** Gravest first, as the lines come. */
const KINDS: readonly { kind: Kind; fact: string }[] = [
  { kind: 'BREACH', fact: 'breach' },
  { kind: 'LAST_DAY', fact: 'lastDay' },
  { kind: 'HALF', fact: 'half' },
];

/** The digest in words: counts, and under each the reports by number, clock and last day. Lines that are none are left out. */
export function digestWords(
  phrases: DigestPhrases,
  facts: Readonly<Record<string, string | undefined>>,
): Words {
  const { shared } = phrases;
  const counts = KINDS.map(({ kind, fact }) => ({ kind, count: countOf(facts[fact]) })).filter(
    ({ count }) => count > 0,
  );
  const lines = Object.entries(facts)
    .filter(([name]) => /^line\d{1,2}$/.test(name))
    .sort(([a], [b]) => Number(a.slice(4)) - Number(b.slice(4)))
    .flatMap(([, value]) => {
      const [, number, clock, kind, dueOn] = LINE.exec(value ?? '') ?? [];
      if (!number || !clock || !kind || !dueOn) return [];
      const name = (shared.clocksShort as Readonly<Record<string, string>>)[clock];
      const words = [name, phrases.until(formatDay(shared, dueOn, 'date'))].filter(Boolean).join(', ');
      return [{ kind, text: `- ${number.slice(0, 4)} ${number.slice(4)}: ${words}` }];
    });
  return {
    subject: phrases.subject(counts.map(({ kind, count }) => phrases.count[kind](count)).join(', ')),
    paragraphs: [
      phrases.opening(formatDay(shared, facts.day ?? '', 'full')),
      ...counts.map(({ kind, count }) => {
        const listed = lines.filter((line) => line.kind === kind).map(({ text }) => text);
        const rest = count - listed.length;
        return [
          `${phrases.heading[kind]}: ${count}`,
          ...listed,
          ...(rest > 0 && listed.length > 0 ? [`- ${phrases.more(rest)}`] : []),
        ].join('\n');
      }),
    ],
  };
}

const countOf = (value: string | undefined): number => (/^\d{1,7}$/.test(value ?? '') ? Number(value) : 0);
