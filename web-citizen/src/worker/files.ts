// Put in by the build (build/service-worker.ts): the files a report is filed with, the page they belong to, and a name
// for this set.
declare const builtFiles: readonly string[];
declare const builtShell: string;
declare const builtVersion: string;

const prefix = 'lapor-files-';
const cacheName = prefix + builtVersion;
const shellPath = '/offline-shell';
/** On a bad network nobody waits longer for a page that is here already. */
const patienceMilliseconds = 4_000;

/** Keeps what it takes to open the application, to write a report and to see its number, without a network. */
export async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(builtFiles);
  // The gateway serves this script under the policy of our pages. The shell gets the same headers, and holds no nonce
  // that could go stale, since nothing in it stands inline.
  const { headers } = await fetch('/sw.js', { cache: 'no-store' });
  const ours = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'etag', 'last-modified']) ours.delete(name);
  ours.set('content-type', 'text/html; charset=utf-8');
  await cache.put(shellPath, new Response(builtShell, { headers: ours }));
}

/** Those of the version before stay: a page of it may still be open in another tab. */
export async function removeOldFiles(): Promise<void> {
  const kept = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(kept.slice(0, -1).map((name) => caches.delete(name)));
}

/** Addresses of this application; the others on this origin are none of our business. */
export const isPage = (path: string): boolean => !notOurs.test(path) && !/\.\w+$/.test(path);

const notOurs =
  /^\/(instansi|admin|analis|auth|demo|figures|files|graphql|health|internal|letters|live|mailbox|notifications|operations|sederhana|tanda-terima)(\/|$)/;

export const isFile = (path: string): boolean => path.startsWith('/assets/');

/** Names hold a hash of the content: what is here is right. What comes later is kept as well. */
export async function fileOf(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(cacheName)).put(request, answer.clone()).catch(() => undefined);
  return answer;
}

/** From the server, which writes title and preview of every page; the shell when it cannot be had, or not soon. */
export async function pageOf(request: Request): Promise<Response> {
  const shell = await (await caches.open(cacheName)).match(shellPath);
  const answer = fetch(request);
  if (!shell) return answer;
  const late = new Promise<Response>((resolve) => setTimeout(resolve, patienceMilliseconds, shell));
  try {
    const first = await Promise.race([answer, late]);
    return [502, 503, 504].includes(first.status) ? shell : first;
  } catch {
    return shell;
  }
}

const keysName = 'lapor-receipt-keys';

export const isKeySet = (path: string): boolean => path === '/.well-known/lapor-receipt-keys.json';

/** Keys of receipts: from the server, which may have withdrawn one; what was kept when it cannot be had, with a word since when. */
export async function keySetOf(request: Request): Promise<Response> {
  const cache = await caches.open(keysName);
  const keep = async (answer: Response) => {
    if (answer.ok) await cache.put(request.url, answer.clone()).catch(() => undefined);
    return answer;
  };
  const kept = await cache.match(request.url);
  const answer = fetch(request).then(keep);
  if (!kept) return answer;
  const late = new Promise<null>((resolve) => setTimeout(resolve, patienceMilliseconds, null));
  const first = await Promise.race([answer, late]).catch(() => null);
  return first?.ok ? first : withAge(kept);
}

function withAge(kept: Response): Response {
  const headers = new Headers(kept.headers);
  const since = Date.parse(headers.get('date') ?? '');
  headers.set('x-kept-since', Number.isNaN(since) ? '' : new Date(since).toISOString());
  return new Response(kept.body, { headers });
}

/** Fetched once with the files, so that a first receipt may be checked where there is no network; without them the worker works, too. */
export async function keepKeySet(): Promise<void> {
  await caches
    .open(keysName)
    .then((cache) => cache.add('/.well-known/lapor-receipt-keys.json'))
    .catch(() => undefined);
}
