import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Smaller ones fit one packet anyway. */
const WORTH_BYTES = 1_400;

/** A text as the client can read it, with the headers that say so. */
export async function compressed(
  text: string,
  acceptEncoding: string | undefined,
): Promise<{ body: string | Buffer; headers: Record<string, string> }> {
  const vary = { vary: 'accept-encoding' };
  if (text.length < WORTH_BYTES || !acceptEncoding) return { body: text, headers: vary };
  // Cheap levels: this happens on every answer, unlike the files that were compressed at the build.
  if (/\bbr\b/.test(acceptEncoding)) {
    const body = await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
    return { body, headers: { ...vary, 'content-encoding': 'br' } };
  }
  if (/\bgzip\b/.test(acceptEncoding)) {
    return { body: await zip(text, { level: 4 }), headers: { ...vary, 'content-encoding': 'gzip' } };
  }
  return { body: text, headers: vary };
}
