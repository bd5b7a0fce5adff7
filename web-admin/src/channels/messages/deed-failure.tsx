import { Notice } from '@lapor/ui';
import type { ChannelsFailure } from '@lapor/web-client';
import { useEffect, useRef } from 'react';
import { useFailureText } from '../failure-words.ts';

/** Says above a form why nothing was done, and takes the focus. */
export function DeedFailure({ failure }: { failure: ChannelsFailure | null }) {
  const textOf = useFailureText();
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
