import { doneIcon, Icon, onTimeIcon, stopIcon } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useText } from '../app/use-text.ts';

export interface BulkLine {
  id: string;
  number: string;
  title: string;
  /** What was or would be done, or why it is not. */
  says: string;
  verdict: 'WILL' | 'DONE' | 'NOT';
  /** The words that the reporter would get. */
  words?: string | null;
}

const looks = {
  WILL: { icon: onTimeIcon, className: '' },
  DONE: { icon: doneIcon, className: 'good' },
  NOT: { icon: stopIcon, className: 'bad' },
};

/** Every report on its own: what comes of it. */
export function BulkLines({ label, lines }: { label: string; lines: readonly BulkLine[] }) {
  const t = useText();
  return (
    <ul className="bulk-lines" aria-label={label}>
      {lines.map(({ id, number, title, says, verdict, words }) => (
        <li key={id}>
          <Icon of={looks[verdict].icon} />
          <div>
            <strong>{title}</strong>{' '}
            <span className="caption">
              <span className="code">{formatReportNumber(number)}</span>
            </span>
            <p className={looks[verdict].className}>{says}</p>
            {words && (
              <details className="explain">
                <summary>{t('bulk.words')}</summary>
                <p className="narrative">{words}</p>
              </details>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
