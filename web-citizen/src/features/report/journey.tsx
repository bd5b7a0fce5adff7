import { useState } from 'react';
import {
  Bubble,
  ChipChoice,
  Icon,
  OfficialAnswer,
  Timeline,
  TimelineEntry,
  lockIcon,
  userIcon,
} from '@lapor/ui';
import { formatDay, formatMoment } from '@lapor/wording';
import { useT, useReportWords } from '../../app/language-provider.tsx';
import { readFragment, type FragmentOf, type ResultOf } from '../../graphql.ts';
import { Attachments } from './attachments.tsx';
import { deadlineOf } from './entry-deadline.ts';
import { HandOverProgress } from './hand-over-progress.tsx';
import { handOverOf } from './hand-over-steps.ts';
import { JourneyFragment } from './journey.graphql.ts';
import { isTalk, looks, openQuestion, sentenceOf, tellingSteps } from './journey-entry.ts';
import { ReceiptButton } from './receipt-dialog.tsx';
import { ReplyForm } from './reply-form.tsx';
import { useReportPage } from './report-page-context.ts';

type Journey = ResultOf<typeof JourneyFragment>;
type Entry = Journey['history'][number];

/** A history this long may be narrowed to what was said. */
const longHistory = 6;

/** What has happened, newest first, in words; official answers, talk and the first text among it. */
export function JourneySection({ report: masked }: { report: FragmentOf<typeof JourneyFragment> }) {
  const t = useT();
  const report = readFragment(JourneyFragment, masked);
  const [shown, setShown] = useState<'all' | 'talk'>('all');
  const steps = tellingSteps(report.history);
  // A question has its own place to answer, above everything.
  const repliesHere = report.viewerCanReply && !openQuestion(report.history);
  return (
    <section className="stack" aria-labelledby="journey">
      <h2 id="journey">{t('report.journey')}</h2>
      {report.viewerIsReporter && (repliesHere || report.viewerCanReplyPrivately) && (
        <ReplyForm openly={repliesHere} privately={report.viewerCanReplyPrivately} />
      )}
      {steps.length >= longHistory && (
        <ChipChoice
          label={t('report.show')}
          value={shown}
          options={[
            { value: 'all', label: t('report.show.all') },
            { value: 'talk', label: t('report.show.talk') },
          ]}
          onChange={setShown}
        />
      )}
      <Timeline>
        {(shown === 'talk' ? steps.filter(isTalk) : steps).map((entry) => (
          <JourneyEntry key={entry.id} entry={entry} report={report} />
        ))}
      </Timeline>
    </section>
  );
}

function JourneyEntry({ entry, report }: { entry: Entry; report: Journey }) {
  const t = useT();
  const words = useReportWords();
  const { timeZone, isConfidential } = useReportPage();
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
  const deadline = deadlineOf(entry, report.clocks ?? []);
  const said = Boolean(text || entry.promisedOn || files.length > 0);
  return (
    <TimelineEntry
      icon={byCitizen && (entry.kind === 'REPLIED' || entry.kind === 'MESSAGE') ? userIcon : look.icon}
      tone={
        byCitizen && toReporter && look.tone !== 'done' ? 'you' : look.tone === 'you' ? undefined : look.tone
      }
      what={sentenceOf(words, entry, toReporter)}
      when={formatMoment(words, entry.at, timeZone)}
    >
      {entry.kind === 'REASSIGNED' && <p>{t('report.reassigned')}</p>}
      {entry.kind === 'MESSAGE' && (
        <p className="caption row row--tight row--nowrap row--top">
          <Icon of={lockIcon} size="small" />
          <span>{t('report.privateTag')}</span>
        </p>
      )}
      <Correction entry={entry} />
      {handOver && <HandOverProgress handOver={handOver} />}
      {said &&
        (look.form === 'official' ? (
          <OfficialAnswer head={t('report.officialAnswer')}>{body}</OfficialAnswer>
        ) : look.form === 'talk' ? (
          <Bubble mine={byCitizen && toReporter}>{body}</Bubble>
        ) : (
          body
        ))}
      {look.form === 'official' && entry.text && !isConfidential && <ReceiptButton entryId={entry.id} />}
      {deadline && (
        <p className={said ? 'top-gap-2' : undefined}>
          {t(deadline.message, { day: formatDay(words, deadline.dueOn, 'weekday') })}
        </p>
      )}
    </TimelineEntry>
  );
}

/** Both versions of an answer stay: which words count, and where the others stand. */
function Correction({ entry: { corrects, correctedBy } }: { entry: Entry }) {
  const t = useT();
  const words = useReportWords();
  const { timeZone } = useReportPage();
  const moment = (at: string) => formatMoment(words, at, timeZone, 'day');
  if (correctedBy) return <p>{t('report.correctedOn', { moment: moment(correctedBy.at) })}</p>;
  if (corrects) return <p>{t('report.correctsOf', { moment: moment(corrects.at) })}</p>;
  return null;
}

const unique = (files: Journey['attachments']) => [...new Map(files.map((file) => [file.id, file])).values()];
