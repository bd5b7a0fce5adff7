import { FieldError, Notice, organisationIcon, Tag, useToast } from '@lapor/ui';
import { useEffect, useRef, useState } from 'react';
import { DecisionDialog } from '../../decisions/decision-dialog.tsx';
import { fieldText } from '../../decisions/field-faults.ts';
import { useReportDecision } from '../../decisions/use-report-decision.ts';
import { useText } from '../../language/use-text.ts';
import { useSession } from '../../session/session-context.ts';
import { OrganisationPick, type PickedOrganisation } from '../../picking/organisation-pick.tsx';
import { ChangeLeadDocument } from './handling.graphql.ts';

/** What may be wrong with a unit. */
const FAULTS = {
  SAME: 'handling.leadsAlready',
  OUTSIDE_AUTHORITY: 'handling.outside',
  NOT_ACTIVE: 'handling.notActive',
  EXCLUDED: 'handling.excluded',
  REQUIRED: 'handling.unitNeeded',
} as const;

interface LeadDialogProps {
  reportId: string;
  lead: PickedOrganisation | null;
  onClose: () => void;
}

/** Lets another unit give the public answer; the one that did so helps from now on. */
export function LeadDialog({ reportId, lead, onClose }: LeadDialogProps) {
  const t = useText();
  const toast = useToast();
  const { workplace } = useSession();
  // The lead goes to a unit below the own one; the national desk gives it to any.
  const within = workplace.roles.includes('NATIONAL_ADMIN') ? undefined : workplace.organisation.id;
  const [target, setTarget] = useState<PickedOrganisation | null>(null);
  const [tried, setTried] = useState(false);
  const decision = useReportDecision(ChangeLeadDocument);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const fault = fieldText(
    t,
    tried && !target ? 'REQUIRED' : decision.faults.fields['organisationId'],
    FAULTS,
  );

  async function submit() {
    setTried(true);
    if (!target) return;
    const done = await decision.decide({ reportId, organisationId: target.id });
    if (!done) return;
    toast({ text: t('handling.leadDone', { name: target.name }) });
    onClose();
  }

  return (
    <DecisionDialog
      open
      title={t('handling.leadTitle')}
      lead={
        <Notice tone="info">
          <p>{t('handling.leadLead', { name: lead?.name ?? '–' })}</p>
        </Notice>
      }
      submitLabel={
        target ? t('handling.leadTo', { name: target.acronym ?? target.name }) : t('handling.leadSubmit')
      }
      busy={decision.busy}
      faults={decision.faults}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className={fault ? 'field field--error' : 'field'}>
        <span className="legend">{t('report.lead')}</span>
        {fault && <FieldError id="lead-error">{fault}</FieldError>}
        {target && (
          <p className="picked">
            <Tag icon={organisationIcon}>{target.name}</Tag>
          </p>
        )}
        <OrganisationPick
          label={t('report.lead')}
          withinId={within}
          startAtId={within}
          exceptIds={lead ? [lead.id] : []}
          withLoad
          picked={target}
          onPick={setTarget}
          invalid={fault !== undefined}
          describedBy={fault ? 'lead-error' : undefined}
          inputRef={search}
        />
      </div>
    </DecisionDialog>
  );
}
