import { formatDayOf, formatMoment } from '@lapor/wording';
import { useReportWords, useT } from '../../app/language-provider.tsx';
import { handOverSteps, type HandOver } from './hand-over-steps.ts';
import { useReportPage } from './report-page-context.ts';

/** Under the entry of a hand-over: who looks after the report meanwhile, and how far the head has come with it. */
export function HandOverProgress({ handOver }: { handOver: HandOver }) {
  const t = useT();
  const words = useReportWords();
  const { timeZone } = useReportPage();
  const standIn = handOver.standIn?.name ?? t('report.theDesk');
  return (
    <>
      {handOver.isOpen && <p>{t('report.handOver.standIn', { standIn })}</p>}
      <ul className="caption list-plain">
        {handOverSteps(handOver).map(({ message, at }) => (
          <li key={message}>
            {t(message, {
              standIn,
              moment: at && formatMoment(words, at, timeZone, 'day'),
              day: at && formatDayOf(words, at, timeZone, 'date'),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
