import { useLanguage } from '@lapor/staff';
import { ChangeDialog, RefusalNotice, useChange, WordsField } from '@lapor/staff/changing';
import { Button, Checkbox } from '@lapor/ui';
import { useState } from 'react';
import { EffectSummary, type DeadlineEffect } from '../calendar/effect-summary.tsx';
import { useText } from '../app/use-text.ts';
import type { Policy } from './limit-rows.ts';
import { MigrateClocksDocument } from './policies.graphql.ts';

const CLOCK_KINDS = [
  'VERIFICATION',
  'FIRST_RESPONSE',
  'FOLLOW_UP',
  'RESOLUTION',
  'REPLY_TURN',
  'OUTER_LIMIT',
  'OMBUDSMAN',
  'POSTPONEMENT',
  'AUTO_CLOSE',
] as const;
type ClockKind = (typeof CLOCK_KINDS)[number];

interface MigrateDialogProps {
  policy: Policy;
  onClose: () => void;
  onDone: () => void;
}

/** Running clocks go over to the policy in force: which ones, what that moves, and why. */
export function MigrateDialog({ policy, onClose, onDone }: MigrateDialogProps) {
  const t = useText();
  const { words } = useLanguage();
  const { version, decree } = policy;
  return (
    <ChangeDialog
      document={MigrateClocksDocument}
      draft={`migrate:${version}`}
      empty={{ kinds: [] as ClockKind[], reason: '' }}
      title={t('policies.migrateTitle')}
      lead={<p>{t('policies.migrateLead', { decree })}</p>}
      submitLabel={t('policies.migrateSubmit')}
      tone="danger"
      doneText={t('policies.migrated')}
      wide
      check={({ kinds, reason }) => ({
        kinds: kinds.length === 0 ? 'REQUIRED' : undefined,
        reason: reason.trim().length < 5 ? 'TOO_SHORT' : undefined,
      })}
      inputOf={({ kinds, reason }) => ({ policyVersion: version, kinds, reason, dryRun: false })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => (
        <>
          <fieldset className="check-list">
            <legend>{t('policies.migrateKinds')}</legend>
            {form.faultAt('kinds') && (
              <p className="error" role="alert">
                {t('policies.kindsFault')}
              </p>
            )}
            {CLOCK_KINDS.map((kind) => (
              <Checkbox
                key={kind}
                label={words.clocks[kind]}
                checked={form.value.kinds.includes(kind)}
                onChange={(event) =>
                  form.change({
                    kinds: event.currentTarget.checked
                      ? [...form.value.kinds, kind]
                      : form.value.kinds.filter((one) => one !== kind),
                  })
                }
              />
            ))}
          </fieldset>
          <MigrationEffect key={form.value.kinds.join()} version={version} kinds={form.value.kinds} />
          <WordsField
            form={form}
            name="reason"
            label={t('policies.migrateReason')}
            hint={t('policies.migrateReasonHint')}
            rows={3}
          />
        </>
      )}
    </ChangeDialog>
  );
}

function MigrationEffect({ version, kinds }: { version: string; kinds: readonly ClockKind[] }) {
  const t = useText();
  const { busy, faults, decide } = useChange(MigrateClocksDocument);
  const [effect, setEffect] = useState<DeadlineEffect | null>(null);
  async function ask() {
    const done = await decide({ policyVersion: version, kinds: [...kinds], dryRun: true });
    if (done?.__typename === 'ClocksMigrated') setEffect(done.effect);
  }
  return (
    <div className="stack stack-2">
      <p>
        <Button size="small" busy={busy} disabled={kinds.length === 0} onClick={() => void ask()}>
          {t('policies.migrateCheck')}
        </Button>
      </p>
      <RefusalNotice refusal={faults.refusal} gone="refused.goneHere" />
      <div role="status">{effect && <EffectSummary effect={effect} />}</div>
    </div>
  );
}
