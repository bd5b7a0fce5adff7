import { Button, LinkButton, Notice } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import type { Found, Operation } from './sent-changes.ts';

const what: Record<Operation, StaffMessageId> = {
  ANSWER: 'undo.answerNotMade',
  DISPOSE: 'undo.disposeNotMade',
  VERIFY: 'undo.verifyNotMade',
  ARCHIVE: 'undo.archiveNotMade',
  RETURN: 'undo.returnNotMade',
};
const why: Record<string, StaffMessageId> = {
  STALE: 'undo.stale',
  NOT_FOUND: 'undo.notYours',
  LEASED: 'undo.leased',
  FAILED: 'undo.failed',
};

/** What was sent and could not be made at its time, until the officer has taken note. Nothing that was written is lost. */
export function RefusedChanges({
  refused,
  onLetGo,
}: {
  refused: readonly Found[];
  onLetGo: (change: Found) => void;
}) {
  const t = useText();
  return refused.map((change) => {
    const { requestKey, operation, refusalCode, report, text } = change;
    return (
      <Notice
        key={requestKey}
        tone="warning"
        role="alert"
        title={t(what[operation], { number: report ? formatReportNumber(report.number) : '–' })}
      >
        <p>
          {t(why[refusalCode ?? ''] ?? 'undo.moved')} {t('undo.kept')}
        </p>
        {text && (
          <details>
            <summary>{t('undo.written')}</summary>
            <p className="textbox narrative">{text}</p>
          </details>
        )}
        <div className="row row--tight">
          {report && <LinkButton href={`/laporan/${report.number}`}>{t('undo.open')}</LinkButton>}
          <Button variant="quiet" onClick={() => onLetGo(change)}>
            {t('undo.letGo')}
          </Button>
        </div>
      </Notice>
    );
  });
}
