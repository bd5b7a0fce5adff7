import { useDates, useLanguage } from '@lapor/staff';
import { Notice, duplicateIcon, StatusPill } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useText } from '../app/use-text.ts';
import type { Similar } from './use-counter-hints.ts';

/** Open public reports that may be about the same: the person may want to follow one of them instead. */
export function SimilarHint({ reports }: { reports: readonly Similar[] }) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  if (reports.length === 0) return null;
  return (
    <Notice tone="info" icon={duplicateIcon} title={t('counter.similar')} role="status">
      <p>{t('counter.similarHint')}</p>
      <ul className="stack stack-2 list-plain">
        {reports.map(({ id, number, title, state, submittedAt, region }) => (
          <li key={id}>
            {/* The public page, outside this console. */}
            <a href={`/laporan/${number}`} target="_blank" rel="noreferrer">
              {title}
            </a>{' '}
            <span className="caption">
              {[formatReportNumber(number), region?.fullName, dates.dayOf(submittedAt, 'short')]
                .filter(Boolean)
                .join(' · ')}
            </span>{' '}
            <StatusPill state={state}>{words.states[state]}</StatusPill>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
