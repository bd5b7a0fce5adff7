import { Button, Notice } from '@lapor/ui';
import type { ArchiveCode, ReportState } from '@lapor/wording';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import { capital, type DecisionProps } from './decisions.tsx';
import { ArchiveReportDocument } from './deciding.graphql.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { ReporterPreview } from './reporter-preview.tsx';

/** WITHDRAWN is the reporter's own; NOT_COMPLETED only after data were asked for. */
const archiveCodes = (state: ReportState): readonly ArchiveCode[] => [
  ...(state === 'POSTPONED' ? (['NOT_COMPLETED'] as const) : []),
  'DUPLICATE',
  'REFERRED_OUTSIDE',
  'HATE_OR_HOAX',
  'SPAM',
];

/** A text to begin with; every reason is told in the reporter's own terms. */
const BEGINNINGS = {
  NOT_COMPLETED: 'archiving.begin.NOT_COMPLETED',
  DUPLICATE: 'archiving.begin.DUPLICATE',
  REFERRED_OUTSIDE: 'archiving.begin.REFERRED_OUTSIDE',
  HATE_OR_HOAX: 'archiving.begin.HATE_OR_HOAX',
  SPAM: 'archiving.begin.SPAM',
} as const;

/** When a reason fits. */
const MEANINGS = {
  NOT_COMPLETED: 'archiving.why.NOT_COMPLETED',
  DUPLICATE: 'archiving.why.DUPLICATE',
  REFERRED_OUTSIDE: 'archiving.why.REFERRED_OUTSIDE',
  HATE_OR_HOAX: 'archiving.why.HATE_OR_HOAX',
  SPAM: 'archiving.why.SPAM',
} as const;

/** Ends a report that is not handled: by a code and words, with what the reporter will read. */
export function ArchiveDialog({ reportId, state, ...rest }: DecisionProps & { state: ReportState }) {
  const t = useText();
  const { words } = useLanguage();
  return (
    <ReasonDialog
      {...rest}
      document={ArchiveReportDocument}
      undo="ARCHIVE"
      draft={`archive:${reportId}`}
      title={t('archiving.title')}
      lead={
        <Notice tone="warning">
          <p>{t('archiving.lead')}</p>
        </Notice>
      }
      choice={{
        field: 'code',
        legend: t('archiving.code'),
        options: archiveCodes(state).map((value) => ({
          value,
          title: capital(words.archiveCodes[value]),
          why: value in MEANINGS ? t(MEANINGS[value as keyof typeof MEANINGS]) : undefined,
        })),
      }}
      helper={({ choice, text, write }) => {
        const beginning =
          choice && choice in BEGINNINGS ? BEGINNINGS[choice as keyof typeof BEGINNINGS] : null;
        return (
          beginning &&
          text.trim() === '' && (
            <div>
              <Button size="small" onClick={() => write(t(beginning))}>
                {t('archiving.useBeginning')}
              </Button>
            </div>
          )
        );
      }}
      text={{ field: 'text', label: t('archiving.text'), hint: t('archiving.textHint') }}
      preview={({ text, choice }) => (
        <ReporterPreview
          title={words.history({
            kind: 'ARCHIVED',
            actorKind: 'OFFICER',
            toReporter: true,
            reasonCode: choice,
          })}
          text={text}
        >
          <p className="caption">{t('archiving.previewEnd')}</p>
        </ReporterPreview>
      )}
      submitLabel={t('archiving.submit')}
      doneText={t('archiving.done')}
      inputOf={(text, choice) => ({ reportId, code: choice, text })}
    />
  );
}
