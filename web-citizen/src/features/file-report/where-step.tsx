import { ChipChoice, Field, TextInput } from '@lapor/ui';
import { formatDay, localDateOf } from '@lapor/wording';
import { lazyPart } from '../../app/lazy-page.tsx';
import { useT, useWords } from '../../app/language-provider.tsx';
import { earliestDay, fieldId, longest } from './check-draft.ts';
import { PlaceChoice } from './place-choice.tsx';
import type { StepProps } from './step-props.ts';

const Hints = lazyPart(() => import('./where-hints.tsx'));

/** The local date of the phone: whoever is asked "when" answers in their own day. */
export const deviceToday = () => localDateOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
const daysBefore = (localDate: string, days: number) =>
  new Date(Date.parse(localDate) - days * 86_400_000).toISOString().slice(0, 10);

/** Step 2: where and since when, and whether others have reported the same. */
export function WhereStep({ handle, errorOf }: StepProps) {
  const t = useT();
  const words = useWords();
  const { draft, change } = handle;
  const today = deviceToday();
  return (
    <>
      <h1 tabIndex={-1}>{t('file.whereAndWhen')}</h1>
      <PlaceChoice handle={handle} error={errorOf('region')} />
      <Field
        id={fieldId('placeText')}
        label={t('file.placeText')}
        hint={t('file.placeTextHint')}
        error={errorOf('placeText')}
      >
        <TextInput
          value={draft.placeText}
          maxLength={longest.placeText}
          onChange={(event) => change({ placeText: event.currentTarget.value })}
        />
      </Field>
      <Field
        id={fieldId('occurredOn')}
        label={t('file.when')}
        hint={t('file.whenHint')}
        error={errorOf('occurredOn')}
        foot={draft.occurredOn ? <span>{formatDay(words, draft.occurredOn)}</span> : undefined}
      >
        <TextInput
          type="date"
          className="input--date"
          min={earliestDay}
          max={today}
          value={draft.occurredOn}
          onChange={(event) => change({ occurredOn: event.currentTarget.value })}
        />
      </Field>
      <ChipChoice
        label={t('file.when')}
        value={draft.occurredOn || null}
        options={[
          { value: today, label: words.today },
          { value: daysBefore(today, 1), label: t('file.yesterday') },
          { value: daysBefore(today, 7), label: t('file.aWeekAgo') },
        ]}
        onChange={(occurredOn) => change({ occurredOn })}
      />
      <Hints handle={handle} error={errorOf('organisation')} />
    </>
  );
}
