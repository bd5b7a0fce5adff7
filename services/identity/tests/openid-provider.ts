import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** What the provider and this service share. */
export const SECRET = 'rahasia-klien-untuk-tes';

/** What the agency's provider says of the person at its door. */
export interface Person {
  sub: string;
  email: string;
  email_verified: boolean;
  amr?: string[];
  acr?: string;
}

/** A real OpenID provider on the own machine, which lets in whoever the test says without asking. */
export async function startProvider(redirectUris: string[], more: Configuration = {}) {
  const server: Server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const desk: { person: Person } = { person: { sub: 's', email: '', email_verified: true } };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'lapor',
        client_secret: SECRET,
        redirect_uris: redirectUris,
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], acr: null, amr: null },
    acrValues: ['phr', 'low'],
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ ...desk.person, sub }) }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true } },
    cookies: { keys: ['only for tests'] },
    ...more,
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    void (async () => {
      if (!request.url!.startsWith('/interaction/')) return handle(request, response);
      const { prompt, params, session } = await provider.interactionDetails(request, response);
      const { sub, amr, acr } = desk.person;
      if (prompt.name === 'login')
        return provider.interactionFinished(request, response, {
          login: { accountId: sub, ...(amr ? { amr } : {}), ...(acr ? { acr } : {}), remember: false },
        });
      const grant = new provider.Grant({
        accountId: session!.accountId!,
        clientId: params.client_id as string,
      });
      grant.addOIDCScope('openid email');
      return provider.interactionFinished(
        request,
        response,
        { consent: { grantId: await grant.save() } },
        { mergeWithLastSubmission: true },
      );
    })().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return {
    issuer,
    desk,
    provider,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** Goes through the provider like a browser and comes back with the address that it is sent to at the end. */
export async function passProvider(start: string, end: string): Promise<URL> {
  const jar = new Map<string, string>();
  let address = start;
  for (let step = 0; step < 10; step++) {
    if (address.startsWith(end)) return new URL(address);
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      jar.set(name!, value!);
    }
    const next = response.headers.get('location');
    if (!next) throw new Error(`${response.status} ${await response.text()}`);
    address = new URL(next, address).href;
  }
  throw new Error('Too many steps');
}
