import { Checkbox } from '@lapor/ui';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import type { DecisionProps } from './decisions.tsx';
import { PostponeReportDocument } from './deciding.graphql.ts';
import { asksFor, MISSING, withLine } from './missing-data.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { ReporterPreview } from './reporter-preview.tsx';

/** Asks the reporter for what is missing: by a list of what often is, and in own words; shows what will be read. */
export function PostponeDialog({ reportId, ...rest }: DecisionProps) {
  const t = useText();
  const { words } = useLanguage();
  return (
    <ReasonDialog
      {...rest}
      document={PostponeReportDocument}
      draft={`postpone:${reportId}`}
      title={t('postponing.title')}
      lead={<p className="caption">{t('postponing.lead')}</p>}
      helper={({ text, write }) => (
        <fieldset>
          <legend className="legend">{t('postponing.missing')}</legend>
          {MISSING.map((item) => {
            const line = t(`postponing.ask.${item}`);
            return (
              <Checkbox
                key={item}
                label={t(`postponing.item.${item}`)}
                checked={asksFor(text, line)}
                onChange={(event) => write(withLine(text, line, event.currentTarget.checked))}
              />
            );
          })}
        </fieldset>
      )}
      text={{ field: 'missingData', label: t('postponing.what'), hint: t('postponing.whatHint') }}
      preview={({ text }) => (
        <ReporterPreview
          title={words.history({ kind: 'POSTPONED', actorKind: 'OFFICER', toReporter: true })}
          text={text}
        >
          <p className="caption">{t('postponing.previewEnd')}</p>
        </ReporterPreview>
      )}
      submitLabel={t('postponing.submit')}
      doneText={t('postponing.done')}
      inputOf={(missingData) => ({ reportId, missingData })}
    />
  );
}
