import { Button, Checkbox, Dialog, Field, Notice, Select, TextArea, useToast } from '@lapor/ui';
import { useState } from 'react';
import { DeedFailure } from '../messages/deed-failure.tsx';
import { useDeed } from '../messages/use-deed.ts';
import { isReason, LONGEST_REASON } from '../previews/reason.ts';
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

const HOURS = [1, 4, 12, 24, 72, 168] as const;
/** As long as news that finds no provider is tried for sure. */
const MOST_HOURS_OF_LAST = 12;

/** One decision about a provider of short messages, for a reason that is recorded. */
export function ProviderDialog({ decision, provider, all, onStale, onDone, onClose }: ProviderDialogProps) {
  const t = useText();
  const toast = useToast();
  const deed = useDeed(onStale);
  const [reason, setReason] = useState('');
  const [wished, setHours] = useState<number>(4);
  const [isMeant, setMeant] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const isLast =
    decision === 'rest' &&
    !all.some((other) => other.name !== provider.name && other.role !== 'RESTS_BY_HAND');
  const choices = HOURS.filter((one) => !isLast || one <= MOST_HOURS_OF_LAST);
  // It may have become the last one meanwhile.
  const hours = Math.min(wished, choices.at(-1)!);
  const title = t(`channels.provider.${decision}`);

  async function send() {
    setMissing(true);
    if (!isReason(reason) || (isLast && !isMeant)) return;
    const names = all.map(({ name }) => name);
    const { name } = provider;
    const sent = await deed.send(
      (requestKey) =>
        decision === 'rest'
          ? providerDecisions.rest({
              requestKey,
              reason,
              provider: name,
              until: new Date(Date.now() + hours * 3_600_000).toISOString(),
              evenTheLast: isLast,
            })
          : decision === 'back'
            ? providerDecisions.back({ requestKey, reason, provider: name })
            : providerDecisions.order({
                requestKey,
                reason,
                order: [name, ...names.filter((other) => other !== name)],
                before: names,
              }),
      { reason, hours, isLast },
    );
    if (!sent) return;
    toast({ text: t(`channels.provider.${decision}Done`) });
    onDone();
  }

  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant={isLast ? 'danger' : 'primary'} busy={deed.busy} onClick={() => void send()}>
            {title}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <DeedFailure failure={deed.failure} />
      <p>
        <strong className="break-anywhere">{provider.name}</strong>
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
            {isMissing && !isMeant && <p className="error-text">{t('channels.provider.lastNeeded')}</p>}
          </div>
        </Notice>
      )}
      <Field
        label={t('channels.provider.reason')}
        error={isMissing && !isReason(reason) ? t('channels.templates.reasonNeeded') : undefined}
      >
        <TextArea
          short
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
}
