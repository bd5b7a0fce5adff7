import { Bubble, OfficialAnswer, Timeline, TimelineEntry, userIcon } from '@lapor/ui';
import { formatDay, formatMoment } from '@lapor/wording';
import { useT, useReportWords } from '../../app/language-provider.tsx';
import { readFragment, type FragmentOf, type ResultOf } from '../../graphql.ts';
import { Attachments } from './attachments.tsx';
import { HandOverProgress } from './hand-over-progress.tsx';
import { handOverOf } from './hand-over-steps.ts';
import { JourneyFragment } from './journey.graphql.ts';
import { looks, openQuestion, tellingSteps } from './journey-entry.ts';
import { ReplyForm } from './reply-form.tsx';
import { useReportPage } from './report-page-context.ts';

type Journey = ResultOf<typeof JourneyFragment>;
type Entry = Journey['history'][number];

/** What has happened, newest first, in words; official answers, talk and the first text among it. */
export function JourneySection({ report: masked }: { report: FragmentOf<typeof JourneyFragment> }) {
  const t = useT();
  const report = readFragment(JourneyFragment, masked);
  return (
    <section className="stack" aria-labelledby="journey">
      <h2 id="journey">{t('report.journey')}</h2>
      {report.viewerCanReply && !openQuestion(report.history) && <ReplyForm />}
      <Timeline>
        {tellingSteps(report.history).map((entry) => (
          <JourneyEntry key={entry.id} entry={entry} report={report} />
        ))}
      </Timeline>
    </section>
  );
}

function JourneyEntry({ entry, report }: { entry: Entry; report: Journey }) {
  const t = useT();
  const words = useReportWords();
  const { timeZone } = useReportPage();
  const toReporter = report.viewerIsReporter;
  const byCitizen = entry.actorKind === 'CITIZEN';
  const look = looks[entry.kind];
  const first = entry.kind === 'SUBMITTED';
  const text = first ? report.text : entry.text;
  const files = first ? [...report.attachments, ...entry.attachments] : entry.attachments;

  const body = (
    <>
      {text && (
        <p className="prewrap" lang="id">
          {text}
        </p>
      )}
      {entry.noProofReason && <p>{t('report.noProof', { reason: entry.noProofReason })}</p>}
      {entry.promisedOn && (
        <p>
          <strong>{t('report.promised', { day: formatDay(words, entry.promisedOn) })}</strong>
        </p>
      )}
      <Attachments files={unique(files)} />
    </>
  );
  const handOver = handOverOf(report.handOvers, entry);
  const said = Boolean(text || entry.promisedOn || files.length > 0);
  return (
    <TimelineEntry
      icon={entry.kind === 'REPLIED' && byCitizen ? userIcon : look.icon}
      tone={
        byCitizen && toReporter && look.tone !== 'done' ? 'you' : look.tone === 'you' ? undefined : look.tone
      }
      what={words.history({
        kind: entry.kind,
        actorKind: entry.actorKind,
        toReporter,
        organisation: entry.organisation?.name,
        toOrganisation: entry.toOrganisation?.name,
        reasonCode: entry.reasonCode,
      })}
      when={formatMoment(words, entry.at, timeZone)}
    >
      {entry.kind === 'DISPOSED' && <FollowUpDeadline entry={entry} report={report} />}
      {entry.kind === 'REASSIGNED' && <p>{t('report.reassigned')}</p>}
      {handOver && <HandOverProgress handOver={handOver} />}
      {said &&
        (look.form === 'official' ? (
          <OfficialAnswer head={t('report.officialAnswer')}>{body}</OfficialAnswer>
        ) : look.form === 'talk' ? (
          <Bubble mine={byCitizen && toReporter}>{body}</Bubble>
        ) : (
          body
        ))}
    </TimelineEntry>
  );
}

/** By when the agency that was given the report must act, as long as its clock is known. */
function FollowUpDeadline({ entry, report }: { entry: Entry; report: Journey }) {
  const t = useT();
  const words = useReportWords();
  const clock = report.clocks?.find(
    ({ kind, organisation, startedAt }) =>
      kind === 'FOLLOW_UP' && organisation?.id === entry.toOrganisation?.id && startedAt <= entry.at,
  );
  return clock ? <p>{t('report.mustActBy', { day: formatDay(words, clock.dueOn, 'weekday') })}</p> : null;
}

const unique = (files: Journey['attachments']) => [...new Map(files.map((file) => [file.id, file])).values()];
