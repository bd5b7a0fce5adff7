import { Notice } from '@lapor/ui';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import type { Refusal } from './outcome.ts';

const refused: Record<string, StaffMessageId> = {
  RETURNS_EXHAUSTED: 'refused.returnsExhausted',
  NO_IDENTITY: 'refused.noIdentity',
  TOO_LATE: 'refused.tooLate',
};

/** Says what happened to a decision that did not happen, and that nothing typed is lost. Takes the focus. */
export function RefusalNotice({ refusal }: { refusal: Refusal | null }) {
  const t = useText();
  const { words } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) box.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  const [title, text] = sayRefusal(refusal, t, words.states);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={refusal.kind === 'REFUSED' ? 'warning' : 'danger'} role="alert" title={title}>
        <p>{text}</p>
      </Notice>
    </div>
  );
}

function sayRefusal(
  refusal: Refusal,
  t: ReturnType<typeof useText>,
  states: Record<string, string>,
): readonly [string, string] {
  switch (refusal.kind) {
    case 'REFUSED': {
      const own = refused[refusal.code];
      if (own) return [t('refused.title'), t(own)];
      return [t('refused.title'), t('refused.moved', { state: states[refusal.state] ?? refusal.state })];
    }
    case 'GONE':
      return [t('refused.title'), t('refused.gone')];
    case 'OFFLINE':
      return [t('refused.unsent'), t('fault.offlineKept')];
    case 'TOO_MANY':
      return [t('refused.unsent'), t('fault.tooMany')];
    case 'UNAVAILABLE':
      return [t('refused.unsent'), t('fault.unavailableKept')];
  }
}
