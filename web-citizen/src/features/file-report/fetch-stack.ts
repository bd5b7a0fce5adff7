import type { HttpRequest, HttpStack } from 'tus-js-client';

/** How files are sent where there is no XMLHttpRequest: in the service worker. It tells no progress, and nobody looks. */
export const fetchStack: HttpStack = {
  getName: () => 'fetch',
  createRequest(method, url): HttpRequest {
    const headers: Record<string, string> = {};
    const stop = new AbortController();
    return {
      getMethod: () => method,
      getURL: () => url,
      setHeader: (name, value) => void (headers[name] = value),
      getHeader: (name) => headers[name],
      setProgressHandler: () => undefined,
      async send(body) {
        const response = await fetch(url, {
          method,
          headers,
          body: (body as Blob | null) ?? null,
          signal: stop.signal,
        });
        const text = await response.text();
        return {
          getStatus: () => response.status,
          // The library reads null as "not there".
          getHeader: (name) => response.headers.get(name) as string | undefined,
          getBody: () => text,
          getUnderlyingObject: () => response,
        };
      },
      abort: async () => stop.abort(),
      getUnderlyingObject: () => null,
    };
  },
};
