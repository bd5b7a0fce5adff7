import { Notice } from '@lapor/ui';
import type { ChannelsFailure } from '@lapor/web-client';
import { useEffect, useRef } from 'react';
import { useText } from './words.ts';

const CODES = [
  'OFFLINE',
  'UNAVAILABLE',
  'NOT_FOUND',
  'INPUT_INVALID',
  'CONFLICT',
  'TOO_MANY_REQUESTS',
] as const;

export function useWebhookFailureText(): (failure: ChannelsFailure) => string {
  const t = useText();
  return ({ code }) => t(`webhooks.fault.${CODES.find((one) => one === code) ?? 'OTHER'}`);
}

/** Says above a form why nothing was done, and takes the focus. */
export function WebhookFailure({ failure }: { failure: ChannelsFailure | null }) {
  const textOf = useWebhookFailureText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) box.current?.focus();
  }, [failure]);
  if (!failure) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="danger" role="alert">
        <p>{textOf(failure)}</p>
      </Notice>
    </div>
  );
}
