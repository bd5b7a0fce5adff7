import { z } from 'zod';
import type { ServiceHealth } from '@lapor/subgraph';
import type { Tokens } from '@lapor/viewer';
import type { Readiness } from './http/health.ts';
import type { SystemHealth } from './http/operations.ts';
import { KeyUsedTooOften, type Authenticate } from './http/viewer.ts';

const answer = z.object({ token: z.string().nullable() });

const TIMEOUT_MILLISECONDS = 2_500;

/**
 * Asks the identity service, in a process of its own, who stands behind a cookie or an API key. It answers with a
 * signed viewer. Rejects when it cannot be asked.
 */
export function remoteAuthentication(identityUrl: string, tokens: Tokens): Authenticate {
  return async ({ cookie, authorization }) => {
    const response = await fetch(new URL('/internal/authenticate', identityUrl), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokens.signService('gateway')}`,
      },
      body: JSON.stringify({ cookie, authorization }),
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    if (response.status === 429) throw new KeyUsedTooOften(Number(response.headers.get('retry-after')) || 60);
    if (!response.ok) throw new Error(`The identity service answers ${response.status}`);
    const { token } = answer.parse(await response.json());
    return token === null ? null : tokens.verifyViewer(token);
  };
}

/** Asks services in processes of their own whether they answer through their databases. */
export function remoteReadiness(urls: Readonly<Record<string, string>>): Readiness {
  const isReady = async (url: string) => {
    const response = await fetch(new URL('/health/ready', url), {
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    await response.body?.cancel();
    return response.ok;
  };
  return async () =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(urls).map(
          async ([name, url]) => [name, await isReady(url).catch(() => false)] as const,
        ),
      ),
    );
}

/** Asks services in processes of their own how they do. */
export function remoteHealth(urls: Readonly<Record<string, string>>, tokens: Tokens): SystemHealth {
  const healthOf = async (url: string): Promise<ServiceHealth> => {
    const response = await fetch(new URL('/internal/health', url), {
      headers: { authorization: `Bearer ${await tokens.signService('gateway')}` },
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    if (!response.ok) throw new Error(`The service answers ${response.status}`);
    return (await response.json()) as ServiceHealth;
  };
  return () => Object.entries(urls).map(([name, url]) => ({ name, health: healthOf(url) }));
}
