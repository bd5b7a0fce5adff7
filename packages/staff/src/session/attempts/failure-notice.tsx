import { Notice } from '@lapor/ui';
import { useEffect, useRef } from 'react';
import { useText } from '../../language/use-text.ts';
import { failureText, type FailureTexts } from './failure-text.ts';
import type { Failure } from './use-attempt.ts';

/** Says above a form why it did not happen, and takes the focus. Nothing for what stands at a field. */
export function FailureNotice({
  failure,
  texts,
}: {
  failure: Failure | null | undefined;
  texts?: FailureTexts;
}) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) box.current?.focus();
  }, [failure]);
  if (!failure) return null;
  const { message, values } = failureText(failure, texts);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="danger" role="alert">
        <p>{t(message, values)}</p>
      </Notice>
    </div>
  );
}
