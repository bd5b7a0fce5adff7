import { ask, resultOf } from './auth-request.ts';

/** `graph:read`: public data and an analyst's figures; `reports:read`: reports of the key's organisation; `graph:write`: answer them. */
export type KeyScope = 'graph:read' | 'reports:read' | 'graph:write';

export interface ApiKey {
  id: string;
  label: string;
  scopes: readonly KeyScope[];
  /** The organisation whose system uses it; null for an analyst's. */
  organisationId: string | null;
  /** Account of the analyst, or of the officer who made it. */
  accountId: string;
  /** Times in ISO 8601. */
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  /** False when revoked, run out, or when the post it rests on has ended. */
  isInForce: boolean;
  requestsToday: number;
  requestsLast30Days: number;
  lastUsedAt: string | null;
}

export interface NewApiKey {
  id: string;
  /** Shown only now. */
  key: string;
  expiresAt: string;
}

/** Keys that this account may manage, newest first; those of one organisation when it is named. */
export const listApiKeys = (organisationId?: string) =>
  ask<{ keys: readonly ApiKey[] }>(
    'GET',
    `/api-keys${organisationId ? `?organisationId=${encodeURIComponent(organisationId)}` : ''}`,
  );

/** `days`: 1 to 366. With an organisation the scopes hold `reports:read`; without one `graph:read` alone. */
export const createApiKey = (input: {
  label: string;
  days: number;
  scopes: readonly KeyScope[];
  organisationId?: string;
}) => ask<NewApiKey>('POST', '/api-keys', input);

export const revokeApiKey = (id: string) => resultOf(ask('DELETE', `/api-keys/${encodeURIComponent(id)}`));
