import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Smaller ones fit one packet anyway. */
const WORTH_BYTES = 1_400;
/** Up to here another thread costs more than the work: a tenth of a millisecond. */
const AT_ONCE_CHARACTERS = 32_000;

// Cheap levels: this happens on every answer, unlike the files that were compressed at the build.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };
const GZIP = { level: 4 };

/** A text as the client can read it, with the headers that say so. */
export async function compressed(
  text: string,
  acceptEncoding: string | undefined,
): Promise<{ body: string | Buffer; headers: Record<string, string> }> {
  const vary = { vary: 'accept-encoding' };
  if (text.length < WORTH_BYTES || !acceptEncoding) return { body: text, headers: vary };
  const atOnce = text.length <= AT_ONCE_CHARACTERS;
  if (/\bbr\b/.test(acceptEncoding)) {
    const body = atOnce ? brotliCompressSync(text, BROTLI) : await brotli(text, BROTLI);
    return { body, headers: { ...vary, 'content-encoding': 'br' } };
  }
  if (/\bgzip\b/.test(acceptEncoding)) {
    const body = atOnce ? gzipSync(text, GZIP) : await zip(text, GZIP);
    return { body, headers: { ...vary, 'content-encoding': 'gzip' } };
  }
  return { body: text, headers: vary };
}
