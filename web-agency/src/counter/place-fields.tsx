import { PickedField, RegionPick } from '@lapor/staff/picking';
import { Field, pinIcon, TextInput } from '@lapor/ui';
import { useText } from '../app/use-text.ts';
import type { CounterWords } from './counter-input.ts';

interface PlaceFieldsProps {
  words: CounterWords;
  change: (part: Partial<CounterWords>) => void;
  today: string;
  faultAt: (name: string) => string | undefined;
}

/** Where and when it happened. */
export function PlaceFields({ words, change, today, faultAt }: PlaceFieldsProps) {
  const t = useText();
  return (
    <>
      <PickedField
        label={t('counter.region')}
        hint={t('counter.regionHint')}
        error={faultAt('regionCode')}
        picked={words.region?.name ?? null}
        icon={pinIcon}
        clear={{ label: t('counter.regionClear'), onClear: () => change({ region: null }) }}
      >
        <RegionPick
          label={t('counter.region')}
          picked={words.region}
          onPick={(region) => change({ region })}
        />
      </PickedField>
      <Field label={t('counter.place')} hint={t('counter.placeHint')} error={faultAt('placeText')}>
        <TextInput
          value={words.placeText}
          maxLength={300}
          onChange={(event) => change({ placeText: event.currentTarget.value })}
        />
      </Field>
      <Field className="narrow" label={t('counter.occurredOn')} error={faultAt('occurredOn')}>
        <TextInput
          type="date"
          max={today}
          value={words.occurredOn}
          onChange={(event) => change({ occurredOn: event.currentTarget.value })}
        />
      </Field>
    </>
  );
}
