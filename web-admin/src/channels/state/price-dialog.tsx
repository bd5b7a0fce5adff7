import { Field, Select, TextInput } from '@lapor/ui';
import { useState } from 'react';
import { DecisionDialog } from '../decision-dialog.tsx';
import { useText } from '../words.ts';
import { providerDecisions } from './provider-client.ts';

interface PriceDialogProps {
  names: readonly string[];
  onDone: () => void;
  onClose: () => void;
}

const MOST = 1_000_000;
const stay = () => undefined;
/** The day in Jakarta, by which messages are counted. */
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** "250,50" or "250.5"; `null`: no price. */
export function priceOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  const price = Number(plain);
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) && price <= MOST ? price : null;
}

/** What one short message costs with a provider, from a day on. */
export function PriceDialog({ names, onDone, onClose }: PriceDialogProps) {
  const t = useText();
  const [provider, setProvider] = useState(names[0] ?? '');
  const [text, setText] = useState('');
  const [fromDay, setFromDay] = useState(today);
  const rupiah = priceOf(text);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(fromDay) && fromDay >= today();
  return (
    <DecisionDialog
      title={t('channels.costs.set')}
      doneText={t('channels.costs.done')}
      isWhole={rupiah !== null && isDay}
      content={{ provider, rupiah, fromDay }}
      ask={(given) => providerDecisions.price({ ...given, provider, rupiah: rupiah!, fromDay })}
      onStale={stay}
      onDone={onDone}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <p>{t('channels.costs.lead')}</p>
          <Field label={t('channels.state.provider')}>
            <Select value={provider} onChange={(event) => setProvider(event.currentTarget.value)}>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          </Field>
          <Field
            label={t('channels.costs.rupiah')}
            error={isTried && rupiah === null ? t('channels.costs.rupiahNeeded') : undefined}
          >
            <TextInput
              inputMode="decimal"
              autoComplete="off"
              maxLength={10}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </Field>
          <Field
            label={t('channels.costs.fromDay')}
            error={isTried && !isDay ? t('channels.costs.fromDayNeeded') : undefined}
          >
            <TextInput
              type="date"
              min={today()}
              value={fromDay}
              onChange={(event) => setFromDay(event.currentTarget.value)}
            />
          </Field>
        </>
      )}
    </DecisionDialog>
  );
}
