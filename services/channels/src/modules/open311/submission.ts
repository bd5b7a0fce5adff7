import { z } from 'zod';
import { isOneDay } from './moments.ts';
import { KINDS } from './definition.ts';
import type { Category } from './services.ts';

const absent = z.literal('').transform(() => undefined);
const optional = <Shape extends z.ZodType>(shape: Shape) => z.union([absent, shape]).optional();
const flag = optional(z.enum(['true', 'false']).transform((text) => text === 'true'));
const decimal = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,15})?$/, 'A number')
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const shape = z
  .object({
    description: z.string().trim().min(20, '20 to 4,000 characters').max(4_000, '20 to 4,000 characters'),
    lat: optional(decimal(-11.5, 6.5)),
    long: optional(decimal(94, 142)),
    address_string: optional(z.string().trim().min(1).max(300)),
    address_id: optional(z.string().regex(/^\d\d(\.\d\d(\.\d\d)?)?$/, 'A region code such as 13.71.09')),
    first_name: optional(z.string().trim().max(80)),
    last_name: optional(z.string().trim().max(80)),
    email: optional(z.string().trim().max(200)),
    phone: optional(z.string().trim().max(40)),
    media_url: absent.optional().or(
      z.string().transform((_, context) => {
        context.addIssue(
          'Addresses of other servers are not fetched; send the photo as `media` (multipart/form-data)',
        );
        return z.NEVER;
      }),
    ),
    'attribute[title]': optional(z.string().trim().min(5).max(150)),
    'attribute[kind]': optional(z.enum(KINDS.map(([kind]) => kind))),
    'attribute[occurred_on]': optional(
      z
        .string()
        .transform((text) => text.slice(0, 10))
        .refine(isOneDay, 'A day, such as 2026-11-20'),
    ),
    'attribute[nik]': optional(z.string().trim().max(30)),
    'attribute[is_confidential]': flag,
    'attribute[is_anonymous]': flag,
  })
  .refine(({ lat, long }) => (lat === undefined) === (long === undefined), {
    path: ['lat'],
    error: 'lat and long go together',
  })
  .refine(
    ({ lat, address_string: address, address_id: id }) =>
      lat !== undefined || address !== undefined || id !== undefined,
    { path: ['address_string'], error: 'Where: lat and long, address_string or address_id' },
  );

export type Submission = ReturnType<typeof toSubmission>;

/** What was sent as the graph takes it, or what is wrong with it, field by field. */
export function readSubmission(
  fields: ReadonlyMap<string, string>,
  category: Category,
  organisationId: string | null,
): { submission: Submission } | { faults: string[] } {
  const read = shape.safeParse(Object.fromEntries(fields));
  if (!read.success)
    return {
      faults: read.error.issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`),
    };
  return { submission: toSubmission(read.data, category, organisationId) };
}

function toSubmission(given: z.output<typeof shape>, { id }: Category, organisationId: string | null) {
  const name = [given.first_name, given.last_name].filter(Boolean).join(' ') || undefined;
  const reporter = { name, email: given.email, phone: given.phone, nik: given['attribute[nik]'] };
  const hasReporter = Object.values(reporter).some((value) => value !== undefined);
  return {
    kind: given['attribute[kind]'] ?? 'COMPLAINT',
    title: given['attribute[title]'] ?? titleOf(given.description),
    text: given.description,
    occurredOn: given['attribute[occurred_on]'] ?? null,
    placeText: given.address_string ?? null,
    regionCode: given.address_id ?? null,
    point:
      given.lat !== undefined && given.long !== undefined
        ? { latitude: given.lat, longitude: given.long }
        : null,
    categoryId: id,
    suggestedOrganisationId: organisationId,
    isAnonymous: given['attribute[is_anonymous]'] ?? false,
    isConfidential: given['attribute[is_confidential]'] ?? false,
    reporter: hasReporter ? reporter : null,
  };
}

const LONGEST_TITLE = 100;

/** The first sentence, or as many of its words as a title has room for. */
function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const [sentence = line] = /^.{5,}?[.!?](?= |$)/.exec(line) ?? [line];
  if (sentence.length <= LONGEST_TITLE) return sentence.replace(/[.]$/, '').padEnd(5, '.');
  const cut = sentence.slice(0, LONGEST_TITLE);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 20 ? end : LONGEST_TITLE - 1).toWellFormed()}…`;
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^input\.text/, 'description'],
  [/^input\.title/, 'attribute[title]'],
  [/^input\.placeText/, 'address_string'],
  [/^input\.point/, 'lat'],
  [/^input\.regionCode/, 'address_id'],
  [/^input\.categoryId/, 'service_code'],
  [/^input\.occurredOn/, 'attribute[occurred_on]'],
  [/^input\.isAnonymous/, 'attribute[is_anonymous]'],
  [/^input\.reporter\.name/, 'first_name'],
  [/^input\.reporter\.nik/, 'attribute[nik]'],
  [/^input\.reporter\.phone/, 'phone'],
  [/^input\.reporter\.email/, 'email'],
  [/^input\.reporter/, 'phone'],
  [/^input\.attachmentIds/, 'media'],
];

/** A field of the graph as the standard calls it. */
export const nameOfField = (path: string): string =>
  NAMES.find(([pattern]) => pattern.test(path))?.[1] ?? 'request';
