import { useLanguage } from '@lapor/staff';
import { Attachments, ClockChip } from '@lapor/staff/outside';
import {
  Facts,
  Notice,
  Panel,
  StatusPill,
  Timeline,
  TimelineEntry,
  messageIcon,
  organisationIcon,
} from '@lapor/ui';
import { formatDay, formatDayOf, formatMoment, formatReportNumber } from '@lapor/wording';
import type { ReactNode } from 'react';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../app/use-text.ts';
import type { HandedOverFields } from './hand-over.graphql.ts';
import type { Opened } from './use-hand-over.ts';

type Report = ResultOf<typeof HandedOverFields>;

/** The report as far as its organisation may see it, with what is due. Never who reported. */
export function HandedOverReport({ report, handOver }: { report: Report; handOver: Opened['handOver'] }) {
  const t = useText();
  const { words } = useLanguage();
  const { organisation, standIn } = handOver;
  const zone = organisation.timeZone;
  const due = report.nextClock
    ? formatDay(words, report.nextClock.dueOn)
    : report.nextDueAt
      ? // The end is exclusive: people read the day before.
        formatDayOf(words, new Date(Date.parse(report.nextDueAt) - 1).toISOString(), zone)
      : null;
  const isLate = report.nextDueAt !== null && Date.parse(report.nextDueAt) <= Date.now();
  const rows: (readonly [ReactNode, ReactNode])[] = [
    [t('handOver.for'), organisation.name],
    [t('handOver.received'), formatMoment(words, report.submittedAt, zone)],
    ...(report.occurredOn ? [[t('report.occurredOn'), formatDay(words, report.occurredOn)] as const] : []),
    [
      t('report.place'),
      [report.placeText, report.region?.fullName].filter(Boolean).join(' · ') || t('report.noPlace'),
    ],
    ...(report.category ? [[t('report.category'), report.category.path] as const] : []),
  ];
  const talk = report.history.filter(({ text }) => text !== null);
  return (
    <>
      <div>
        <p className="caption">{t('handOver.number', { number: formatReportNumber(report.number) })}</p>
        <h1>{report.title}</h1>
        <p className="row row--tight">
          <StatusPill state={report.state}>{words.states[report.state]}</StatusPill>
          {report.nextClock && <ClockChip clock={report.nextClock} withName />}
        </p>
      </div>
      <Notice tone="info" title={t('handOver.why', { name: organisation.name })}>
        <p>
          {standIn ? t('handOver.standIn', { name: standIn.name }) : t('handOver.standInNational')}{' '}
          {t('handOver.linkUntil', { moment: formatMoment(words, handOver.expiresAt, zone) })}
        </p>
        {due && (
          <p>
            <strong>{t(isLate ? 'handOver.dueOver' : 'handOver.due', { day: due })}</strong>
          </p>
        )}
        {report.isConfidential && <p>{t('handOver.confidential')}</p>}
      </Notice>
      <Panel title={t('report.text')}>
        <div className="stack stack-3">
          <p className="narrative">{report.text}</p>
          <Attachments attachments={report.attachments} />
          <Facts rows={rows} />
        </div>
      </Panel>
      {talk.length > 0 && (
        <Panel title={t('history.title')}>
          <Timeline label={t('history.title')}>
            {talk.map((entry) => (
              <TimelineEntry
                key={entry.id}
                icon={entry.actorKind === 'CITIZEN' ? messageIcon : organisationIcon}
                tone={entry.actorKind === 'CITIZEN' ? 'you' : undefined}
                what={words.history({
                  kind: entry.kind,
                  actorKind: entry.actorKind,
                  toReporter: false,
                  organisation: entry.organisation?.name,
                  toOrganisation: entry.toOrganisation?.name,
                  reasonCode: entry.reasonCode,
                })}
                when={formatMoment(words, entry.at, zone)}
              >
                <div className="remark stack stack-2">
                  <p className="narrative">{entry.text}</p>
                  {entry.noProofReason && (
                    <p className="caption">{t('history.noProof', { reason: entry.noProofReason })}</p>
                  )}
                  {entry.promisedOn && (
                    <p className="caption">
                      {t('history.promised', { day: formatDay(words, entry.promisedOn) })}
                    </p>
                  )}
                  <Attachments attachments={entry.attachments} />
                </div>
              </TimelineEntry>
            ))}
          </Timeline>
        </Panel>
      )}
    </>
  );
}
