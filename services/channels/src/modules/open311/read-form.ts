import type { FastifyRequest } from 'fastify';
import { fault, type Fault } from './answer.ts';

export interface Form {
  fields: ReadonlyMap<string, string>;
  file: { name: string; content: Buffer } | null;
}

/** A photo as the platform takes it. */
const LARGEST_FILE = 10_000_000;
const MOST_FIELDS = 60;
const LONGEST_FIELD = 20_000;

/** Text as it is stored: no control characters but line breaks, no halves of pairs. */
export const readable = (text: string): string =>
  text.toWellFormed().replace(/[^\P{Cc}\n]/gu, (control) => (control === '\t' ? ' ' : ''));

/** Fields of a query or a form; the first of each name counts. */
export function readFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.size >= MOST_FIELDS) break;
    if (!fields.has(name)) fields.set(name, readable(value));
  }
  return fields;
}

/** What a client sent: a form, or one with a photo (`media`). */
export async function readForm(request: FastifyRequest): Promise<Form | Fault> {
  const type = request.headers['content-type'] ?? '';
  if (/^application\/x-www-form-urlencoded/i.test(type))
    return { fields: readFields(String(request.body ?? '')), file: null };
  if (!/^multipart\/form-data/i.test(type))
    return fault(415, 'Send application/x-www-form-urlencoded or multipart/form-data');
  const fields = new Map<string, string>();
  let file: Form['file'] = null;
  const limits = { fileSize: LARGEST_FILE, files: 1, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        const content = await part.toBuffer();
        if (content.length > 0)
          file = { name: readable(part.filename ?? '').slice(0, 200) || 'foto', content };
      } else if (!fields.has(part.fieldname)) fields.set(part.fieldname, readable(String(part.value ?? '')));
    }
  } catch (error) {
    const { statusCode } = error as { statusCode?: number };
    return statusCode === 413
      ? fault(413, 'media: one photo of 10 MB at most')
      : fault(400, 'The form cannot be read');
  }
  return { fields, file };
}
