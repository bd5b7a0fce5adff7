import { createHash } from 'node:crypto';
import { isListType, isNonNullType, isObjectType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import { createLogger, type Logger } from '@lapor/logging';

/** What a reporter would not want to be found anywhere; each is unlike every other text of the test. */
export interface Canaries {
  name: string;
  nik: string;
  /** Without the prefix, which is written in several ways. */
  phone: string;
  email: string;
  address: string;
}

export const canariesOf = (label: string, index: number): Canaries => ({
  name: `Kanari Nama ${label}`,
  // The birth date in it does not exist: nobody's number.
  nik: `13710099999900${10 + index}`,
  phone: `8129999${1000 + index}`,
  email: `kanari.${label.toLowerCase()}@contoh.test`,
  address: `Gang Kanari ${label} nomor ${index}`,
});

/** Plain digests, by which whoever guesses a value finds it again: a NIK has few enough. */
const digestsOf = (canary: string): string[] =>
  ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => {
    const digest = createHash(algorithm).update(canary).digest();
    return [
      digest.toString('hex'),
      digest.toString('base64').replace(/=+$/, ''),
      digest.toString('base64url'),
    ];
  });

/** A text in the forms in which it could slip through. */
export function formsOf(canary: string): string[] {
  const bytes = Buffer.from(canary);
  // Whatever stands before it, one of three cuts of its Base64 is the same.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [
    canary,
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    encodeURIComponent(canary),
    bytes.toString('hex'),
    ...digestsOf(canary),
  ];
}

/** Forms by their beginnings, as many letters of each as the shortest has. */
interface FormIndex {
  letters: number;
  byBeginning: Map<string, { form: string; canary: string }[]>;
}
const indexes = new Map<string, FormIndex>();

function indexOf(canaries: readonly string[]): FormIndex {
  const key = canaries.join('\0');
  const known = indexes.get(key);
  if (known) return known;
  const forms = canaries.flatMap((canary) =>
    formsOf(canary).map((form) => ({ form: form.toLowerCase(), canary })),
  );
  const letters = Math.min(...forms.map(({ form }) => form.length));
  const byBeginning = Map.groupBy(forms, ({ form }) => form.slice(0, letters));
  const index = { letters, byBeginning };
  indexes.set(key, index);
  return index;
}

/** Which of the canaries stand in a text, in any form. One pass, whatever their number: whole platforms are looked through. */
export function hitsIn(text: string, canaries: readonly string[]): string[] {
  if (canaries.length === 0) return [];
  const { letters, byBeginning } = indexOf(canaries);
  const lower = text.toLowerCase();
  const found = new Set<string>();
  for (let at = 0; at + letters <= lower.length; at++)
    for (const { form, canary } of byBeginning.get(lower.slice(at, at + letters)) ?? [])
      if (lower.startsWith(form, at)) found.add(canary);
  return canaries.filter((canary) => found.has(canary));
}

/** Every field that the schema offers of a type, some levels deep. */
export function everyField(schema: GraphQLSchema, name: string, depth = 4): string {
  const type = schema.getType(name);
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = named(field.type);
    if (!isObjectType(schema.getType(inner))) return [field.name];
    return depth > 1 && inner !== name ? [`${field.name} ${everyField(schema, inner, depth - 1)}`] : [];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

const named = (type: GraphQLOutputType): string =>
  isNonNullType(type) || isListType(type) ? named(type.ofType as GraphQLOutputType) : type.name;

/** A logger that says everything, into a list instead of the standard output. */
export function listeningLogger(): { logger: Logger; lines: string[] } {
  const lines: string[] = [];
  return { logger: createLogger('reports', 'trace', { write: (line) => void lines.push(line) }), lines };
}
