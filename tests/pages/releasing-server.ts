import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import { PLATFORM_PORT } from '../platform/addresses.ts';

export interface ReleasingServer extends AsyncDisposable {
  origin: string;
  /** From now on there is a later build: pages and worker name another entry. */
  release(): void;
}

/** Stands in front of the platform, so that a new build can come out while a page is open. */
export async function startReleasingServer(): Promise<ReleasingServer> {
  const html = await readFile(join(import.meta.dirname, '../../web-citizen/dist/index.html'), 'utf8');
  const entry = /src="(\/assets\/[^"]+\.js)"/.exec(html)![1]!;
  const later = entry.replace('.js', '.later.js');
  let isReleased = false;
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url!.replace(later, entry);
    // As plain text, and whole, so that it can be read here.
    const { 'if-none-match': _tag, 'if-modified-since': _day, ...rest } = incoming.headers;
    const headers = { ...rest, 'accept-encoding': 'identity' };
    const onward = request(
      { host: '127.0.0.1', port: PLATFORM_PORT, path, method: incoming.method, headers },
      async (answer) => {
        const isNamed = path === '/sw.js' || answer.headers['content-type']?.startsWith('text/html');
        const body = await buffer(answer);
        const sent = isReleased && isNamed ? Buffer.from(body.toString().replaceAll(entry, later)) : body;
        outgoing.writeHead(answer.statusCode!, { ...answer.headers, 'content-length': sent.length });
        outgoing.end(sent);
      },
    );
    onward.once('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.listen(PLATFORM_PORT + 8, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${PLATFORM_PORT + 8}`,
    release: () => void (isReleased = true),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
