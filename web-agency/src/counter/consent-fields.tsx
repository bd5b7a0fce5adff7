import { useLanguage } from '@lapor/staff';
import { Field, RadioCards, Select, TextInput } from '@lapor/ui';
import { useText } from '../app/use-text.ts';
import { CONSENTS, DOORS, type CounterWords, type Door } from './counter-input.ts';

interface ConsentFieldsProps {
  words: CounterWords;
  change: (part: Partial<CounterWords>) => void;
  faultAt: (name: string) => string | undefined;
}

/** By which door the person came, and how the person agreed that an officer files it. */
export function ConsentFields({ words, change, faultAt }: ConsentFieldsProps) {
  const t = useText();
  const { words: said } = useLanguage();
  return (
    <div className="stack stack-3">
      <Field className="narrow" label={t('counter.door')} error={faultAt('onBehalf.channel')}>
        <Select
          value={words.channel}
          onChange={(event) => change({ channel: event.currentTarget.value as Door })}
        >
          {DOORS.map((door) => (
            <option key={door} value={door}>
              {door === 'COUNTER' ? t('counter.doorCounter') : said.channels[door]}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <RadioCards
          legend={t('counter.consentHow')}
          hint={t('counter.consentHint')}
          error={faultAt('consent')}
          name="consent"
          columns={3}
          value={words.consent || null}
          options={CONSENTS.map((value) => ({ value, title: t(`counter.consent.${value}`) }))}
          onChange={(consent) => change({ consent })}
        />
      </div>
      <Field label={t('counter.note')} hint={t('counter.noteHint')} error={faultAt('onBehalf.note')}>
        <TextInput
          value={words.note}
          maxLength={500}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
}
