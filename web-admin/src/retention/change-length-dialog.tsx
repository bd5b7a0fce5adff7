import { ChangeDialog, faultText, LineField, WordsField } from '@lapor/staff/changing';
import { Button, Notice } from '@lapor/ui';
import { useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { useText } from '../app/use-text.ts';
import { isDate } from '../calendar/holiday-row.ts';
import type { ResultOf } from '../graphql.ts';
import {
  daysAfter,
  daysOf,
  lengthOn,
  LONGEST_DAYS,
  SHORTEST_DAYS,
  useLength,
  WAITING_DAYS,
} from './length.ts';
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

/**
 * Another length of one rule from a day to come: how many reports it would be about, why, and that it cannot be undone. A shorter one begins
 * after a week, so that it can be taken back, and is confirmed by typing how many reports it is about.
 */
export function ChangeLengthDialog({ rule, today, onClose, onDone }: ChangeLengthDialogProps) {
  const t = useText();
  const length = useLength();
  const [counted, setCounted] = useState<Counted | null>(null);
  /** The count that was sent last: what the server says of it is of no other. */
  const sent = useRef<Counted | null>(null);
  const soonest = (days: string, startsOn: string) => {
    const asked = daysOf(days);
    return daysAfter(today, asked !== null && asked < lengthOn(rule, startsOn) ? WAITING_DAYS : 1);
  };
  const countedFor = (days: string, startsOn: string): Counted | null =>
    counted !== null && counted.days === daysOf(days) && counted.startsOn === startsOn ? counted : null;
  const takesMore = (found: Counted | null) => found !== null && found.count > found.countWithout;
  return (
    <ChangeDialog
      document={ChangeRetentionDocument}
      draft={`retention:${rule.name}`}
      empty={{
        days: String(rule.planned?.days ?? rule.days),
        startsOn: daysAfter(today, WAITING_DAYS),
        reason: '',
        decree: '',
        confirmed: '',
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
      check={({ days, startsOn, reason, confirmed }) => {
        const found = countedFor(days, startsOn);
        return {
          days: daysOf(days) === null ? 'INVALID' : undefined,
          startsOn:
            !isDate(startsOn) || startsOn <= today
              ? 'INVALID'
              : startsOn < soonest(days, startsOn)
                ? 'TOO_SOON'
                : undefined,
          expectedCount: found ? undefined : 'REQUIRED',
          confirmed:
            found && takesMore(found) && Number(confirmed.trim() || Number.NaN) !== found.count
              ? 'REQUIRED'
              : undefined,
          reason: reason.trim().length < 10 ? 'TOO_SHORT' : undefined,
        };
      }}
      inputOf={({ days, startsOn, reason, decree }) => {
        sent.current = countedFor(days, startsOn);
        return {
          rule: rule.name,
          days: daysOf(days) ?? 0,
          startsOn,
          reason: reason.trim(),
          decree: decree.trim() || null,
          expectedCount: sent.current?.count ?? 0,
        };
      }}
      words={{
        days: { INVALID: 'retention.daysFault', UNCHANGED: 'retention.daysSame' },
        startsOn: { INVALID: 'retention.startsOnFault', TOO_SOON: 'retention.startsOnSoon' },
        expectedCount: { REQUIRED: 'retention.countFirst', CHANGED: 'retention.countAgain' },
        confirmed: { REQUIRED: 'retention.confirmFault' },
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
              min={soonest(days, startsOn)}
            />
            <DryRun
              rule={rule.name}
              days={daysOf(days)}
              startsOn={isDate(startsOn) && startsOn >= soonest(days, startsOn) ? startsOn : null}
              found={found}
              fault={found && sent.current !== found ? undefined : form.faultAt('expectedCount')}
              onCounted={(next) => {
                setCounted(next);
                form.change({ confirmed: '' });
              }}
            />
            {found && takesMore(found) && (
              <LineField
                form={form}
                name="confirmed"
                label={t('retention.confirm', { count: found.count })}
                hint={t('retention.confirmHint')}
                narrow
                inputMode="numeric"
              />
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
interface Failure {
  days: number;
  startsOn: string;
  error: CombinedError | null;
  refused: Refused | null;
}
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
  /** Of the length and the day that were asked about; another question has no answer yet. */
  const [failure, setFailure] = useState<Failure | null>(null);
  const isOfThis = failure !== null && failure.days === days && failure.startsOn === startsOn;
  const error = isOfThis ? failure.error : null;
  const refused = isOfThis ? failure.refused : null;
  const asked = useRef(0);
  async function count() {
    if (days === null || startsOn === null) return;
    const turn = ++asked.current;
    setBusy(true);
    const { data, error: broken } = await client
      .query(PreviewRetentionDocument, { input: { rule, days, startsOn } }, { requestPolicy: 'network-only' })
      .toPromise();
    if (turn !== asked.current) return;
    setBusy(false);
    const result = data?.result;
    setFailure({ days, startsOn, error: broken ?? null, refused: refusedOf(result) });
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
