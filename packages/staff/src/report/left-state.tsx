import { doneIcon, EmptyState, LinkButton } from '@lapor/ui';
import { useEffect, useRef } from 'react';
import type { LeftReport } from '../decisions/left-report.ts';
import { useText } from '../language/use-text.ts';

interface LeftStateProps {
  /** Null: somebody else may have moved it, or what was sent some seconds ago was made. */
  left: LeftReport | null;
  home: { href: string; label: string };
}

/** A report that was read here and is not the officer's any more: what was done and where it went, not "not found". */
export function LeftState({ left, home }: LeftStateProps) {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  // The dialog that was sent is gone with the report, and the focus with it.
  useEffect(() => place.current?.querySelector('h1')?.focus(), []);
  const name = left?.organisation?.name;
  const where = () => {
    if (left === null) return t('left.movedHint');
    if (left.wentTo === null) return t('left.unknown');
    if (left.wentTo === 'NATIONAL_DESK') return t('left.NATIONAL_DESK');
    if (name) return t(`left.${left.wentTo}.named`, { name });
    return t(`left.${left.wentTo}`);
  };
  return (
    <div ref={place} role="status">
      <EmptyState
        page
        icon={doneIcon}
        title={t(left ? 'left.done' : 'left.moved')}
        action={<LinkButton href={home.href}>{home.label}</LinkButton>}
      >
        {where()}
      </EmptyState>
    </div>
  );
}
