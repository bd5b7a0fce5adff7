import { Field, TextArea, TextInput } from '@lapor/ui';
import { useDates } from '../dates/use-dates.ts';
import { useToday } from '../dates/use-today.ts';
import { useText } from '../language/use-text.ts';
import type { ChangeForm } from './change-dialog.tsx';

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

export function ChangeFields({ form: { value, change, faultAt }, atOnce }: ChangeFieldsProps) {
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
      <Field label={t('reason')} hint={t('tree.change.reasonHint')} error={faultAt('reason')}>
        <TextArea
          short
          value={value.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      </Field>
      <Field label={t('tree.change.decree')} hint={t('tree.change.decreeHint')} error={faultAt('decree')}>
        <TextInput value={value.decree} onChange={(event) => change({ decree: event.currentTarget.value })} />
      </Field>
    </>
  );
}
