import { useDates } from '@lapor/staff';
import { faultText, fieldText, RefusalNotice, useChange } from '@lapor/staff/changing';
import { Button, Field, fileIcon, Notice, Panel, Skeleton, Table, Tag, TextInput, useToast } from '@lapor/ui';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { useText, type AdminMessageId } from '../app/use-text.ts';
import type { ResultOf } from '../graphql.ts';
import { CalendarEffect } from './calendar-effect.tsx';
import { ImportHolidaysDocument } from './calendar.graphql.ts';
import { changeKind, daysOf } from './day-changes.ts';
import { readYearFile } from './read-year-file.ts';

type Result = ResultOf<typeof ImportHolidaysDocument>['result'];
type DryRun = Extract<Result, { __typename: 'HolidaysImported' }>;
type Faulty = Extract<Result, { __typename: 'HolidayFileFaulty' }>;

interface Chosen {
  name: string;
  csv: string;
}

/** The days off of a year as a file: what it would change, what that moves, then the import, all lines or none. */
export function ImportPanel({ year, onDone }: { year: number; onDone: () => void }) {
  const t = useText();
  const client = useClient();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const change = useChange(ImportHolidaysDocument);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [dryRun, setDryRun] = useState<DryRun | null>(null);
  const [faulty, setFaulty] = useState<Faulty | null>(null);
  const [fault, setFault] = useState<AdminMessageId | null>(null);
  const [busy, setBusy] = useState(false);
  const [decree, setDecree] = useState('');
  const [tried, setTried] = useState(false);

  async function check(file: Chosen) {
    setBusy(true);
    setFault(null);
    const { data, error } = await client
      .mutation(ImportHolidaysDocument, { input: { year, csv: file.csv, dryRun: true } })
      .toPromise();
    setBusy(false);
    const result = data?.result;
    setDryRun(result?.__typename === 'HolidaysImported' ? result : null);
    setFaulty(result?.__typename === 'HolidayFileFaulty' ? result : null);
    if (!result) setFault(error ? faultText(error) : 'effect.failed');
    else if (result.__typename === 'NotFound') setFault('calendar.notYours');
    else if (result.__typename === 'InvalidInput') setFault('calendar.importTooLarge');
  }

  async function choose(file: File) {
    setChosen(null);
    setDryRun(null);
    setFaulty(null);
    setFault(null);
    setTried(false);
    change.reset();
    const read = await readYearFile(file);
    if (!read.ok)
      return setFault(read.code === 'TOO_LARGE' ? 'calendar.importTooLarge' : 'calendar.importUnreadable');
    setChosen(read);
    await check(read);
  }

  async function submit() {
    setTried(true);
    if (!chosen || !dryRun || decree.trim().length < 3) return;
    const { csv } = chosen;
    const basedOn = dryRun.calendarVersion;
    const done = await change.decide({ year, csv, decree: decree.trim(), basedOn, dryRun: false });
    if (done?.__typename !== 'HolidaysImported') return;
    toast({ text: t('calendar.saved') });
    setChosen(null);
    setDryRun(null);
    setDecree('');
    onDone();
  }

  const { refusal, fields } = change.faults;
  const isOld = refusal?.kind === 'CHANGE_REFUSED' && refusal.code === 'STATE_CHANGED';
  const decreeFault = tried && decree.trim().length < 3 ? 'REQUIRED' : fields['decree'];
  return (
    <Panel title={t('calendar.import')}>
      <div className="stack stack-3">
        <p>{t('calendar.importAbout', { year: String(year) })}</p>
        <p className="row">
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,text/csv,text/plain"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) void choose(file);
              event.currentTarget.value = '';
            }}
          />
          <Button icon={fileIcon} busy={busy} onClick={() => input.current?.click()}>
            {t(chosen ? 'calendar.importOther' : 'calendar.importChoose')}
          </Button>
          {chosen && <span>{chosen.name}</span>}
        </p>
        {fault && (
          <Notice tone="danger" role="alert">
            <p>{t(fault)}</p>
            {chosen && (
              <p className="top-gap-2">
                <Button size="small" onClick={() => void check(chosen)}>
                  {t('retry')}
                </Button>
              </p>
            )}
          </Notice>
        )}
        {busy && <Skeleton label={t('calendar.importChecking')} lines={3} />}
        {!busy && faulty && <FaultTable faults={faulty.faults} />}
        {!busy && dryRun && <Difference dryRun={dryRun} />}
        {!busy && chosen && dryRun && dryRun.changes.length > 0 && (
          <>
            <CalendarEffect {...daysOf(dryRun.changes)} />
            <form
              className="stack stack-3"
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                void submit();
              }}
            >
              {isOld ? (
                <Notice tone="warning" role="alert">
                  <p>{t('calendar.importStale')}</p>
                  <p className="top-gap-2">
                    <Button
                      size="small"
                      onClick={() => {
                        change.reset();
                        void check(chosen);
                      }}
                    >
                      {t('retry')}
                    </Button>
                  </p>
                </Notice>
              ) : (
                <RefusalNotice refusal={refusal} gone="refused.goneHere" />
              )}
              <Field
                label={t('calendar.decree')}
                hint={t('calendar.decreeHint')}
                error={fieldText(t, decreeFault)}
              >
                <TextInput value={decree} onChange={(event) => setDecree(event.currentTarget.value)} />
              </Field>
              <p>
                <Button variant="primary" type="submit" busy={change.busy}>
                  {t('calendar.importSubmit')}
                </Button>
              </p>
            </form>
          </>
        )}
      </div>
    </Panel>
  );
}

function FaultTable({ faults }: Pick<Faulty, 'faults'>) {
  const t = useText();
  return (
    <div className="stack stack-2">
      <Notice tone="danger" role="alert" title={t('calendar.importFaults', { count: faults.length })}>
        <p>{t('calendar.importFaultsHint')}</p>
      </Notice>
      <Table
        caption={t('calendar.importWhat')}
        captionHidden
        stacked
        tight
        rows={faults}
        rowKey={({ line, field, message }) => `${line} ${field ?? ''} ${message}`}
        columns={[
          {
            id: 'line',
            header: t('calendar.importLine'),
            rowHeader: true,
            className: 'fit',
            cell: ({ line }) => line,
          },
          {
            id: 'field',
            header: t('calendar.importField'),
            className: 'fit',
            cell: ({ field }) => field ?? t('calendar.importWhole'),
          },
          { id: 'what', header: t('calendar.importWhat'), cell: ({ message }) => message },
        ]}
      />
    </div>
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
