import '../../../language/administration-words.ts';
import { useLanguage } from '../../../language/language-provider.tsx';
import { useText } from '../../../language/use-text.ts';
import { useSession } from '../../../session/session-context.ts';
import { capital, RETURN_REASONS, type DecisionProps } from '../decisions.tsx';
import { ReturnReportDocument } from '../deciding.graphql.ts';
import { ReasonDialog } from '../reason-dialog.tsx';

/** A unit that only helps gives its part back; there is no way to take that back, for the lead may ask it again. */
export function GiveBackPartDialog({ reportId, ...rest }: DecisionProps) {
  const t = useText();
  const { words } = useLanguage();
  const { name } = useSession().workplace.organisation;
  return (
    <ReasonDialog
      {...rest}
      document={ReturnReportDocument}
      draft={`return-part:${reportId}`}
      title={t('assigning.part')}
      lead={<p className="caption">{t('assigning.partLead', { unit: name })}</p>}
      choice={{
        field: 'reason',
        legend: t('returning.reason'),
        options: RETURN_REASONS.map((value) => ({ value, title: capital(words.returnReasons[value]) })),
      }}
      text={{ field: 'text', label: t('returning.text'), hint: t('assigning.partHint') }}
      submitLabel={t('assigning.part')}
      doneText={t('assigning.partDone')}
      inputOf={(text, choice) => ({ reportId, reason: choice, text })}
    />
  );
}
