import { z } from 'zod';

const day = z.iso.date();

/**
 * All that is printed on a letter: facts of the case and its clocks. Nothing of the reporter and not a word of the report has a place in it.
 */
export const letterContent = z.object({
  /** `null`: a draft has none yet. */
  number: z.string().nullable(),
  /** Day of the letter, at Jakarta. */
  datedOn: day,
  officeName: z.string(),
  addressee: z.object({ title: z.string(), organisationName: z.string(), address: z.string().nullable() }),
  reportNumber: z.string(),
  /** Who has the report; `null`: nobody yet, it waits for verification. */
  unitName: z.string().nullable(),
  isConfidential: z.boolean(),
  submittedOn: day,
  disposedOn: day.nullable(),
  followUpDueOn: day.nullable(),
  openedOn: day,
  openedBy: z.enum(['RULE', 'REPORTER', 'OMBUDSMAN']),
  clarification: z.object({
    askedOn: day,
    length: z.number().int(),
    /** Letters of before it was kept counted working days. */
    unit: z.enum(['WORKING', 'CALENDAR']).default('WORKING'),
    dueOn: day,
  }),
  /** By when an answer is asked for. */
  replyBy: day,
});
export type LetterContent = z.infer<typeof letterContent>;

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The number as it is printed: `0142/LAPOR/XI/2026`. */
export const letterNumber = (sequence: number, datedOn: string): string => {
  const [year, month] = datedOn.split('-');
  return `${String(sequence).padStart(4, '0')}/LAPOR/${ROMAN[Number(month) - 1]}/${year}`;
};

/** A day as it is written in a letter: `20 November 2026`. */
export const longDate = (date: string): string =>
  new Intl.DateTimeFormat('id-ID', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
