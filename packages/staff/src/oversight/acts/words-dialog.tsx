import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { ChangeDialog } from '../../changing/change-dialog.tsx';
import { WordsField } from '../../changing/form-fields.tsx';
import type { OutcomeUnion } from '../../decisions/outcome.ts';
import { useText } from '../../language/use-text.ts';
import { tooShort, type CaseActProps } from './act-props.ts';

/** Words to the other side and nothing else. */
export function WordsDialog<Result extends OutcomeUnion>({
  kase,
  document,
  name,
  least,
  onClose,
  onDone,
}: CaseActProps & {
  document: TypedDocumentNode<
    { result: Result },
    { input: { caseId: string; text: string; requestKey?: string | null } } & AnyVariables
  >;
  name: 'ask' | 'clarify' | 'write';
  /** Letters that say something at all. */
  least: number;
}) {
  const t = useText();
  return (
    <ChangeDialog
      document={document}
      draft={`oversight-${name}:${kase.id}`}
      empty={{ text: '' }}
      title={t(`oversight.${name}`)}
      lead={<p>{t(`oversight.${name}Lead`)}</p>}
      submitLabel={t('oversight.send')}
      doneText={t('oversight.sent')}
      check={({ text }) => ({ text: tooShort(text, least) })}
      inputOf={({ text }) => ({ caseId: kase.id, text })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => <WordsField form={form} name="text" label={t('oversight.words')} rows={6} />}
    </ChangeDialog>
  );
}
