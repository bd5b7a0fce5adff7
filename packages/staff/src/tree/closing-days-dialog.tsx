import { Button, closeIcon, Field, IconButton, plusIcon, Select, Skeleton, TextInput } from '@lapor/ui';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import { useToday } from '../dates/use-today.ts';
import { useText } from '../language/use-text.ts';
import { DecisionDialog } from '../decisions/decision-dialog.tsx';
import { NO_FAULTS } from '../decisions/outcome.ts';
import { fieldText } from '../decisions/field-faults.ts';
import { closingDayFaults, sortedDays, type ClosingDay } from './closing-days.ts';
import type { PlaceDialogProps } from './place-dialogs.tsx';
import { ClosingDaysDocument, SetClosingDaysDocument } from './tree.graphql.ts';

/** Days on which a government does not work beside the national holidays, one year at a time. */
export function ClosingDaysDialog(props: PlaceDialogProps) {
  const t = useText();
  const thisYear = Number(useToday().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [{ data, error, fetching }] = useQuery({
    query: ClosingDaysDocument,
    variables: { id: props.organisation.id, year },
    requestPolicy: 'network-only',
  });
  const choice = (
    <Field className="narrow" label={t('tree.year')}>
      <Select value={year} onChange={(event) => setYear(Number(event.currentTarget.value))}>
        {[thisYear - 1, thisYear, thisYear + 1].map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </Select>
    </Field>
  );
  const days = fetching ? undefined : data?.organisation?.closingDays;
  if (!days)
    return (
      <DecisionDialog
        open
        title={t('tree.closingDaysTitle')}
        submitLabel={t('save')}
        busy
        faults={NO_FAULTS}
        onSubmit={() => undefined}
        onClose={props.onClose}
      >
        {choice}
        {error ? (
          <p role="alert">{t('fault.unavailable')}</p>
        ) : (
          <Skeleton label={t('page.loading')} lines={3} />
        )}
      </DecisionDialog>
    );
  return <YearDialog key={year} {...props} year={year} days={days} choice={choice} />;
}

interface YearDialogProps extends PlaceDialogProps {
  year: number;
  days: readonly ClosingDay[];
  choice: React.ReactNode;
}

const EMPTY_DAY: ClosingDay = { date: '', name: '', decree: '' };

function YearDialog({ organisation, year, days, choice, onClose, onDone }: YearDialogProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={SetClosingDaysDocument}
      // A draft belongs to the days it began with: it replaces the year as a whole.
      draft={`closing-days:${organisation.id}:${year}:${days.map(({ date }) => date).join()}`}
      empty={{ days }}
      title={t('tree.closingDaysTitle')}
      lead={<p className="caption">{t('tree.closingDaysLead')}</p>}
      submitLabel={t('save')}
      wide
      doneText={t('tree.closingDaysSaved')}
      check={(value) => closingDayFaults(value.days, year)}
      words={{ days: { INCOMPLETE: 'tree.daysIncomplete', INVALID: 'tree.daysIncomplete' } }}
      inputOf={(value) => ({ organisationId: organisation.id, year, days: sortedDays(value.days) })}
      onClose={onClose}
      onDone={onDone}
    >
      {({ value, change, faultAt }) => {
        const set = (index: number, part: Partial<ClosingDay>) =>
          change({ days: value.days.map((day, at) => (at === index ? { ...day, ...part } : day)) });
        const fault = faultAt('days');
        return (
          <>
            {choice}
            {fault && (
              <p className="error" role="alert">
                {fault}
              </p>
            )}
            {value.days.length === 0 && <p className="muted">{t('tree.noClosingDays')}</p>}
            <ul className="day-rows">
              {value.days.map((day, index) => (
                // The row has no other name than its place.
                // eslint-disable-next-line react/no-array-index-key
                <li key={index}>
                  <Field
                    label={t('tree.closingDate')}
                    error={fieldFault(t, closingDayFaults(value.days, year)[`days.${index}.date`], fault)}
                  >
                    <TextInput
                      type="date"
                      min={`${year}-01-01`}
                      max={`${year}-12-31`}
                      value={day.date}
                      onChange={(event) => set(index, { date: event.currentTarget.value })}
                    />
                  </Field>
                  <Field label={t('tree.closingName')}>
                    <TextInput
                      value={day.name}
                      onChange={(event) => set(index, { name: event.currentTarget.value })}
                    />
                  </Field>
                  <Field label={t('tree.change.decree')}>
                    <TextInput
                      value={day.decree}
                      onChange={(event) => set(index, { decree: event.currentTarget.value })}
                    />
                  </Field>
                  <IconButton
                    icon={closeIcon}
                    label={t('tree.removeClosingDay', { name: day.name || String(index + 1) })}
                    onClick={() => change({ days: value.days.filter((_, at) => at !== index) })}
                  />
                </li>
              ))}
            </ul>
            <p>
              <Button
                size="small"
                icon={plusIcon}
                onClick={() => change({ days: [...value.days, EMPTY_DAY] })}
              >
                {t('tree.addClosingDay')}
              </Button>
            </p>
          </>
        );
      }}
    </ChangeDialog>
  );
}

/** The fault of one date, once the form was tried. */
const fieldFault = (t: ReturnType<typeof useText>, code: string | undefined, tried: string | undefined) =>
  tried === undefined
    ? undefined
    : fieldText(t, code, { OTHER_YEAR: 'tree.otherYear', REPEATED: 'tree.dayRepeated' });
