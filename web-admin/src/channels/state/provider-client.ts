import { askChannels } from '@lapor/web-client';

interface Wish {
  requestKey: string;
  reason: string;
}

/** What the desk decides of providers of short messages. */
export const providerDecisions = {
  rest: (wish: Wish & { provider: string; until: string; evenTheLast: boolean }) =>
    askChannels<object>('POST', '/desk/providers/rest', wish),
  back: (wish: Wish & { provider: string }) => askChannels<object>('POST', '/desk/providers/back', wish),
  price: (wish: Wish & { provider: string; rupiah: number; fromDay: string }) =>
    askChannels<object>('POST', '/desk/providers/price', wish),
  order: (wish: Wish & { order: readonly string[]; before: readonly string[] }) =>
    askChannels<object>('POST', '/desk/providers/order', wish),
} as const;
