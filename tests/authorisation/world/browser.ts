/** What came back from the graph. */
export interface GraphAnswer {
  status: number;
  data: Record<string, any> | null;
  /** Codes of the errors, each with where it happened. */
  errors: { code: string; path: string; message: string }[];
}

/** Somebody with cookies, a key or grants of their own, at a network address of their own, so that limits do not meet. */
export interface Browser {
  /** Headers by which this one is known: cookie or key. */
  credentials: Record<string, string>;
  send(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }>;
  /** As it is: nothing of the answer is read yet. */
  knock(method: string, path: string, request?: KnockRequest): Promise<Response>;
  upload(path: string, file: { name: string; content: Buffer }): Promise<{ status: number; body: any }>;
  graph(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<GraphAnswer>;
  /** A copy of the credentials as they are now, which later sign-ins and sign-outs of this one do not change. */
  copy(): Browser;
}

/** What a request has beside method and address. */
export interface KnockRequest {
  headers?: Record<string, string>;
  body?: string;
}

let addresses = 0;
/** An address of its own from a range for documentation. */
const nextAddress = () => {
  addresses += 1;
  return `198.18.${addresses >> 8}.${addresses & 255}`;
};

/** A browser at the gateway's address, which takes it for one at the platform's origin. */
export function openBrowser(address: string, origin: string, key?: string): Browser {
  const cookies = new Map<string, string>();
  const source = nextAddress();
  const common = (): Record<string, string> => ({
    origin,
    'x-forwarded-for': source,
    'x-lapor-client': 'matrix',
    ...browser.credentials,
  });
  const keepCookies = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/max-age=0/i.test(line)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    if (cookies.size > 0)
      browser.credentials.cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    else delete browser.credentials.cookie;
  };
  const read = async (response: Response) => {
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson && text ? JSON.parse(text) : text };
  };
  const browser: Browser = {
    credentials: key ? { authorization: `Bearer ${key}` } : {},
    async send(method, path, body) {
      const response = await fetch(address + path, {
        method,
        headers: { ...common(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'manual',
      });
      if (!key) keepCookies(response);
      return read(response);
    },
    knock(method, path, { headers = {}, body } = {}) {
      const { origin: own, ...others } = common();
      return fetch(address + path, {
        method,
        // A system with a key is no browser and names no origin.
        headers: { ...others, ...(browser.credentials.authorization ? {} : { origin: own! }), ...headers },
        ...(body === undefined ? {} : { body }),
        redirect: 'manual',
      });
    },
    async upload(path, { name, content }) {
      return read(
        await fetch(address + path, {
          method: 'POST',
          headers: {
            ...common(),
            'tus-resumable': '1.0.0',
            'upload-length': String(content.length),
            'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
            'content-type': 'application/offset+octet-stream',
          },
          body: new Uint8Array(content),
        }),
      );
    },
    async graph(query, variables, headers = {}) {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { ...common(), 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const { body } = await read(response);
      if (typeof body !== 'object')
        throw new Error(`The graph answered ${response.status}: ${String(body).slice(0, 200)}`);
      return {
        status: response.status,
        data: body.data ?? null,
        errors: (body.errors ?? []).map((error: any) => ({
          code: error.extensions?.code ?? 'NONE',
          path: (error.path ?? []).join('.'),
          message: error.message,
        })),
      };
    },
    copy() {
      const twin = openBrowser(address, origin, key);
      twin.credentials = { ...browser.credentials };
      return twin;
    },
  };
  return browser;
}
