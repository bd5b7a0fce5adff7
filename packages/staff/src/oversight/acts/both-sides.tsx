import type { ChangeForm } from '../../changing/change-dialog.tsx';
import { WordsField } from '../../changing/form-fields.tsx';
import { useText } from '../../language/use-text.ts';

/** What is said to the agency, and what the reporter reads of it. */
interface WordsForBothSides {
  text: string;
  wordsForReporter: string;
}

export const NO_WORDS: WordsForBothSides = { text: '', wordsForReporter: '' };

/** Fields for what is said to both sides. */
export function BothSidesFields({ form }: { form: ChangeForm<WordsForBothSides> }) {
  const t = useText();
  return (
    <>
      <WordsField form={form} name="text" label={t('oversight.wordsForAgency')} rows={5} />
      <WordsField
        form={form}
        name="wordsForReporter"
        label={t('oversight.wordsForReporter')}
        hint={t('oversight.wordsForReporterHint')}
        rows={3}
      />
    </>
  );
}
