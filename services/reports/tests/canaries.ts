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
  ];
}

/** Which of the canaries stand in a text. */
export function hitsIn(text: string, canaries: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return canaries.filter((canary) => formsOf(canary).some((form) => lower.includes(form.toLowerCase())));
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
  const logger = createLogger('reports', 'trace');
  const symbol = Object.getOwnPropertySymbols(logger).find((key) => key.description === 'pino.stream')!;
  const lines: string[] = [];
  (logger as unknown as Record<symbol, unknown>)[symbol] = { write: (line: string) => lines.push(line) };
  return { logger, lines };
}
