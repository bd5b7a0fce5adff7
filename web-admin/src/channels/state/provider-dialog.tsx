import { Checkbox, Field, Notice, Select } from '@lapor/ui';
import { useState } from 'react';
import { DecisionDialog } from '../decision-dialog.tsx';
import { useText } from '../words.ts';
import { providerDecisions } from './provider-client.ts';
import type { ProviderState } from './state-client.ts';

export type Decision = 'rest' | 'back' | 'first';

interface ProviderDialogProps {
  decision: Decision;
  provider: ProviderState;
  /** All of its way, in the order in which they are asked. */
  all: readonly ProviderState[];
  onStale: () => void;
  onDone: () => void;
  onClose: () => void;
}

interface Given {
  requestKey: string;
  reason: string;
}

const HOURS = [1, 4, 12, 24, 72, 168] as const;
/** As long as news that finds no provider is tried for sure. */
const MOST_HOURS_OF_LAST = 12;

/** One decision about a provider of short messages, for a reason that is recorded. */
export function ProviderDialog({ decision, provider, all, ...on }: ProviderDialogProps) {
  const t = useText();
  const [wished, setHours] = useState<number>(4);
  const [isMeant, setMeant] = useState(false);
  const isLast =
    decision === 'rest' &&
    !all.some((other) => other.name !== provider.name && other.role !== 'RESTS_BY_HAND');
  const choices = HOURS.filter((one) => !isLast || one <= MOST_HOURS_OF_LAST);
  // It may have become the last one meanwhile.
  const hours = Math.min(wished, choices.at(-1)!);
  const { name } = provider;
  const names = all.map((each) => each.name);

  const decide = {
    rest: (given: Given) =>
      providerDecisions.rest({
        ...given,
        provider: name,
        until: new Date(Date.now() + hours * 3_600_000).toISOString(),
        evenTheLast: isLast,
      }),
    back: (given: Given) => providerDecisions.back({ ...given, provider: name }),
    first: (given: Given) =>
      providerDecisions.order({
        ...given,
        order: [name, ...names.filter((other) => other !== name)],
        before: names,
      }),
  };

  return (
    <DecisionDialog
      {...on}
      title={t(`channels.provider.${decision}`)}
      doneText={t(`channels.provider.${decision}Done`)}
      tone={isLast ? 'danger' : 'primary'}
      isWhole={!isLast || isMeant}
      content={{ hours, isLast }}
      ask={decide[decision]}
    >
      {(isTried) => (
        <>
          <p>
            <strong className="break-anywhere">{name}</strong>
          </p>
          <p>{t(isLast ? 'channels.provider.restLastLead' : `channels.provider.${decision}Lead`)}</p>
          {decision === 'rest' && (
            <Field label={t('channels.provider.howLong')}>
              <Select value={String(hours)} onChange={(event) => setHours(Number(event.currentTarget.value))}>
                {choices.map((one) => (
                  <option key={one} value={one}>
                    {one < 24
                      ? t('channels.provider.hours', { count: one })
                      : t('channels.provider.days', { count: one / 24 })}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {isLast && (
            <Notice tone="danger" title={t('channels.provider.last')}>
              <div className="stack stack-2">
                <p>{t('channels.provider.lastHint')}</p>
                <Checkbox
                  label={t('channels.provider.lastMeant')}
                  checked={isMeant}
                  onChange={(event) => setMeant(event.currentTarget.checked)}
                />
                {isTried && !isMeant && <p className="error-text">{t('channels.provider.lastNeeded')}</p>}
              </div>
            </Notice>
          )}
        </>
      )}
    </DecisionDialog>
  );
}
