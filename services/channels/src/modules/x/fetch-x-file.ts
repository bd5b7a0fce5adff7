import { randomBytes } from 'node:crypto';
import { fetchFile, type Fetched } from '../provider/index.ts';
import { authorise } from './authorise.ts';
import { apiOf, FILES_ORIGIN, type X } from './x.ts';

const LARGEST_FILE_BYTES = 10 * 1_048_576;

/** Fetches a photo of a direct message, as the account that got it. */
export const fetchXFile =
  (x: X, now: () => number) =>
  async (address: string): Promise<Fetched> => {
    const url = new URL(address);
    const origins = [FILES_ORIGIN, ...(x.apiUrl ? [apiOf(x)] : [])];
    const authorization = authorise(x, 'GET', `${url.origin}${url.pathname}`, {
      nonce: randomBytes(16).toString('hex'),
      seconds: Math.floor(now() / 1_000),
      parameters: Object.fromEntries(url.searchParams),
    });
    return fetchFile(url, { origins, largestBytes: LARGEST_FILE_BYTES, headers: { authorization } });
  };
