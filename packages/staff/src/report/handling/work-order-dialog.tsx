import { Checkbox, Field, Notice, Select, TextArea, TextInput } from '@lapor/ui';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useChange } from '../../changing/use-change.ts';
import { useDates } from '../../dates/use-dates.ts';
import { useToday } from '../../dates/use-today.ts';
import { DecisionDialog } from '../../decisions/decision-dialog.tsx';
import { fieldText } from '../../decisions/field-faults.ts';
import { DraftMark } from '../../drafts/draft-mark.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { useText } from '../../language/use-text.ts';
import { addDays } from '../../officers/add-days.ts';
import { CreateWorkOrderDocument, FieldOfficersDocument } from './handling.graphql.ts';
import { WorkOrderLink } from './work-order-link.tsx';

/** So long an order and its link hold. */
const MOST_DAYS = 14;

interface WorkOrderDialogProps {
  report: {
    id: string;
    placeText: string | null;
    point: { latitude: number; longitude: number } | null;
  };
  /** Units that handle the report, the own one first. */
  units: readonly { id: string; name: string }[];
  onClose: () => void;
}

/** What was read carries the name of its type, which no input has. */
const asInput = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({
  latitude,
  longitude,
});

/** Sends somebody into the field: a place and a task in own words, never the report. Then the secret link, once. */
export function WorkOrderDialog({ report, units, onClose }: WorkOrderDialogProps) {
  const t = useText();
  const dates = useDates();
  const today = useToday();
  const draft = useDraft(`work-order:${report.id}`, {
    organisationId: units[0]?.id ?? '',
    fieldOfficerId: '',
    task: '',
    placeText: report.placeText ?? '',
    withPoint: true,
    dueOn: '',
  });
  const change = useChange(CreateWorkOrderDocument);
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<{ path: string; number: string; expiresAt: string } | null>(null);
  const { value } = draft;
  const [{ data }] = useQuery({
    query: FieldOfficersDocument,
    variables: { organisationId: value.organisationId },
    pause: value.organisationId === '',
  });
  const inField = (data?.officers.edges ?? [])
    .map(({ node }) => node)
    .filter(({ posts }) =>
      posts.some(
        ({ role, organisation }) => role === 'FIELD_OFFICER' && organisation.id === value.organisationId,
      ),
    );
  const last = addDays(today, MOST_DAYS);
  const missing = {
    task: value.task.trim() === '',
    placeText: value.placeText.trim() === '',
    dueOn: value.dueOn === '',
  };
  const codeOf = (field: keyof typeof missing) =>
    tried && missing[field] ? 'REQUIRED' : change.faults.fields[field];

  async function submit() {
    setTried(true);
    if (Object.values(missing).some(Boolean)) return;
    const done = await change.decide({
      reportId: report.id,
      organisationId: value.organisationId,
      fieldOfficerId: value.fieldOfficerId || null,
      task: value.task.trim(),
      placeText: value.placeText.trim(),
      point: value.withPoint && report.point ? asInput(report.point) : null,
      dueOn: value.dueOn,
    });
    if (done?.__typename !== 'WorkOrderCreated') return;
    draft.clear();
    setMade({ path: done.path, number: done.workOrder.number, expiresAt: done.workOrder.expiresAt });
  }

  if (made) return <WorkOrderLink {...made} onClose={onClose} />;
  const words = { PERSONAL_DATA: 'workOrders.personalData', COPIES_NARRATIVE: 'workOrders.copies' } as const;
  return (
    <DecisionDialog
      open
      title={t('workOrders.new')}
      lead={
        <Notice tone="info">
          <p>{t('workOrders.lead')}</p>
        </Notice>
      }
      submitLabel={t('workOrders.submit')}
      busy={change.busy}
      faults={change.faults}
      mark={<DraftMark savedAt={value.task ? draft.savedAt : null} unsaved={draft.unsaved} />}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {units.length > 1 && (
        <Field label={t('workOrders.unit')}>
          <Select
            value={value.organisationId}
            onChange={(event) =>
              draft.change({ organisationId: event.currentTarget.value, fieldOfficerId: '' })
            }
          >
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field
        label={t('workOrders.task')}
        hint={t('workOrders.taskHint')}
        error={fieldText(t, codeOf('task'), words)}
      >
        <TextArea
          short
          value={value.task}
          maxLength={1_000}
          onChange={(event) => draft.change({ task: event.currentTarget.value })}
        />
      </Field>
      <Field label={t('workOrders.place')} error={fieldText(t, codeOf('placeText'), words)}>
        <TextInput
          value={value.placeText}
          maxLength={300}
          onChange={(event) => draft.change({ placeText: event.currentTarget.value })}
        />
      </Field>
      {report.point && (
        <Checkbox
          label={t('workOrders.withPoint')}
          checked={value.withPoint}
          onChange={(event) => draft.change({ withPoint: event.currentTarget.checked })}
        />
      )}
      <Field
        className="narrow"
        label={t('workOrders.dueOn')}
        hint={t('workOrders.dueOnHint', { days: MOST_DAYS })}
        error={fieldText(t, codeOf('dueOn'), {
          IN_THE_PAST: 'answer.datePast',
          TOO_LATE: 'workOrders.tooLate',
        })}
        foot={value.dueOn ? dates.day(value.dueOn) : undefined}
      >
        <TextInput
          type="date"
          min={today}
          max={last}
          value={value.dueOn}
          onChange={(event) => draft.change({ dueOn: event.currentTarget.value })}
        />
      </Field>
      <Field
        label={t('workOrders.who')}
        error={fieldText(t, change.faults.fields['fieldOfficerId'], { NOT_FOUND: 'workOrders.nobody' })}
      >
        <Select
          value={value.fieldOfficerId}
          onChange={(event) => draft.change({ fieldOfficerId: event.currentTarget.value })}
        >
          <option value="">{t('workOrders.anybody')}</option>
          {inField.map(({ id, name }) => (
            <option key={id} value={id}>
              {name ?? t('account.officer')}
            </option>
          ))}
        </Select>
      </Field>
    </DecisionDialog>
  );
}
