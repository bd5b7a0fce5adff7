import { useDates } from '@lapor/staff';
import { ChangeDialog } from '@lapor/staff/changing';
import { Field, Select, TextInput } from '@lapor/ui';
import { useText } from '../app/use-text.ts';
import { CalendarEffect } from './calendar-effect.tsx';
import { RemoveHolidayDocument, SaveHolidayDocument } from './calendar.graphql.ts';
import { isDate, type HolidayRow } from './holiday-row.ts';

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
      {({ value, change, faultAt }) => (
        <>
          <Field
            label={t('calendar.day')}
            error={faultAt('date') && t('calendar.dateFault')}
            className="narrow"
          >
            <TextInput
              type="date"
              value={value.date}
              min={holiday ? undefined : `${year}-01-01`}
              max={holiday ? undefined : `${year}-12-31`}
              readOnly={holiday !== null}
              onChange={(event) => change({ date: event.currentTarget.value })}
            />
          </Field>
          <Field label={t('calendar.name')} hint={t('calendar.nameHint')} error={faultAt('name')}>
            <TextInput value={value.name} onChange={(event) => change({ name: event.currentTarget.value })} />
          </Field>
          <Field label={t('calendar.kind')} className="narrow">
            <Select
              value={value.kind}
              onChange={(event) => change({ kind: event.currentTarget.value as HolidayRow['kind'] })}
            >
              {(['NATIONAL', 'JOINT_LEAVE'] as const).map((kind) => (
                <option key={kind} value={kind}>
                  {t(`calendar.kind.${kind}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('calendar.status')} className="narrow">
            <Select
              value={value.status}
              onChange={(event) => change({ status: event.currentTarget.value as HolidayRow['status'] })}
            >
              {(['OFFICIAL', 'ESTIMATED'] as const).map((status) => (
                <option key={status} value={status}>
                  {t(`calendar.status.${status}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('calendar.decree')} hint={t('calendar.decreeHint')} error={faultAt('decree')}>
            <TextInput
              value={value.decree}
              onChange={(event) => change({ decree: event.currentTarget.value })}
            />
          </Field>
          {!holiday && isDate(value.date) && <CalendarEffect daysOff={[value.date]} workingDays={[]} />}
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
      {({ value, change, faultAt }) => (
        <>
          <Field label={t('calendar.decree')} hint={t('calendar.decreeHint')} error={faultAt('decree')}>
            <TextInput
              value={value.decree}
              onChange={(event) => change({ decree: event.currentTarget.value })}
            />
          </Field>
          <CalendarEffect daysOff={[]} workingDays={[date]} />
        </>
      )}
    </ChangeDialog>
  );
}
