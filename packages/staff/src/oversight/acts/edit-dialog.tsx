import { Checkbox, Dialog, Skeleton } from '@lapor/ui';
import { ChangeDialog } from '../../changing/change-dialog.tsx';
import { WordsField } from '../../changing/form-fields.tsx';
import { useText } from '../../language/use-text.ts';
import { LoadFailure } from '../../loading/load-failure.tsx';
import { useSteadyQuery } from '../../loading/use-steady-query.ts';
import { EditLetterDocument, LetterTextsDocument } from '../oversight.graphql.ts';
import type { LetterActProps } from './act-props.ts';
import { faultsBelow, fromParagraphs, PARAGRAPH_WORDS, toParagraphs } from './letter-text.ts';

/** Another text for a draft: what stands above the table of facts, and what stands below. */
export function EditDialog({ letter, caseId, onClose, onDone }: LetterActProps & { caseId: string }) {
  const t = useText();
  const [{ data, error, fetching }, ask] = useSteadyQuery({
    query: LetterTextsDocument,
    variables: { caseId },
    requestPolicy: 'network-only',
  });
  const text = data?.oversightCase?.letters.find(({ id }) => id === letter.id);
  if (!text)
    return (
      <Dialog open title={t('oversight.edit')} size="wide" onClose={onClose}>
        {error ? (
          <LoadFailure
            error={error}
            title={t('oversight.failed')}
            retrying={fetching}
            onRetry={() => ask({ requestPolicy: 'network-only' })}
          />
        ) : (
          <Skeleton label={t('page.loading')} lines={6} />
        )}
      </Dialog>
    );
  return (
    <ChangeDialog
      document={EditLetterDocument}
      draft={`letter-edit:${letter.id}`}
      empty={{ ...fromParagraphs(text.paragraphs ?? []), reset: false }}
      title={t('oversight.edit')}
      lead={
        <>
          <p>{t('oversight.editLead')}</p>
          <p>
            <a href={letter.pdfPath} download>
              {t('oversight.download')}
            </a>
          </p>
        </>
      }
      submitLabel={t('oversight.editSubmit')}
      wide
      doneText={t('oversight.edited')}
      check={({ above, reset }) => ({ above: reset || above.trim() ? undefined : 'REQUIRED' })}
      words={PARAGRAPH_WORDS}
      inputOf={({ reset, ...typed }) => ({
        letterId: letter.id,
        paragraphs: reset ? null : toParagraphs(typed),
        expectedVersion: text.version,
      })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => (
        <>
          {text.isEdited && (
            <Checkbox
              label={t('oversight.editReset')}
              checked={form.value.reset}
              onChange={(event) => form.change({ reset: event.currentTarget.checked })}
            />
          )}
          {!form.value.reset && (
            <>
              <WordsField
                form={form}
                name="above"
                label={t('oversight.editAbove')}
                error={form.faultAt('above') ?? form.faultAt('paragraphs.0')}
                rows={5}
              />
              <WordsField
                form={form}
                name="below"
                label={t('oversight.editBelow')}
                hint={t('oversight.editBelowHint')}
                error={faultsBelow(form.faultAt)}
                rows={7}
              />
            </>
          )}
        </>
      )}
    </ChangeDialog>
  );
}
