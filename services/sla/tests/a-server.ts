import fastify, { type LightMyRequestResponse } from 'fastify';
import type { Viewer } from '@lapor/viewer';
import type { TestService } from './a-service.ts';

/** The routes of the service behind a server that believes the test who asks. */
export interface TestServer extends AsyncDisposable {
  get(viewer: Viewer, url: string): Promise<LightMyRequestResponse>;
}

export async function startServer({ service }: TestService): Promise<TestServer> {
  const server = fastify();
  const viewers = new Map<string, Viewer>();
  server.decorateRequest('viewer');
  server.addHook('onRequest', async (request) => {
    request.viewer = viewers.get(String(request.headers['x-viewer']))!;
  });
  await service.routes!(server);
  let asked = 0;
  return {
    get(viewer, url) {
      const key = String(++asked);
      viewers.set(key, viewer);
      return server.inject({ url, headers: { 'x-viewer': key } });
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
