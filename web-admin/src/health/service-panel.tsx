import { useDates, useLanguage } from '@lapor/staff';
import { doneIcon, Panel, stopIcon, Table, Tag, warningIcon } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import type { ReactNode } from 'react';
import { useText } from '../app/use-text.ts';
import { findingOf, jobIsTroubled, outboxIsTroubled, workIsTroubled } from './findings.ts';
import { isKnown, SERVICE_WORDS, WORK_WORDS } from './health-words.ts';
import type { JobState, OutboxState, ServiceState, WaitingState } from './read-health.ts';

const SIGNS = { WELL: doneIcon, TROUBLED: warningIcon, SILENT: stopIcon };

/** One service: what it says of its jobs, of the events that others wait for, and of other work in its rows. */
export function ServicePanel({ service, now }: { service: ServiceState; now: string }) {
  const t = useText();
  const { name, jobs, outbox, waiting } = service;
  const finding = findingOf(service, now);
  return (
    <Panel
      title={isKnown(SERVICE_WORDS, name) ? t(SERVICE_WORDS[name]) : name}
      tools={<Tag icon={SIGNS[finding]}>{t(`health.finding.${finding}`)}</Tag>}
      flush
    >
      {finding === 'SILENT' ? (
        <p className="panel__body">{t('health.silent')}</p>
      ) : (
        <>
          {waiting.length > 0 && <Waiting rows={waiting} />}
          {outbox.length > 0 && <Outbox rows={outbox} now={now} />}
          {jobs.length > 0 && <Jobs rows={jobs} />}
        </>
      )}
    </Panel>
  );
}

/** A table with its heading, which on a phone has the whole width. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className="h4 panel__body">{title}</h3>
      {children}
    </>
  );
}

/** A moment, or a word for none. */
function useMoment() {
  const dates = useDates();
  return (instant: string | null, none: string) => (instant === null ? none : dates.moment(instant));
}

function Waiting({ rows }: { rows: readonly WaitingState[] }) {
  const t = useText();
  const { words } = useLanguage();
  const moment = useMoment();
  return (
    <Part title={t('health.waiting')}>
      <Table
        caption={t('health.waiting')}
        captionHidden
        tight
        stacked
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          {
            id: 'name',
            header: t('health.work'),
            rowHeader: true,
            cell: (row) => (
              <Named isTroubled={workIsTroubled(row)}>
                {isKnown(WORK_WORDS, row.name) ? t(WORK_WORDS[row.name]) : row.name}
              </Named>
            ),
          },
          {
            id: 'waiting',
            header: t('health.waits'),
            end: true,
            cell: ({ waiting }) => formatNumber(words, waiting),
          },
          {
            id: 'failed',
            header: t('health.failedWork'),
            end: true,
            cell: ({ failed }) => formatNumber(words, failed),
          },
          { id: 'oldest', header: t('health.oldest'), cell: ({ oldestAt }) => moment(oldestAt, '–') },
        ]}
      />
    </Part>
  );
}

function Outbox({ rows, now }: { rows: readonly OutboxState[]; now: string }) {
  const t = useText();
  const { words } = useLanguage();
  const moment = useMoment();
  return (
    <Part title={t('health.outbox')}>
      <Table
        caption={t('health.outbox')}
        captionHidden
        tight
        stacked
        rows={rows}
        rowKey={({ subscriber }) => subscriber}
        columns={[
          {
            id: 'subscriber',
            header: t('health.subscriber'),
            rowHeader: true,
            cell: (row) => (
              <Named isTroubled={outboxIsTroubled(row, now)}>
                {isKnown(SERVICE_WORDS, row.subscriber) ? t(SERVICE_WORDS[row.subscriber]) : row.subscriber}
              </Named>
            ),
          },
          {
            id: 'undelivered',
            header: t('health.undelivered'),
            end: true,
            cell: ({ undelivered }) => formatNumber(words, undelivered),
          },
          {
            id: 'held',
            header: t('health.held'),
            end: true,
            cell: ({ heldStreams }) => formatNumber(words, heldStreams),
          },
          { id: 'oldest', header: t('health.oldest'), cell: ({ oldestAt }) => moment(oldestAt, '–') },
        ]}
      />
    </Part>
  );
}

function Jobs({ rows }: { rows: readonly JobState[] }) {
  const t = useText();
  const moment = useMoment();
  return (
    <Part title={t('health.jobs')}>
      <Table
        caption={t('health.jobs')}
        captionHidden
        tight
        stacked
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          {
            id: 'name',
            header: t('health.job'),
            rowHeader: true,
            cell: (row) => (
              <Named isTroubled={jobIsTroubled(row)}>
                <code>{row.name}</code>
              </Named>
            ),
          },
          {
            id: 'ended',
            header: t('health.lastEnded'),
            cell: ({ lastEndedAt }) => moment(lastEndedAt, t('health.notYet')),
          },
          { id: 'failure', header: t('health.lastFailure'), cell: (row) => <Failure job={row} /> },
        ]}
      />
    </Part>
  );
}

function Failure({ job: { lastFailedAt, lastFailureCode, lateSeconds, givenUp } }: { job: JobState }) {
  const t = useText();
  const dates = useDates();
  const lateMinutes = Math.floor(lateSeconds / 60);
  const said = [
    ...(lastFailureCode && lastFailedAt
      ? [t('health.failedAt', { code: lastFailureCode, moment: dates.moment(lastFailedAt) })]
      : []),
    ...(lateMinutes > 0 ? [t('health.late', { minutes: lateMinutes })] : []),
    ...(givenUp > 0 ? [t('health.givenUp', { count: givenUp })] : []),
  ];
  return <>{said.length > 0 ? said.join(' · ') : '–'}</>;
}

/** What needs a look is said by a sign and a word, not by a colour. */
function Named({ isTroubled, children }: { isTroubled: boolean; children: ReactNode }) {
  const t = useText();
  return (
    <>
      {children} {isTroubled && <Tag icon={warningIcon}>{t('health.look')}</Tag>}
    </>
  );
}
