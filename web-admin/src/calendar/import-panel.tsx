import { useDates } from '@lapor/staff';
import { ChooseFile, faultText, LineFaults, useCheckedFile } from '@lapor/staff/changing';
import { Notice, Panel, Table, Tag, useToast } from '@lapor/ui';
import { useClient } from 'urql';
import { useText } from '../app/use-text.ts';
import type { ResultOf } from '../graphql.ts';
import { CalendarEffect } from './calendar-effect.tsx';
import { ImportHolidaysDocument } from './calendar.graphql.ts';
import { changeKind, daysOf } from './day-changes.ts';
import { rightOf, type FileFault } from './file-faults.ts';
import { ImportForm } from './import-form.tsx';

type Result = ResultOf<typeof ImportHolidaysDocument>['result'];
type DryRun = Extract<Result, { __typename: 'HolidaysImported' }>;
type Faulty = Extract<Result, { __typename: 'HolidayFileFaulty' }>;

/** As the server takes it; a year has some thirty lines. */
const MOST_CHARACTERS = 20_000;

/** The days off of a year as a file: what it would change, what that moves, then the import, all lines or none. */
export function ImportPanel({ year, onDone }: { year: number; onDone: () => void }) {
  const t = useText();
  const client = useClient();
  const toast = useToast();
  const file = useCheckedFile<DryRun | Faulty>({
    fits: (csv) => csv.length <= MOST_CHARACTERS,
    tooLarge: 'calendar.importTooLarge',
    async check(csv) {
      const { data, error } = await client
        .mutation(ImportHolidaysDocument, { input: { year, csv, dryRun: true } })
        .toPromise();
      const result = data?.result;
      switch (result?.__typename) {
        case 'HolidaysImported':
        case 'HolidayFileFaulty':
          return { preview: result };
        case 'NotFound':
          return { fault: 'calendar.notYours' };
        case 'InvalidInput':
          return { fault: 'calendar.importTooLarge' };
        default:
          return { fault: error ? faultText(error) : 'effect.failed' };
      }
    },
  });
  const { chosen, preview } = file;
  return (
    <>
      <Panel title={t('calendar.import')}>
        <div className="stack stack-3">
          <p>{t('calendar.importAbout', { year: String(year) })}</p>
          <ChooseFile file={file} />
          {preview?.__typename === 'HolidaysImported' && <Difference dryRun={preview} />}
          {chosen && preview?.__typename === 'HolidaysImported' && preview.changes.length > 0 && (
            <>
              <CalendarEffect {...daysOf(preview.changes)} />
              <ImportForm
                year={year}
                csv={chosen.csv}
                basedOn={preview.calendarVersion}
                onStale={() => void file.again()}
                onDone={() => {
                  toast({ text: t('calendar.saved') });
                  file.clear();
                  onDone();
                }}
              />
            </>
          )}
        </div>
      </Panel>
      {preview?.__typename === 'HolidayFileFaulty' && (
        <LineFaults<FileFault>
          faults={preview.faults}
          wordsOf={(fault) => t(rightOf(fault), { year: String(year) })}
        />
      )}
    </>
  );
}

function Difference({ dryRun: { changes, unchangedCount } }: { dryRun: DryRun }) {
  const t = useText();
  const dates = useDates();
  if (changes.length === 0)
    return (
      <Notice tone="success" role="status">
        <p>{t('calendar.importNothing')}</p>
      </Notice>
    );
  const count = (kind: ReturnType<typeof changeKind>) =>
    changes.filter((change) => changeKind(change) === kind).length;
  return (
    <Table
      caption={t('calendar.importDiff', {
        added: count('added'),
        removed: count('removed'),
        changed: count('changed'),
        unchanged: unchangedCount,
      })}
      stacked
      tight
      rows={changes}
      rowKey={({ date }) => date}
      columns={[
        {
          id: 'date',
          header: t('calendar.day'),
          rowHeader: true,
          className: 'fit',
          cell: ({ date }) => dates.day(date, 'short'),
        },
        {
          id: 'does',
          header: t('calendar.does'),
          className: 'fit',
          cell: (change) => <Tag>{t(`calendar.change.${changeKind(change)}`)}</Tag>,
        },
        {
          id: 'name',
          header: t('calendar.name'),
          cell: ({ before, after }) =>
            before && after && before.name !== after.name
              ? `${before.name} → ${after.name}`
              : (after ?? before)?.name,
        },
        {
          id: 'status',
          header: t('calendar.status'),
          className: 'fit',
          cell: ({ before, after }) => {
            const day = after ?? before;
            return day && t(`calendar.status.${day.status}`);
          },
        },
      ]}
    />
  );
}
