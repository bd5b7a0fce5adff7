import { ChangeDialog } from '../../changing/change-dialog.tsx';
import { useText } from '../../language/use-text.ts';
import { RecommendDocument } from '../oversight.graphql.ts';
import { tooShort, type CaseActProps } from './act-props.ts';
import { BothSidesFields, NO_WORDS } from './both-sides.tsx';

export function RecommendDialog({ kase, onClose, onDone }: CaseActProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={RecommendDocument}
      draft={`oversight-recommend:${kase.id}`}
      empty={NO_WORDS}
      title={t('oversight.recommend')}
      lead={<p>{t('oversight.recommendLead')}</p>}
      submitLabel={t('oversight.send')}
      doneText={t('oversight.sent')}
      check={({ text }) => ({ text: tooShort(text, 10) })}
      inputOf={(value) => ({ caseId: kase.id, ...value })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => <BothSidesFields form={form} />}
    </ChangeDialog>
  );
}
