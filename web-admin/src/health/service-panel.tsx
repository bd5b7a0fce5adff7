import { useDates } from '@lapor/staff';
import { doneIcon, LinkButton, Panel, stopIcon, Tag, warningIcon } from '@lapor/ui';
import { useText } from '../app/use-text.ts';
import { findingOf, jobIsTroubled, outboxIsTroubled, workIsTroubled } from './findings.ts';
import { isKnown, JOB_WORDS, SERVICE_WORDS, WORK_WORDS } from './health-words.ts';
import type { JobState, OutboxState, ServiceState, WaitingState } from './read-health.ts';
import { StateTable, useStateColumns } from './state-table.tsx';

const SIGNS = { WELL: doneIcon, TROUBLED: warningIcon, SILENT: stopIcon };

/** One service: what it says of its jobs, of the events that others wait for, and of other work in its rows. */
export function ServicePanel({ service, now }: { service: ServiceState; now: string }) {
  const t = useText();
  const { name, jobs, outbox, waiting } = service;
  const finding = findingOf(service, now);
  return (
    <Panel
      title={isKnown(SERVICE_WORDS, name) ? t(SERVICE_WORDS[name]) : name}
      tools={
        <span className="row row--tight">
          {name === 'channels' && (
            <LinkButton size="small" href="/kanal/keadaan">
              {t('health.toChannels')}
            </LinkButton>
          )}
          <Tag icon={SIGNS[finding]}>{t(`health.finding.${finding}`)}</Tag>
        </span>
      }
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

function Waiting({ rows }: { rows: readonly WaitingState[] }) {
  const t = useText();
  const { count, moment } = useStateColumns<WaitingState>();
  return (
    <StateTable
      title={t('health.waiting')}
      header={t('health.work')}
      rows={rows}
      rowKey={({ name }) => name}
      nameOf={({ name }) => (isKnown(WORK_WORDS, name) ? t(WORK_WORDS[name]) : name)}
      isTroubled={workIsTroubled}
      columns={[
        count('waiting', t('health.waits')),
        count('failed', t('health.failedWork')),
        moment('oldestAt', t('health.oldest')),
      ]}
    />
  );
}

function Outbox({ rows, now }: { rows: readonly OutboxState[]; now: string }) {
  const t = useText();
  const { count, moment } = useStateColumns<OutboxState>();
  return (
    <StateTable
      title={t('health.outbox')}
      header={t('health.subscriber')}
      rows={rows}
      rowKey={({ subscriber }) => subscriber}
      nameOf={({ subscriber }) =>
        isKnown(SERVICE_WORDS, subscriber) ? t(SERVICE_WORDS[subscriber]) : subscriber
      }
      isTroubled={(row) => outboxIsTroubled(row, now)}
      columns={[
        count('undelivered', t('health.undelivered')),
        count('heldStreams', t('health.held')),
        moment('oldestAt', t('health.oldest')),
      ]}
    />
  );
}

function Jobs({ rows }: { rows: readonly JobState[] }) {
  const t = useText();
  const { moment } = useStateColumns<JobState>();
  return (
    <StateTable
      title={t('health.jobs')}
      folded
      header={t('health.job')}
      rows={rows}
      rowKey={({ name }) => name}
      nameOf={({ name }) => (isKnown(JOB_WORDS, name) ? t(JOB_WORDS[name]) : <code>{name}</code>)}
      isTroubled={jobIsTroubled}
      columns={[
        moment('lastEndedAt', t('health.lastEnded'), t('health.notYet')),
        { id: 'failure', header: t('health.lastFailure'), cell: (row) => <Failure job={row} /> },
      ]}
    />
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
