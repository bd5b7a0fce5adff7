import '../../../language/administration-words.ts';
import { useToast } from '@lapor/ui';
import { useQuery } from 'urql';
import { DecisionDialog } from '../../../decisions/decision-dialog.tsx';
import { fieldText } from '../../../decisions/field-faults.ts';
import { useReportDecision } from '../../../decisions/use-report-decision.ts';
import { DraftMark } from '../../../drafts/draft-mark.tsx';
import { useDraft } from '../../../drafts/use-draft.ts';
import { useText } from '../../../language/use-text.ts';
import { OrganisationPick, type PickedOrganisation } from '../../../picking/organisation-pick.tsx';
import { PickedMany } from '../../../picking/picked-many.tsx';
import { useSession } from '../../../session/session-context.ts';
import { AssignCoHandlersDocument, CoHandlersDocument } from '../deciding.graphql.ts';

const MOST = 5;

/** Says who helps with a report: the national desk among all, who leads it among the own units. */
export function AssignDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const [{ data }] = useQuery({
    query: CoHandlersDocument,
    variables: { number },
    requestPolicy: 'network-only',
  });
  const report = data?.report;
  if (!report) return null;
  return (
    <Loaded
      reportId={report.id}
      lead={report.handler}
      coHandlers={report.assignments
        .filter(({ role }) => role === 'CO_HANDLER')
        .map(({ organisation }) => organisation)}
      onClose={onClose}
    />
  );
}

interface LoadedProps {
  reportId: string;
  lead: PickedOrganisation | null;
  /** Who helps now. */
  coHandlers: readonly PickedOrganisation[];
  onClose: () => void;
}

function Loaded({ reportId, lead, coHandlers, onClose }: LoadedProps) {
  const t = useText();
  const toast = useToast();
  const { workplace } = useSession();
  const isDesk = workplace.roles.includes('NATIONAL_ADMIN');
  const draft = useDraft<{ picked: readonly PickedOrganisation[] }>(`assign:${reportId}`, {
    picked: coHandlers,
  });
  const decision = useReportDecision(AssignCoHandlersDocument);
  const { picked } = draft.value;
  const { fields } = decision.faults;
  const error = fieldText(t, fields['organisationIds'], {
    UNCHANGED: 'assigning.fault.UNCHANGED',
    NOT_ACTIVE: 'assigning.fault.NOT_ACTIVE',
    LEAD_TWICE: 'assigning.fault.LEAD_TWICE',
    OUTSIDE_AUTHORITY: 'assigning.fault.OUTSIDE_AUTHORITY',
  });

  async function submit() {
    const done = await decision.decide({ reportId, organisationIds: picked.map(({ id }) => id) });
    if (!done) return;
    draft.clear();
    toast({ text: t('assigning.done') });
    onClose();
  }

  const unit = isDesk ? undefined : workplace.organisation.id;
  return (
    <DecisionDialog
      open
      title={t('assigning.title')}
      lead={<p className="caption">{t('assigning.lead', { name: lead?.name ?? '–' })}</p>}
      submitLabel={t('assigning.submit')}
      busy={decision.busy}
      faults={decision.faults}
      mark={<DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <PickedMany
        label={t('verify.coHandlers')}
        hint={t('assigning.hint', { most: MOST })}
        error={error}
        picked={picked}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        removeLabel={t('assigning.remove')}
        onRemove={(one) => draft.change({ picked: picked.filter(({ id }) => id !== one.id) })}
      >
        {picked.length < MOST && (
          <OrganisationPick
            label={t('verify.coHandlers')}
            withinId={unit}
            startAtId={unit}
            exceptIds={[...picked.map(({ id }) => id), ...(lead ? [lead.id] : [])]}
            withLoad
            picked={null}
            onPick={(organisation) => draft.change({ picked: [...picked, organisation] })}
            invalid={error !== undefined}
          />
        )}
      </PickedMany>
    </DecisionDialog>
  );
}
