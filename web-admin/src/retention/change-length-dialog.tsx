import { ChangeDialog, faultText, LineField, WordsField } from '@lapor/staff/changing';
import { Button, Checkbox, Notice } from '@lapor/ui';
import { useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { useText } from '../app/use-text.ts';
import { isDate } from '../calendar/holiday-row.ts';
import type { ResultOf } from '../graphql.ts';
import { daysOf, LONGEST_DAYS, SHORTEST_DAYS, useLength } from './length.ts';
import { ChangeRetentionDocument, PreviewRetentionDocument } from './retention.graphql.ts';
import type { Rule } from './rule-name.tsx';

/** What the dry run said, and of which length and day. */
interface Counted {
  days: number;
  startsOn: string;
  count: number;
  countWithout: number;
}

interface ChangeLengthDialogProps {
  rule: Rule;
  today: string;
  onClose: () => void;
  onDone: () => void;
}

/** Another length of one rule from a day to come: how many reports it would be about, why, and that it cannot be undone. */
export function ChangeLengthDialog({ rule, today, onClose, onDone }: ChangeLengthDialogProps) {
  const t = useText();
  const length = useLength();
  const [counted, setCounted] = useState<Counted | null>(null);
  const [understood, setUnderstood] = useState(false);
  const countedFor = (days: string, startsOn: string): Counted | null =>
    counted !== null && counted.days === daysOf(days) && counted.startsOn === startsOn ? counted : null;
  const takesMore = (found: Counted | null) => found !== null && found.count > found.countWithout;
  return (
    <ChangeDialog
      document={ChangeRetentionDocument}
      draft={`retention:${rule.name}`}
      empty={{
        days: String(rule.planned?.days ?? rule.days),
        startsOn: nextDay(today),
        reason: '',
        decree: '',
      }}
      title={t('retention.changeTitle')}
      lead={
        <p>
          {t(`retention.action.${rule.action}`)}: {t('retention.now', { length: length(rule.days) })}
        </p>
      }
      submitLabel={t('retention.save')}
      tone="danger"
      doneText={t('retention.saved')}
      wide
      check={({ days, startsOn, reason }) => {
        const found = countedFor(days, startsOn);
        return {
          days: daysOf(days) === null ? 'INVALID' : undefined,
          startsOn: isDate(startsOn) && startsOn > today ? undefined : 'INVALID',
          expectedCount: found ? undefined : 'REQUIRED',
          understood: takesMore(found) && !understood ? 'REQUIRED' : undefined,
          reason: reason.trim().length < 10 ? 'TOO_SHORT' : undefined,
        };
      }}
      inputOf={({ days, startsOn, reason, decree }) => ({
        rule: rule.name,
        days: daysOf(days) ?? 0,
        startsOn,
        reason: reason.trim(),
        decree: decree.trim() || null,
        expectedCount: countedFor(days, startsOn)?.count ?? 0,
      })}
      words={{
        days: { INVALID: 'retention.daysFault', UNCHANGED: 'retention.daysSame' },
        startsOn: { INVALID: 'retention.startsOnFault' },
        expectedCount: { REQUIRED: 'retention.countFirst', CHANGED: 'retention.countAgain' },
        understood: { REQUIRED: 'retention.understandFirst' },
      }}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => {
        const { days, startsOn } = form.value;
        const found = countedFor(days, startsOn);
        return (
          <>
            <LineField
              form={form}
              name="days"
              label={t('retention.lengthLabel')}
              hint={t('retention.lengthHint')}
              narrow
              inputMode="numeric"
              type="number"
              min={SHORTEST_DAYS}
              max={LONGEST_DAYS}
            />
            <LineField
              form={form}
              name="startsOn"
              label={t('retention.startsOn')}
              hint={t('retention.startsOnHint')}
              narrow
              type="date"
              min={nextDay(today)}
            />
            <DryRun
              rule={rule.name}
              days={daysOf(days)}
              startsOn={isDate(startsOn) && startsOn > today ? startsOn : null}
              found={found}
              fault={form.faultAt('expectedCount')}
              onCounted={(next) => {
                setCounted(next);
                setUnderstood(false);
              }}
            />
            {takesMore(found) && (
              <div>
                {form.faultAt('understood') && (
                  <p className="error" role="alert">
                    {form.faultAt('understood')}
                  </p>
                )}
                <Checkbox
                  label={t('retention.understood')}
                  checked={understood}
                  onChange={(event) => setUnderstood(event.currentTarget.checked)}
                />
              </div>
            )}
            <WordsField
              form={form}
              name="reason"
              label={t('reason')}
              hint={t('retention.reasonHint')}
              rows={3}
            />
            <LineField form={form} name="decree" label={t('retention.decree')} />
          </>
        );
      }}
    </ChangeDialog>
  );
}

interface DryRunProps {
  rule: string;
  /** Null while what was typed is no length. */
  days: number | null;
  startsOn: string | null;
  found: Counted | null;
  fault: string | undefined;
  onCounted: (counted: Counted) => void;
}

type Refused = 'retention.startsOnFault' | 'retention.daysSame' | 'refused.goneHere';
type Preview = ResultOf<typeof PreviewRetentionDocument>['result'];

/** Why it was not counted. */
function refusedOf(result: Preview | undefined): Refused | null {
  if (result?.__typename === 'NotFound') return 'refused.goneHere';
  if (result?.__typename !== 'InvalidInput') return null;
  return result.fields.some(({ path }) => path === 'input.startsOn')
    ? 'retention.startsOnFault'
    : 'retention.daysSame';
}

/** "Hitung akibatnya": how many reports the rule would be about on its first day, with and without the change. */
function DryRun({ rule, days, startsOn, found, fault, onCounted }: DryRunProps) {
  const t = useText();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CombinedError | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const asked = useRef(0);
  async function count() {
    if (days === null || startsOn === null) return;
    const turn = ++asked.current;
    setBusy(true);
    const { data, error: failure } = await client
      .query(PreviewRetentionDocument, { input: { rule, days, startsOn } }, { requestPolicy: 'network-only' })
      .toPromise();
    if (turn !== asked.current) return;
    setBusy(false);
    setError(failure ?? null);
    const result = data?.result;
    setRefused(refusedOf(result));
    if (result?.__typename === 'RetentionPreviewed') {
      const { count: number, countWithout } = result.effect;
      onCounted({ days, startsOn, count: number, countWithout });
    }
  }
  return (
    <div className="stack stack-2">
      <p>
        <Button
          size="small"
          busy={busy}
          disabled={days === null || startsOn === null}
          onClick={() => void count()}
        >
          {t('retention.dryRun')}
        </Button>
      </p>
      {fault && !found && (
        <p className="error" role="alert">
          {fault}
        </p>
      )}
      {found && fault && (
        <Notice tone="warning" role="alert">
          <p>{fault}</p>
        </Notice>
      )}
      <div role="status">
        {error && (
          <Notice tone="warning">
            <p>{t(faultText(error))}</p>
          </Notice>
        )}
        {refused && !error && !found && (
          <Notice tone="warning">
            <p>{t(refused)}</p>
          </Notice>
        )}
        {found && !error && <Effect found={found} />}
      </div>
    </div>
  );
}

function Effect({ found: { count, countWithout } }: { found: Counted }) {
  const t = useText();
  const extra = count - countWithout;
  if (extra > 0)
    return (
      <Notice tone="warning" title={t('retention.takesMore', { count: extra })}>
        <p>{t('retention.takesMoreHint', { count })}</p>
      </Notice>
    );
  if (extra < 0)
    return (
      <Notice tone="info" title={t('retention.takesLess', { count: -extra })}>
        <p>{t('retention.takesLessHint')}</p>
      </Notice>
    );
  return (
    <Notice tone="success" title={t('retention.takesSame')}>
      <p>{t('retention.takesSameHint', { count })}</p>
    </Notice>
  );
}

/** The day after a local date. */
export function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
