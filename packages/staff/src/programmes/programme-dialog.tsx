import { ChangeDialog } from '../changing/change-dialog.tsx';
import { LineField, WordsField } from '../changing/form-fields.tsx';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import { CategoryName } from '../picking/category-name.tsx';
import { CategoryPick } from '../picking/category-pick.tsx';
import { PickedMany } from '../picking/picked-many.tsx';
import { RegionName } from '../picking/region-name.tsx';
import { RegionPick } from '../picking/region-pick.tsx';
import { readWords, wordsFault } from './programme-words.ts';
import { SaveProgrammeDocument, type ProgrammeFields } from './programmes.graphql.ts';

export type Programme = ResultOf<typeof ProgrammeFields>;

/** As many categories, and as many regions, as a rule has. */
const MOST = 100;

interface ProgrammeDialogProps {
  /** The programme to write anew; null for a new one. */
  programme: Programme | null;
  onClose: () => void;
  onDone: () => void;
}

/** The rule of a programme: what has to hold of a report, each part with its own alternatives. */
export function ProgrammeDialog({ programme, onClose, onDone }: ProgrammeDialogProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={SaveProgrammeDocument}
      draft={`programme:${programme?.id ?? 'new'}`}
      empty={{
        name: programme?.name ?? '',
        categoryIds: programme?.categoryIds ?? [],
        regionCodes: programme?.regionCodes ?? [],
        words: programme?.words.join(', ') ?? '',
      }}
      title={t(programme ? 'programmes.editTitle' : 'programmes.newTitle')}
      lead={<p className="caption">{t('programmes.rule')}</p>}
      submitLabel={t('save')}
      wide
      doneText={t('programmes.saved')}
      check={({ name, categoryIds, regionCodes, words }) => ({
        name: name.trim().length < 3 ? 'TOO_SHORT' : undefined,
        words:
          categoryIds.length + regionCodes.length + readWords(words).length === 0
            ? 'NO_RULE'
            : wordsFault(readWords(words)),
      })}
      words={{
        categoryIds: { NOT_FOUND: 'programmes.categoryGone', REQUIRED: 'programmes.ruleNeeded' },
        words: {
          NO_RULE: 'programmes.ruleNeeded',
          INVALID: 'programmes.wordsInvalid',
          TOO_LONG: 'programmes.wordsTooMany',
        },
      }}
      inputOf={({ name, words, ...rest }) => ({
        ...rest,
        programmeId: programme?.id ?? null,
        name: name.trim(),
        words: readWords(words),
      })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => {
        const { categoryIds, regionCodes } = form.value;
        return (
          <>
            <LineField form={form} name="name" label={t('programmes.name')} />
            <WordsField
              form={form}
              name="words"
              label={t('programmes.words')}
              hint={t('programmes.wordsHint')}
              short
            />
            <div className="grid-2">
              <PickedMany
                label={t('programmes.categories')}
                error={form.faultAt('categoryIds')}
                picked={categoryIds}
                keyOf={(id) => id}
                nameOf={(id) => <CategoryName id={id} />}
                removeLabel={t('programmes.remove')}
                onRemove={(id) => form.change({ categoryIds: categoryIds.filter((one) => one !== id) })}
              >
                {categoryIds.length < MOST && (
                  <CategoryPick
                    label={t('programmes.addCategory')}
                    picked={null}
                    onPick={({ id }) => form.change({ categoryIds: [...new Set([...categoryIds, id])] })}
                  />
                )}
              </PickedMany>
              <PickedMany
                label={t('programmes.regions')}
                error={form.faultAt('regionCodes')}
                picked={regionCodes}
                keyOf={(code) => code}
                nameOf={(code) => <RegionName code={code} />}
                removeLabel={t('programmes.remove')}
                onRemove={(code) => form.change({ regionCodes: regionCodes.filter((one) => one !== code) })}
              >
                {regionCodes.length < MOST && (
                  <RegionPick
                    label={t('programmes.addRegion')}
                    picked={null}
                    onPick={({ code }) => form.change({ regionCodes: [...new Set([...regionCodes, code])] })}
                  />
                )}
              </PickedMany>
            </div>
          </>
        );
      }}
    </ChangeDialog>
  );
}
