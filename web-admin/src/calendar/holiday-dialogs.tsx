import { useDates } from '@lapor/staff';
import { ChangeDialog, ChoiceField, LineField, type ChangeForm } from '@lapor/staff/changing';
import { useText } from '../app/use-text.ts';
import { CalendarEffect } from './calendar-effect.tsx';
import { RemoveHolidayDocument, SaveHolidayDocument } from './calendar.graphql.ts';
import { isDate, type HolidayRow } from './holiday-row.ts';

const KINDS = ['NATIONAL', 'JOINT_LEAVE'] as const;
const STATUSES = ['OFFICIAL', 'ESTIMATED'] as const;

interface SaveDialogProps {
  /** The day to change; `null` for a new one. */
  holiday: HolidayRow | null;
  year: number;
  onClose: () => void;
  onDone: () => void;
}

/** A day off, new or said otherwise, with what it would move. */
export function SaveHolidayDialog({ holiday, year, onClose, onDone }: SaveDialogProps) {
  const t = useText();
  const empty: HolidayRow = holiday ?? {
    date: '',
    name: '',
    kind: 'NATIONAL',
    status: 'OFFICIAL',
    decree: '',
  };
  return (
    <ChangeDialog
      document={SaveHolidayDocument}
      draft={`holiday:${holiday?.date ?? `new-${year}`}`}
      empty={empty}
      title={t(holiday ? 'calendar.editTitle' : 'calendar.addTitle')}
      submitLabel={t('calendar.save')}
      doneText={t('calendar.saved')}
      wide
      check={({ date, name, decree }) => ({
        date: isDate(date) ? undefined : 'INVALID',
        name: name.trim().length < 3 ? 'TOO_SHORT' : undefined,
        decree: decree.trim().length < 3 ? 'REQUIRED' : undefined,
      })}
      inputOf={({ date, name, kind, status, decree }) => ({ date, name, kind, status, decree })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => (
        <>
          <LineField
            form={form}
            name="date"
            label={t('calendar.day')}
            hint={holiday ? undefined : t('calendar.effectHint')}
            error={form.faultAt('date') && t('calendar.dateFault')}
            narrow
            type="date"
            min={holiday ? undefined : `${year}-01-01`}
            max={holiday ? undefined : `${year}-12-31`}
            readOnly={holiday !== null}
          />
          <LineField form={form} name="name" label={t('calendar.name')} hint={t('calendar.nameHint')} />
          <ChoiceField
            form={form}
            name="kind"
            label={t('calendar.kind')}
            narrow
            options={KINDS.map((value) => ({ value, label: t(`calendar.kind.${value}`) }))}
          />
          <ChoiceField
            form={form}
            name="status"
            label={t('calendar.status')}
            narrow
            options={STATUSES.map((value) => ({ value, label: t(`calendar.status.${value}`) }))}
          />
          <DecreeField form={form} />
          {!holiday && isDate(form.value.date) && (
            <CalendarEffect daysOff={[form.value.date]} workingDays={[]} />
          )}
        </>
      )}
    </ChangeDialog>
  );
}

interface RemoveDialogProps {
  holiday: HolidayRow;
  onClose: () => void;
  onDone: () => void;
}

/** A day off that becomes a working day again, with what that would move. */
export function RemoveHolidayDialog({ holiday, onClose, onDone }: RemoveDialogProps) {
  const t = useText();
  const dates = useDates();
  const { date, name } = holiday;
  return (
    <ChangeDialog
      document={RemoveHolidayDocument}
      draft={`remove-holiday:${date}`}
      empty={{ decree: '' }}
      title={t('calendar.removeTitle')}
      lead={<p>{t('calendar.removeLead', { name, day: dates.day(date, 'weekday') })}</p>}
      submitLabel={t('calendar.removeSubmit')}
      tone="danger"
      doneText={t('calendar.saved')}
      wide
      check={({ decree }) => ({ decree: decree.trim().length < 3 ? 'REQUIRED' : undefined })}
      inputOf={({ decree }) => ({ date, decree })}
      onClose={onClose}
      onDone={onDone}
    >
      {(form) => (
        <>
          <DecreeField form={form} />
          <CalendarEffect daysOff={[]} workingDays={[date]} />
        </>
      )}
    </ChangeDialog>
  );
}

function DecreeField({ form }: { form: ChangeForm<{ decree: string }> }) {
  const t = useText();
  return <LineField form={form} name="decree" label={t('calendar.decree')} hint={t('calendar.decreeHint')} />;
}
