import { z } from 'zod';
import { fetchFile, readJson, type Fetched } from '../provider/index.ts';
import { apiOf, FILES_ORIGIN, type WhatsApp } from './whatsapp.ts';

/** More than WhatsApp takes of anything but documents, and no more than anybody may upload. */
const LARGEST_FILE_BYTES = 20 * 1_048_576;
const LARGEST_ANSWER_BYTES = 20_000;
/** An address that ran out meanwhile is asked for anew, once. */
const MOST_ADDRESSES = 2;

const told = z.object({ url: z.url(), file_size: z.coerce.number().optional() });

/** Fetches a file by its id: its address is asked for each time, since that is good for minutes. */
export const fetchWhatsAppFile =
  (whatsapp: WhatsApp) =>
  async (id: string): Promise<Fetched> => {
    let fetched: Fetched = { kind: 'NEVER', reason: 'GONE' };
    for (let address = 0; address < MOST_ADDRESSES; address++) {
      fetched = await fetchOnce(whatsapp, id);
      if (fetched.kind !== 'NEVER' || fetched.reason !== 'GONE') break;
    }
    return fetched;
  };

async function fetchOnce(whatsapp: WhatsApp, id: string): Promise<Fetched> {
  const base = apiOf(whatsapp);
  const headers = { authorization: `Bearer ${whatsapp.token}` };
  const asked = await fetchFile(new URL(`${base}/${id}`), {
    origins: [base],
    largestBytes: LARGEST_ANSWER_BYTES,
    headers,
  });
  if (asked.kind !== 'HAD') return asked;
  const known = told.safeParse(readJson(asked.content));
  if (!known.success) return { kind: 'NEVER', reason: 'GONE' };
  if ((known.data.file_size ?? 0) > LARGEST_FILE_BYTES) return { kind: 'NEVER', reason: 'TOO_LARGE' };
  // From where the API says that it lies, if that is one of its own places.
  return fetchFile(new URL(known.data.url), {
    origins: [FILES_ORIGIN, base],
    largestBytes: LARGEST_FILE_BYTES,
    headers,
  });
}
