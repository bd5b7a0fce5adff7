import { useEffect, useRef, useState } from 'react';
import { Bubble, Button, Notice, copyIcon } from '@lapor/ui';
import { formatMoment } from '@lapor/wording';
import { useReportWords, useT, type MessageId } from '../../app/language-provider.tsx';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { JourneyFragment } from './journey.graphql.ts';
import { newEntries, sentenceOf } from './journey-entry.ts';
import { useReportPage, type Refusal } from './report-page-context.ts';

const refusals: Partial<Record<string, MessageId>> = {
  TOO_LATE: 'report.refused.tooLate',
  ALREADY_RATED: 'report.refused.alreadyRated',
};

interface MovedOnProps {
  report: FragmentOf<typeof JourneyFragment>;
  refusal: Refusal;
  /** Entries that were on the page when it was refused. */
  seen: ReadonlySet<string>;
  onClose: () => void;
}

/** A change came too late: another tab, another device or the agency was first. What was written stands here to be used. */
export function MovedOn({ report: masked, refusal, seen, onClose }: MovedOnProps) {
  const t = useT();
  const words = useReportWords();
  const { timeZone } = useReportPage();
  const report = readFragment(JourneyFragment, masked);
  const since = newEntries(report.history, seen);
  const box = useRef<HTMLDivElement>(null);
  // The form that had the focus may have gone with what the page shows now.
  useEffect(() => box.current?.focus(), [report.history]);
  return (
    <div ref={box} tabIndex={-1} className="top-gap">
      <Notice tone="warning" role="alert" title={t('report.movedOn')}>
        <div className="stack stack-3">
          <p>{t(refusals[refusal.code] ?? 'report.refused')}</p>
          {since.length > 0 && (
            <>
              <p>{t('report.since')}</p>
              <ul>
                {since.map((entry) => (
                  <li key={entry.id}>
                    {sentenceOf(words, entry, report.viewerIsReporter)},{' '}
                    {formatMoment(words, entry.at, timeZone)}
                  </li>
                ))}
              </ul>
            </>
          )}
          {refusal.words !== null && <KeptWords words={refusal.words} />}
          <p>
            <Button variant="quiet" onClick={onClose}>
              {t('common.close')}
            </Button>
          </p>
        </div>
      </Notice>
    </div>
  );
}

function KeptWords({ words }: { words: string }) {
  const t = useT();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <p>{t('report.wordsKept')}</p>
      <Bubble mine>
        <p className="prewrap" lang="id">
          {words}
        </p>
      </Bubble>
      <p>
        <Button
          icon={copyIcon}
          onClick={async () => {
            const done = await navigator.clipboard?.writeText(words).then(
              () => true,
              () => false,
            );
            setCopied(done === true);
          }}
        >
          {t('report.copyWords')}
        </Button>
      </p>
      <p className="sr" role="status">
        {copied === true && t('report.copied')}
        {copied === false && t('report.notCopied')}
      </p>
    </>
  );
}
