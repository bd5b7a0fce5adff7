import '../../../language/administration-words.ts';
import { Notice } from '@lapor/ui';
import { useLanguage } from '../../../language/language-provider.tsx';
import { useText } from '../../../language/use-text.ts';
import { WithholdReportDocument } from '../deciding.graphql.ts';
import { MODERATION_RULES } from '../moderation-rules.ts';
import { ReasonDialog } from '../reason-dialog.tsx';
import { ReporterPreview } from '../reporter-preview.tsx';

interface WithholdDialogProps {
  reportId: string;
  /** Everybody reads it now. */
  isPublished: boolean;
  onClose: () => void;
  onDone?: () => void;
}

/** Keeps a report from the public for three working days, by a rule that stands in the public log and a reason that the parties read. */
export function WithholdDialog({ reportId, isPublished, ...rest }: WithholdDialogProps) {
  const t = useText();
  const { words } = useLanguage();
  return (
    <ReasonDialog
      {...rest}
      document={WithholdReportDocument}
      draft={`withhold:${reportId}`}
      title={t('holding.title')}
      lead={
        <Notice tone="warning">
          <p>{t(isPublished ? 'holding.leadPublic' : 'holding.lead')}</p>
        </Notice>
      }
      choice={{
        field: 'rule',
        legend: t('moderation.rule'),
        options: MODERATION_RULES.map((value) => ({
          value,
          title: t(`moderation.rule.${value}`),
          why: t(`moderation.means.${value}`),
        })),
      }}
      text={{ field: 'reason', label: t('holding.reason'), hint: t('holding.reasonHint') }}
      preview={({ text }) => (
        <ReporterPreview
          title={words.history({ kind: 'WITHHELD', actorKind: 'OFFICER', toReporter: true })}
          text={text}
        />
      )}
      tone="danger"
      submitLabel={t('holding.submit')}
      doneText={t('holding.done')}
      inputOf={(reason, rule) => ({ reportId, reason, rule })}
    />
  );
}
