import { z } from 'zod';
import type { Database } from '@lapor/database';
import {
  builtInWording,
  checkWording,
  MEDIA,
  mediaOf,
  MOST_SEGMENTS,
  placeholdersOf,
  previewWording,
  sampleValues,
  TEMPLATE_NAMES,
  type Medium,
  type PreviewWay,
  type Template,
  type Wording,
  type WordingFault,
} from '../templates/index.ts';
import { inPlainAlphabet } from '../segments/index.ts';
import { newestOf } from '../wording/index.ts';
import { measureText, type Measure } from './measure-text.ts';
import { done, NOT_FOUND, type Outcome } from './outcome.ts';

export const templateFilter = z.object({
  name: z.string().max(60),
  language: z.enum(['id', 'en']).default('id'),
});

interface Deps {
  database: Database;
  publicUrl: string;
}

/** One template: for each medium the words in force, the built-in ones, what may be said, and how it looks with made-up facts. */
export async function readTemplate(
  { database, publicUrl }: Deps,
  { name, language }: z.output<typeof templateFilter>,
): Promise<Outcome<unknown>> {
  const known = findTemplate(name);
  if (!known) return NOT_FOUND;
  const newest = await newestOf(database, name, language);
  return done({
    name,
    media: mediaOf(known.ways).map((medium) => {
      const builtIn = builtInWording(known.name, medium, language, publicUrl);
      const last = newest.find((row) => row.medium === medium);
      const inForce: Wording =
        last && last.body !== null ? { subject: last.subject, body: last.body } : builtIn;
      const { allowed, required, inSubject } = placeholdersOf(known.name, medium);
      const samples = sampleValues(known.name, medium, language, publicUrl);
      return {
        medium,
        ways: known.ways.filter((way) => mediaOf([way])[0] === medium),
        /** What the next change has to name. */
        version: last?.version ?? 0,
        isBuiltIn: !last || last.body === null,
        changed: last ? { at: last.at, accountId: last.accountId, reason: last.reason } : null,
        broken: last?.broken ? { reason: last.broken, times: last.times } : null,
        wording: inForce,
        builtIn,
        placeholders: [...new Set([...allowed, ...inSubject])].map((placeholder) => ({
          name: placeholder,
          sample: samples[placeholder] ?? '',
          isRequired: required.includes(placeholder),
          isInSubject: inSubject.includes(placeholder),
        })),
        required,
        mostSegments: medium === 'PHONE' ? MOST_SEGMENTS : null,
        ...draftOf(known.name, medium, language, publicUrl, inForce, builtIn),
      };
    }),
  });
}

export const draftInput = z.object({
  medium: z.enum(MEDIA),
  language: z.enum(['id', 'en']),
  subject: z.string().max(1_000).nullable(),
  body: z.string().max(20_000),
});

/** What somebody is writing, with made-up facts, and what is wrong with it. Nothing is kept. */
export function previewDraft(
  { publicUrl }: Deps,
  name: string,
  { medium, language, subject, body }: z.output<typeof draftInput>,
): Outcome<Draft> {
  const known = findTemplate(name);
  if (!known || !mediaOf(known.ways).includes(medium)) return NOT_FOUND;
  const builtIn = builtInWording(known.name, medium, language, publicUrl);
  return done(draftOf(known.name, medium, language, publicUrl, normal(medium, { subject, body }), builtIn));
}

/** A wording as it looks with made-up facts. */
export interface Draft {
  faults: WordingFault[];
  /** None while something stands in it that cannot be filled. */
  previews: { subject: string | null; body: string; measure: Measure }[];
  /** Short messages that the built-in words take. */
  builtInSegments: number;
}

/** @internal */
export function draftOf(
  template: Template,
  medium: Medium,
  language: 'id' | 'en',
  publicUrl: string,
  wording: Wording,
  builtIn: Wording,
): Draft {
  const faults = checkWording(template, medium, wording);
  const previewsOf = (one: Wording) =>
    previewWording(template, medium, language, publicUrl, one).map(({ subject, body }) => {
      const text = medium === 'PHONE' ? inPlainAlphabet(body.trim()) : body.trim();
      return { subject: medium === 'MAIL' ? subject : null, body: text, measure: measureText(text) };
    });
  const previews = faults.length > 0 ? [] : previewsOf(wording);
  const segments = Math.max(0, ...previews.map(({ measure }) => measure.segments));
  return {
    faults:
      medium === 'PHONE' && segments > MOST_SEGMENTS
        ? [{ path: 'body', code: 'TOO_MANY_SEGMENTS', detail: String(MOST_SEGMENTS) }]
        : faults,
    previews,
    builtInSegments: Math.max(...previewsOf(builtIn).map(({ measure }) => measure.segments)),
  };
}

export const findTemplate = (name: string): { name: Template; ways: readonly PreviewWay[] } | undefined =>
  TEMPLATE_NAMES.find((template) => template.name === name);

/** A wording as it is kept: no line ends of other systems, nothing empty around it. */
export const normal = (medium: Medium, { subject, body }: Wording): Wording => ({
  subject: medium === 'MAIL' ? (subject ?? '').trim() : null,
  body: body.replace(/\r\n?/g, '\n').trim().normalize('NFC'),
});
