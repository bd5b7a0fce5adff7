import { Checkbox, FieldError, Notice } from '@lapor/ui';
import { useState } from 'react';
import { useText } from '../../language/use-text.ts';
import { FlagReportDocument } from './deciding.graphql.ts';
import { ReasonDialog } from './reason-dialog.tsx';

interface FlagDialogProps {
  report: {
    id: string;
    isAnonymous: boolean;
    isConfidential: boolean;
    needsName: boolean;
    viewerCanRedact: boolean;
  };
  onClose: () => void;
}

/** Adds protection. Officers may add it at any time; only the reporter may take it off. */
export function FlagDialog({ report, onClose }: FlagDialogProps) {
  const t = useText();
  const offersAnonymous = !report.isAnonymous && !report.needsName;
  const [anonymous, setAnonymous] = useState(false);
  // Nothing is chosen beforehand: no officer can take it back.
  const [confidential, setConfidential] = useState(false);
  const [tried, setTried] = useState(false);
  return (
    <ReasonDialog
      document={FlagReportDocument}
      draft={`flag:${report.id}`}
      title={t('flagging.title')}
      lead={
        <Notice tone="warning">
          <p>{t('flagging.lead')}</p>
          <p>{t(report.viewerCanRedact ? 'flagging.coverNames' : 'flagging.onlyNames')}</p>
        </Notice>
      }
      text={{ field: 'reason', label: t('reason') }}
      submitLabel={t('flagging.submit')}
      doneText={t('flagging.done')}
      inputOf={(reason) => ({
        reportId: report.id,
        anonymous: anonymous || null,
        confidential: confidential || null,
        reason,
      })}
      complete={anonymous || confidential}
      onTried={() => setTried(true)}
      onClose={onClose}
    >
      <fieldset>
        <legend className="legend">{t('flagging.which')}</legend>
        {tried && !anonymous && !confidential && <FieldError>{t('flagging.chooseOne')}</FieldError>}
        {!report.isConfidential && (
          <Checkbox
            label={
              <>
                <strong>{t('flag.confidential')}</strong> – {t('flagging.confidentialMeans')}
              </>
            }
            checked={confidential}
            onChange={(event) => setConfidential(event.currentTarget.checked)}
          />
        )}
        {offersAnonymous && (
          <Checkbox
            label={
              <>
                <strong>{t('flag.anonymous')}</strong> – {t('flagging.anonymousMeans')}
              </>
            }
            checked={anonymous}
            onChange={(event) => setAnonymous(event.currentTarget.checked)}
          />
        )}
      </fieldset>
    </ReasonDialog>
  );
}
