import { Field, TextInput } from '@lapor/ui';
import { useDates } from '../dates/use-dates.ts';
import { useToday } from '../dates/use-today.ts';
import { useText } from '../language/use-text.ts';
import type { ChangeForm } from './change-dialog.tsx';
import { LineField, WordsField } from './form-fields.tsx';

/** When a change takes effect, why, and by which decree. */
export interface ChangeNote {
  /** Local date; empty: today. */
  effectiveOn: string;
  reason: string;
  decree: string;
}

export const NO_NOTE: ChangeNote = { effectiveOn: '', reason: '', decree: '' };

/** As the inputs of the graph want it. */
export const noteInput = ({ effectiveOn, reason, decree }: ChangeNote) => ({
  effectiveOn: effectiveOn || null,
  reason: reason.trim(),
  decree: decree.trim() || null,
});

/** What is missing in it. */
export const noteFaults = ({ reason }: ChangeNote) => ({
  reason: reason.trim() === '' ? 'REQUIRED' : undefined,
});

/** For changes that happen at once. */
export const reasonInput = ({ reason, decree }: ChangeNote) => ({
  reason: reason.trim(),
  decree: decree.trim() || null,
});

interface ChangeFieldsProps {
  form: ChangeForm<ChangeNote>;
  /** It happens at once: no date to choose. */
  atOnce?: boolean;
}

export function ChangeFields({ form, atOnce }: ChangeFieldsProps) {
  const { value, change, faultAt } = form;
  const t = useText();
  const dates = useDates();
  const today = useToday();
  return (
    <>
      {!atOnce && (
        <Field
          className="narrow"
          label={t('tree.change.effectiveOn')}
          hint={t('tree.change.effectiveOnHint')}
          error={faultAt('effectiveOn')}
          foot={
            value.effectiveOn === '' || value.effectiveOn === today
              ? undefined
              : t(value.effectiveOn > today ? 'tree.change.scheduledFor' : 'tree.change.since', {
                  day: dates.day(value.effectiveOn),
                })
          }
        >
          <TextInput
            type="date"
            value={value.effectiveOn || today}
            onChange={(event) => change({ effectiveOn: event.currentTarget.value })}
          />
        </Field>
      )}
      <WordsField form={form} name="reason" label={t('reason')} hint={t('tree.change.reasonHint')} short />
      <LineField
        form={form}
        name="decree"
        label={t('tree.change.decree')}
        hint={t('tree.change.decreeHint')}
      />
    </>
  );
}
