import { ChangeDialog } from '../../changing/change-dialog.tsx';
import { ChoiceField } from '../../changing/form-fields.tsx';
import { useText } from '../../language/use-text.ts';
import { CloseOversightDocument } from '../oversight.graphql.ts';
import { tooShort, type CaseActProps } from './act-props.ts';
import { BothSidesFields, NO_WORDS } from './both-sides.tsx';

const OUTCOMES = [
  'FOLLOWED_UP',
  'RECOMMENDATION_FOLLOWED',
  'RECOMMENDATION_NOT_FOLLOWED',
  'NO_MALADMINISTRATION',
  'REPORT_ENDED',
] as const;

export function CloseDialog({ kase, onClose, onDone }: CaseActProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={CloseOversightDocument}
      draft={`oversight-close:${kase.id}`}
      empty={{ ...NO_WORDS, outcome: '' as '' | (typeof OUTCOMES)[number] }}
      title={t('oversight.close')}
      lead={<p>{t('oversight.closeLead')}</p>}
      submitLabel={t('oversight.closeSubmit')}
      doneText={t('oversight.closed')}
      check={({ outcome, text }) => ({ outcome: outcome ? undefined : 'REQUIRED', text: tooShort(text, 10) })}
      // The check lets nothing pass without an outcome.
      inputOf={({ outcome, ...words }) => ({ caseId: kase.id, outcome: outcome || 'FOLLOWED_UP', ...words })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => (
        <>
          <ChoiceField
            form={form}
            name="outcome"
            label={t('oversight.outcome')}
            none={t('oversight.chooseOutcome')}
            options={OUTCOMES.map((value) => ({ value, label: t(`oversight.outcome.${value}`) }))}
          />
          <BothSidesFields form={form} />
        </>
      )}
    </ChangeDialog>
  );
}
