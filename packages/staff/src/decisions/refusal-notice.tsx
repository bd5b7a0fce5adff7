import { Notice } from '@lapor/ui';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { CHANGE_REFUSED } from './change-refused.ts';
import type { Refusal } from './outcome.ts';

const refused: Record<string, StaffMessageId> = {
  RETURNS_EXHAUSTED: 'refused.returnsExhausted',
  NO_IDENTITY: 'refused.noIdentity',
  TOO_LATE: 'refused.tooLate',
  CHANGE_PENDING: 'refused.changePending',
  UNDONE: 'refused.undone',
  OWN_ANSWER: 'refused.ownAnswer',
};

/** Says what happened to a decision that did not happen, and that nothing typed is lost. Takes the focus. */
export function RefusalNotice({
  refusal,
  gone = 'refused.gone',
}: {
  refusal: Refusal | null;
  /** What to say when the thing is not there, or no longer for the officer. */
  gone?: StaffMessageId;
}) {
  const t = useText();
  const { words } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) box.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  const [title, text] = sayRefusal(refusal, gone, t, words.states);
  const isRule =
    refusal.kind === 'REFUSED' ||
    refusal.kind === 'STALE' ||
    refusal.kind === 'LEASED' ||
    refusal.kind === 'CHANGE_REFUSED';
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={isRule ? 'warning' : 'danger'} role="alert" title={title}>
        <p>{text}</p>
        {refusal.kind === 'STALE' && (
          <ul>
            {refusal.entries.map((entry) => (
              <li key={entry.id}>
                {[
                  words.history({
                    kind: entry.kind,
                    actorKind: entry.actorKind,
                    toReporter: false,
                    organisation: entry.organisation?.name,
                    toOrganisation: entry.toOrganisation?.name,
                    reasonCode: entry.reasonCode,
                  }),
                  entry.officer?.name,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}

function sayRefusal(
  refusal: Refusal,
  gone: StaffMessageId,
  t: ReturnType<typeof useText>,
  states: Record<string, string>,
): readonly [string, string] {
  switch (refusal.kind) {
    case 'REFUSED': {
      const own = refused[refusal.code];
      if (own) return [t('refused.title'), t(own)];
      return [t('refused.title'), t('refused.moved', { state: states[refusal.state] ?? refusal.state })];
    }
    case 'STALE':
      return [t('refused.staleTitle'), t('refused.stale')];
    case 'LEASED':
      return [t('refused.leasedTitle'), t('refused.leased', { name: refusal.name ?? t('live.colleague') })];
    case 'CHANGE_REFUSED':
      return [t('refused.changeTitle'), t(CHANGE_REFUSED[refusal.code] ?? 'refused.otherChange')];
    case 'GONE':
      return [t(gone === 'refused.gone' ? 'refused.title' : 'refused.changeTitle'), t(gone)];
    case 'OFFLINE':
      return [t('refused.unsent'), t('fault.offlineKept')];
    case 'TOO_MANY':
      return [t('refused.unsent'), t('fault.tooMany')];
    case 'UNAVAILABLE':
      return [t('refused.unsent'), t('fault.unavailableKept')];
  }
}
