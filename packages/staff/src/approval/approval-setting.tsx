import { Button, FieldError, OptionRow, Skeleton, useToast } from '@lapor/ui';
import { useId, useState } from 'react';
import { DecisionDialog } from '../decisions/decision-dialog.tsx';
import { useDecision } from '../decisions/use-decision.ts';
import type { ResultOf, VariablesOf } from '../graphql.ts';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { useSession } from '../session/session-context.ts';
import { type AnswerApprovalDocument, SetAnswerApprovalDocument } from './approval.graphql.ts';

type Approval = ResultOf<typeof AnswerApprovalDocument>['answerApproval'];
type Mode = VariablesOf<typeof SetAnswerApprovalDocument>['input']['mode'];

const MODES: readonly Mode[] = ['NONE', 'RESULTS', 'ALL'];
const WORDS: Record<Mode, { title: StaffMessageId; why: StaffMessageId }> = {
  NONE: { title: 'approval.mode.NONE', why: 'approval.mode.NONE.why' },
  RESULTS: { title: 'approval.mode.RESULTS', why: 'approval.mode.RESULTS.why' },
  ALL: { title: 'approval.mode.ALL', why: 'approval.mode.ALL.why' },
};

interface ApprovalSettingProps {
  organisation: { id: string; name: string };
  /** Undefined while it is not known; null where it is not for this officer. */
  approval: Approval | undefined;
}

/** Which answers wait, and who has said so; admins change it. */
export function ApprovalSetting({ organisation, approval }: ApprovalSettingProps) {
  const t = useText();
  const { workplace } = useSession();
  const [open, setOpen] = useState(false);
  if (approval === null) return null;
  if (!approval) return <Skeleton label={t('page.loading')} lines={1} />;
  const isOwn = approval.setBy?.id === organisation.id;
  return (
    <div className="row row--between approval-setting">
      <p>
        {t('approval.setting')}: <strong>{t(WORDS[approval.mode].title)}</strong>
        {approval.setBy && !isOwn && (
          <span className="caption block">{t('approval.setBy', { name: approval.setBy.name })}</span>
        )}
      </p>
      {workplace.roles.includes('AGENCY_ADMIN') && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t('approval.change')}
        </Button>
      )}
      {open && (
        <ModeDialog organisation={organisation} current={approval.mode} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}

function ModeDialog({
  organisation,
  current,
  onClose,
}: {
  organisation: { id: string; name: string };
  current: Mode;
  onClose: () => void;
}) {
  const t = useText();
  const toast = useToast();
  const name = useId();
  const [mode, setMode] = useState(current);
  const { busy, faults, decide } = useDecision(SetAnswerApprovalDocument);

  async function submit() {
    if (!(await decide({ organisationId: organisation.id, mode }))) return;
    toast({ text: t('approval.settingChanged') });
    onClose();
  }

  return (
    <DecisionDialog
      open
      title={t('approval.setting')}
      lead={<p>{t('approval.settingLead', { name: organisation.name })}</p>}
      submitLabel={t('approval.settingSubmit')}
      busy={busy}
      faults={faults}
      gone="refused.goneHere"
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <fieldset>
        <legend className="sr">{t('approval.setting')}</legend>
        {faults.fields['mode'] && <FieldError>{t('field.invalid')}</FieldError>}
        {MODES.map((value) => (
          <OptionRow
            key={value}
            name={name}
            title={t(WORDS[value].title)}
            why={t(WORDS[value].why)}
            checked={mode === value}
            onChange={() => setMode(value)}
          />
        ))}
      </fieldset>
    </DecisionDialog>
  );
}
