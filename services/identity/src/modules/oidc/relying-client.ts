import * as client from 'openid-client';
import type { Provider } from './provider.ts';
import { guardedFetch, type GuardedFetchOptions } from './guarded-fetch.ts';

const DISCOVERY_MILLISECONDS = 600_000;
const TIMEOUT_SECONDS = 8;
const SCOPE = 'openid email';
const WANTED_CLAIMS = JSON.stringify({ id_token: { amr: null, acr: null } });

/** Speaks OpenID Connect with agencies' providers. */
export interface RelyingClient {
  /** What the provider says of itself. @throws when it cannot be asked, or is none. */
  configurationOf(
    provider: Pick<Provider, 'issuer' | 'clientId' | 'clientSecret'>,
  ): Promise<client.Configuration>;
  close(): Promise<void>;
}

export function createRelyingClient(options: GuardedFetchOptions): RelyingClient {
  const guarded = guardedFetch(options);
  const known = new Map<string, { at: number; metadata: client.ServerMetadata }>();
  const prepare = (configuration: client.Configuration): client.Configuration => {
    configuration[client.customFetch] = guarded.fetch;
    configuration.timeout = TIMEOUT_SECONDS;
    if (!options.isStrict) client.allowInsecureRequests(configuration);
    // The signature of what the provider says is checked, not only the line it came over.
    client.enableNonRepudiationChecks(configuration);
    return configuration;
  };

  async function metadataOf(issuer: string, clientId: string): Promise<client.ServerMetadata> {
    const remembered = known.get(issuer);
    if (remembered && performance.now() - remembered.at < DISCOVERY_MILLISECONDS) return remembered.metadata;
    const found = await client.discovery(new URL(issuer), clientId, undefined, client.None(), {
      [client.customFetch]: guarded.fetch,
      timeout: TIMEOUT_SECONDS,
      execute: options.isStrict ? [] : [client.allowInsecureRequests],
    });
    const metadata = found.serverMetadata();
    const { authorization_endpoint: authorization, token_endpoint: token, jwks_uri: keys } = metadata;
    for (const address of [authorization, token, keys])
      if (!isUsable(address, options.isStrict))
        throw new Error('The provider names an address that is not used');
    known.set(issuer, { at: performance.now(), metadata });
    return metadata;
  }

  return {
    async configurationOf({ issuer, clientId, clientSecret }) {
      const metadata = await metadataOf(issuer, clientId);
      const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
      const authentication = methods.includes('client_secret_basic')
        ? client.ClientSecretBasic(clientSecret)
        : client.ClientSecretPost(clientSecret);
      return prepare(new client.Configuration(metadata, clientId, {}, authentication));
    },
    close: () => guarded.close(),
  };
}

const isUsable = (address: string | undefined, isStrict: boolean): boolean =>
  address !== undefined && (isStrict ? /^https:\/\// : /^https?:\/\//).test(address);

/** What a sign-in under way must remember. */
export interface SignInSecrets {
  state: string;
  nonce: string;
  verifier: string;
}

/** Where the browser is sent, and what is remembered meanwhile. */
export async function beginAuthorization(
  configuration: client.Configuration,
  redirectUri: string,
): Promise<{ url: URL; secrets: SignInSecrets }> {
  const secrets = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: SCOPE,
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    // How the person signed in there is told by many only when it is asked for.
    ...(configuration.serverMetadata().claims_parameter_supported ? { claims: WANTED_CLAIMS } : {}),
  });
  return { url, secrets };
}

/** What the provider says of the person. */
export interface AgencyClaims {
  subject: string;
  /** Only a verified one, in lower case. */
  email: string | null;
  amr: unknown;
  acr: unknown;
}

/**
 * Takes the code for the person's claims. State, nonce, code verifier, issuer, audience and signature are checked.
 * @throws when one of them does not hold.
 */
export async function finishAuthorization(
  configuration: client.Configuration,
  answered: URL,
  { state, nonce, verifier }: SignInSecrets,
): Promise<AgencyClaims> {
  const tokens = await client.authorizationCodeGrant(configuration, answered, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims()!;
  // Some tell the address only here.
  const told =
    claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : claims;
  const { email, email_verified: isVerified } = told;
  return {
    subject: claims.sub,
    email: typeof email === 'string' && isVerified === true ? email.trim().toLowerCase() : null,
    amr: claims['amr'],
    acr: claims['acr'],
  };
}
