import { askChannels, queryOf } from '@lapor/web-client';

export type WebhookState = 'ACTIVE' | 'PAUSED' | 'DISABLED';

export interface Webhook {
  id: string;
  /** Null: the nation's, of published reports only. */
  organisationId: string | null;
  organisationName: string | null;
  label: string;
  url: string;
  /** None: all. */
  types: readonly string[];
  state: WebhookState;
  disabledReason: 'GONE' | 'FAILING' | 'BY_HAND' | null;
  createdAt: string;
  failingSince: string | null;
  failures: number;
  resumesAt: string | null;
  lastDeliveredAt: string | null;
  waiting: number;
  failed30Days: number;
  secretRotatedAt: string | null;
  previousSecretUntil: string | null;
}

export interface WebhookMessage {
  id: string;
  type: string;
  number: string | null;
  state: 'WAITING' | 'DELIVERED' | 'FAILED';
  attempts: number;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: string;
  nextAt: string | null;
  deliveredAt: string | null;
  payload: object;
}

export interface WebhookInput {
  label: string;
  url: string;
  types: readonly string[];
}

const at = (id: string, rest = '') => `/webhooks/${encodeURIComponent(id)}${rest}`;

/** What is asked under `/channels/webhooks`. */
export const webhookClient = {
  list: (organisation?: string) =>
    askChannels<{ webhooks: readonly Webhook[]; types: readonly string[]; next: string | null }>(
      'GET',
      `/webhooks${queryOf({ organisation, first: 100 })}`,
    ),
  create: (input: WebhookInput & { organisationId: string | null; requestKey: string }) =>
    askChannels<{ webhook: Webhook; secret: string }>('POST', '/webhooks', input),
  change: (id: string, change: Partial<WebhookInput> & { state?: WebhookState }) =>
    askChannels<Webhook>('PATCH', at(id), change),
  remove: (id: string) => askChannels<null>('DELETE', at(id)),
  rotate: (id: string, requestKey: string) =>
    askChannels<{ secret: string; previousSecretUntil: string }>('POST', at(id, '/rotate'), { requestKey }),
  test: (id: string, requestKey: string) =>
    askChannels<{ messageId: string }>('POST', at(id, '/test'), { requestKey }),
  messages: (id: string, filter: { state?: string; after?: string }) =>
    askChannels<{ messages: readonly WebhookMessage[]; next: string | null }>(
      'GET',
      at(id, `/messages${queryOf({ ...filter, first: 30 })}`),
    ),
  replay: (id: string) =>
    askChannels<WebhookMessage>('POST', `/webhooks/messages/${encodeURIComponent(id)}/replay`, {}),
} as const;
