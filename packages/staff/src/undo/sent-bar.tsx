import { formatReportNumber } from '@lapor/wording';
import { Anchor, Kbd } from '@lapor/ui';
import { useEffect, useRef, type RefObject } from 'react';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { secondsLeft, UNDO_SECONDS, type Operation, type SentChange } from './sent-changes.ts';

const waits: Record<Operation, StaffMessageId> = {
  ANSWER: 'undo.answerWaits',
  DISPOSE: 'undo.disposeWaits',
  VERIFY: 'undo.verifyWaits',
  ARCHIVE: 'undo.archiveWaits',
  RETURN: 'undo.returnWaits',
};
const made: Record<Operation, StaffMessageId> = {
  ANSWER: 'undo.answerMade',
  DISPOSE: 'undo.disposeMade',
  VERIFY: 'undo.verifyMade',
  ARCHIVE: 'undo.archiveMade',
  RETURN: 'undo.returnMade',
};

interface SentBarProps {
  sent: readonly SentChange[];
  /** By the clock of this device. */
  now: number;
  onUndo: (change: SentChange) => void;
}

/** At the foot of the window, on every page: what was sent, and for how long it can be taken back. */
export function SentBar({ sent, now, onUndo }: SentBarProps) {
  const t = useText();
  const last = sent.findLast((one) => one.phase === 'WAITING' && secondsLeft(one, now) > 0);
  const bar = useRef<HTMLDivElement>(null);
  useRoomFor(bar);
  return (
    <div ref={bar} className="toast-region sent-bar" role="status">
      {sent.map((change) => {
        const { requestKey, number, operation, phase, isProposal } = change;
        const waitsAs = isProposal ? 'undo.proposalWaits' : waits[operation];
        const madeAs = isProposal ? 'undo.proposalMade' : made[operation];
        const seconds = secondsLeft(change, now);
        const about = number && (
          <>
            {' '}
            <Anchor className="sent-bar__number" href={`/laporan/${number}`}>
              {formatReportNumber(number)}
            </Anchor>
          </>
        );
        if (phase !== 'WAITING')
          return (
            <span key={requestKey} className="toast">
              <span>
                {t(phase === 'MADE' ? madeAs : 'undo.undone')}
                {about}
              </span>
            </span>
          );
        if (seconds === 0)
          return (
            <span key={requestKey} className="toast">
              <span>
                {t('undo.sending')}
                {about}
              </span>
            </span>
          );
        return (
          <span key={requestKey} className="toast">
            {/* Read out once: a number that is read every second is noise. */}
            <span className="sr">{t(waitsAs, { seconds: UNDO_SECONDS })}</span>
            <span>
              <span aria-hidden="true">{t(waitsAs, { seconds })}</span>
              {about}
            </span>
            <button type="button" onClick={() => onUndo(change)}>
              {t('undo.undo')} {change === last && <Kbd>Z</Kbd>}
            </button>
          </span>
        );
      })}
    </div>
  );
}

/** Tells the styles how high the bar is: the page ends above it, and nothing that has the focus comes to lie under it. */
function useRoomFor(bar: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const root = document.documentElement.style;
    const watch = new ResizeObserver(() =>
      root.setProperty('--sent-bar-height', `${bar.current?.offsetHeight ?? 0}px`),
    );
    if (bar.current) watch.observe(bar.current);
    return () => {
      watch.disconnect();
      root.removeProperty('--sent-bar-height');
    };
  }, [bar]);
}
