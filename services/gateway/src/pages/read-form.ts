import type { FastifyRequest } from 'fastify';
import type { SentFile } from './page-server.ts';

/** Photos and PDFs; what is larger comes by the applications, in parts. */
const LARGEST_FILE = 10_000_000;
/** Read to its end so that the fields beside a too large file are kept; beyond it nothing is read. */
export const LARGEST_UPLOAD = 60_000_000;
/** Longest text with everything typed before, as a form writes it. */
export const LARGEST_FORM = 160_000;
const MOST_FIELDS = 60;
/** Whole files in memory at a time, of one process and of one address. */
const FILES_AT_ONCE = 6;
const FILES_OF_ONE = 2;
/** So much is read before a file takes one of these places: an open connection alone keeps nobody out. */
const FIRST_BYTES = 64_000;
/** Whoever sends nothing for so long has gone. */
const SILENCE_MILLISECONDS = 15_000;

export interface Form {
  fields: ReadonlyMap<string, string>;
  file: SentFile | null;
}

/** A form without files: the first of each name counts. */
export function readFields(body: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    if (fields.size >= MOST_FIELDS) break;
    if (!fields.has(name)) fields.set(name, readable(value));
  }
  return fields;
}

const reading = new Map<string, number>();

/** A place for a file of this address; `null` when all are taken. */
function takePlace(address: string): (() => void) | null {
  const own = reading.get(address) ?? 0;
  const all = [...reading.values()].reduce((sum, count) => sum + count, 0);
  if (own >= FILES_OF_ONE || all >= FILES_AT_ONCE) return null;
  reading.set(address, own + 1);
  return () => {
    const left = reading.get(address)! - 1;
    if (left === 0) reading.delete(address);
    else reading.set(address, left);
  };
}

/** A form with a file, read as it comes. A file that is too large is passed over, its fields are not. */
export async function readUpload(request: FastifyRequest): Promise<Form> {
  const fields = new Map<string, string>();
  let file: SentFile | null = null;
  const silence = setTimeout(() => request.raw.destroy(), SILENCE_MILLISECONDS);
  try {
    const limits = {
      fields: MOST_FIELDS,
      fieldSize: LARGEST_FORM,
      files: 1,
      fileSize: LARGEST_FILE,
      parts: MOST_FIELDS + 1,
    };
    for await (const part of request.parts({ limits })) {
      silence.refresh();
      if (part.type === 'field') {
        if (!fields.has(part.fieldname)) fields.set(part.fieldname, readable(String(part.value)));
        continue;
      }
      const content = await readFile(part.file, request.ip, () => silence.refresh());
      // A form whose file was not chosen sends an empty one without a name.
      if (content instanceof Buffer && content.length === 0 && !part.filename) continue;
      file = { fileName: readable(part.filename || 'berkas'), content };
    }
    return { fields, file };
  } catch (cause) {
    // The parser's own faults are the sender's, whichever they are.
    if ((cause as { statusCode?: number }).statusCode) throw cause;
    throw Object.assign(new Error('The form cannot be read', { cause }), { statusCode: 400 });
  } finally {
    clearTimeout(silence);
  }
}

/** The file, or why it was passed over; read to its end either way. */
async function readFile(
  stream: AsyncIterable<Buffer> & { truncated: boolean },
  address: string,
  onBytes: () => void,
): Promise<Buffer | { code: string }> {
  let chunks: Buffer[] = [];
  let size = 0;
  let place: (() => void) | null = null;
  let isKept = true;
  try {
    for await (const chunk of stream) {
      onBytes();
      size += chunk.length;
      if (isKept && !place && size > FIRST_BYTES) {
        place = takePlace(address);
        isKept = place !== null;
      }
      if (isKept) chunks.push(chunk);
      else chunks = [];
    }
    if (stream.truncated) return { code: 'TOO_LARGE' };
    return isKept ? Buffer.concat(chunks) : { code: 'BUSY' };
  } finally {
    place?.();
  }
}

/** No text in the database has U+0000. */
const readable = (text: string) => text.replaceAll('\0', '');
