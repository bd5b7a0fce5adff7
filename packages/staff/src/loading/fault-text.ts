import type { StaffMessageId } from '../language/use-text.ts';

interface RequestFault {
  networkError?: Error | undefined;
  graphQLErrors?: readonly { extensions?: Record<string, unknown> }[];
  response?: { status?: number } | undefined;
}

/** What to say about a request that failed as a whole. */
export function faultText(error: RequestFault): StaffMessageId {
  const status = error.response?.status;
  if (
    status === 429 ||
    error.graphQLErrors?.some(({ extensions }) => extensions?.['code'] === 'TOO_MANY_REQUESTS')
  )
    return 'fault.tooMany';
  if (error.networkError && status === undefined) return 'fault.offline';
  return 'fault.unavailable';
}
