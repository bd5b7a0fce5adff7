import { z } from 'zod';
import { fetchFile, postJson, refusalOf, type Fetched } from '../provider/index.ts';
import { apiOf, type Telegram } from './telegram.ts';

/** What the Bot API gives bots at most. */
export const LARGEST_FILE_BYTES = 20 * 1_048_576;
const TIMEOUT_MILLISECONDS = 10_000;
const SILENCE_SECONDS = 20;

const found = z.object({
  result: z.object({
    file_path: z.string().regex(/^[\w-]+(?:\/[\w.-]+)+$/),
    file_size: z.number().optional(),
  }),
});
const flood = z.object({ parameters: z.object({ retry_after: z.number() }) });

/** Fetches a file by its id: where it lies is asked anew each time, since that is good for an hour. */
export const fetchTelegramFile =
  (telegram: Telegram) =>
  async (fileId: string): Promise<Fetched> => {
    const base = apiOf(telegram);
    const asked = await postJson(
      `${base}/bot${telegram.botToken}/getFile`,
      { file_id: fileId },
      {},
      TIMEOUT_MILLISECONDS,
    );
    if ('outcome' in asked) return { kind: 'NOT_NOW', restSeconds: SILENCE_SECONDS };
    const { status, headers, body } = asked;
    // A token that is wrong is our fault: Telegram says 404 to it.
    if (status === 404) return { kind: 'NOT_NOW' };
    if (status !== 200) return refusalOf(status, headers, flood.safeParse(body).data?.parameters.retry_after);
    const known = found.safeParse(body);
    if (!known.success || known.data.result.file_path.includes('..'))
      return { kind: 'NEVER', reason: 'GONE' };
    if ((known.data.result.file_size ?? 0) > LARGEST_FILE_BYTES)
      return { kind: 'NEVER', reason: 'TOO_LARGE' };
    const url = new URL(`${base}/file/bot${telegram.botToken}/${known.data.result.file_path}`);
    return fetchFile(url, { origins: [base], largestBytes: LARGEST_FILE_BYTES });
  };
