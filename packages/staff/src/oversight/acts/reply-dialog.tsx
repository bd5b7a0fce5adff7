import { ChangeDialog } from '../../changing/change-dialog.tsx';
import { LineField, WordsField } from '../../changing/form-fields.tsx';
import { useToday } from '../../dates/use-today.ts';
import { useText } from '../../language/use-text.ts';
import { RecordLetterReplyDocument } from '../oversight.graphql.ts';
import { tooShort, type LetterActProps } from './act-props.ts';

export function ReplyDialog({ letter, onClose, onDone }: LetterActProps) {
  const t = useText();
  const today = useToday();
  return (
    <ChangeDialog
      document={RecordLetterReplyDocument}
      draft={`letter-reply:${letter.id}`}
      empty={{ repliedOn: today, text: '' }}
      title={t('oversight.reply')}
      lead={<p>{t('oversight.replyLead', { number: letter.number ?? '' })}</p>}
      submitLabel={t('oversight.send')}
      doneText={t('oversight.replied')}
      check={({ repliedOn, text }) => ({
        repliedOn: repliedOn ? undefined : 'REQUIRED',
        text: tooShort(text, 3),
      })}
      inputOf={(value) => ({ letterId: letter.id, ...value })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => (
        <>
          <LineField form={form} name="repliedOn" label={t('oversight.repliedOn')} type="date" max={today} />
          <WordsField form={form} name="text" label={t('oversight.words')} rows={6} />
        </>
      )}
    </ChangeDialog>
  );
}
