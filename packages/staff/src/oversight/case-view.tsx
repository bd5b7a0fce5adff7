import {
  Button,
  doneIcon,
  EmptyState,
  Facts,
  listIcon,
  lockIcon,
  mailIcon,
  messageIcon,
  Notice,
  Panel,
  ombudsmanIcon,
  Tag,
  Timeline,
  TimelineEntry,
  warningIcon,
  type Glyph,
} from '@lapor/ui';
import { useState } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';
import { ApproveDialog, CaseActs, ReplyDialog, type Case, type Letter } from './case-acts.tsx';

interface CaseViewProps {
  case: Case;
  onDone: () => void;
}

/** How a case stands, what the viewer may do, what happened, and its letters. */
export function CaseView({ case: kase, onDone }: CaseViewProps) {
  return (
    <div className="stack stack-3">
      <CaseFacts case={kase} />
      <CaseActs case={kase} onDone={onDone} />
      <LettersPanel case={kase} onDone={onDone} />
      <CaseTimeline case={kase} />
    </div>
  );
}

function CaseFacts({ case: kase }: { case: Case }) {
  const t = useText();
  const dates = useDates();
  const { clarification, organisation } = kase;
  const waits = clarification && clarification.givenAt === null && kase.state === 'CLARIFICATION_ASKED';
  return (
    <Panel
      title={t('oversight.case')}
      tools={
        <Tag icon={kase.isConfidential ? lockIcon : ombudsmanIcon}>{t(`oversight.state.${kase.state}`)}</Tag>
      }
    >
      {waits && (
        <Notice
          tone={clarification.isMissed ? 'warning' : 'info'}
          title={t(
            clarification.isMissed ? 'oversight.clarificationMissed' : 'oversight.clarificationWaits',
            {
              day: dates.day(clarification.dueOn),
            },
          )}
        >
          <p>
            {t('oversight.clarificationLength', {
              count: clarification.length,
              day: dates.day(clarification.askedAt.slice(0, 10)),
            })}
          </p>
        </Notice>
      )}
      {kase.isConfidential && <p className="caption">{t('oversight.confidential')}</p>}
      <Facts
        rows={[
          [
            t('oversight.openedAt'),
            `${dates.moment(kase.openedAt)} · ${t(`oversight.origin.${kase.openedBy}`)}`,
          ],
          [t('oversight.office'), kase.office.name],
          [t('oversight.handler'), organisation?.name ?? t('oversight.nationalDesk')],
          ...(kase.outcome
            ? [[t('oversight.outcome'), t(`oversight.outcome.${kase.outcome}`)] as [string, string]]
            : []),
        ]}
      />
    </Panel>
  );
}

const ICONS: Record<Case['entries'][number]['kind'], Glyph> = {
  CASE_OPENED: ombudsmanIcon,
  CASE_ASSIGNED: ombudsmanIcon,
  CLARIFICATION_ASKED: messageIcon,
  CLARIFICATION_GIVEN: messageIcon,
  CASE_MESSAGE_WRITTEN: messageIcon,
  CASE_RECOMMENDED: ombudsmanIcon,
  CASE_CLOSED: doneIcon,
  LETTER_DRAFTED: mailIcon,
  LETTER_APPROVED: mailIcon,
  LETTER_SENT: mailIcon,
  LETTER_FAILED: warningIcon,
  LETTER_REPLIED: mailIcon,
};

function CaseTimeline({ case: kase }: { case: Case }) {
  const t = useText();
  const dates = useDates();
  return (
    <Panel title={t('oversight.history')}>
      <Timeline>
        {kase.entries.toReversed().map(({ id, at, kind, text, wordsForReporter, organisation }) => (
          <TimelineEntry
            key={id}
            icon={ICONS[kind]}
            what={t(`oversight.entry.${kind}`)}
            when={`${dates.moment(at)}${organisation ? ` · ${organisation.name}` : ''}`}
          >
            {text && <p className="narrative">{text}</p>}
            {wordsForReporter && (
              <p className="caption narrative">{t('oversight.toldReporter', { words: wordsForReporter })}</p>
            )}
          </TimelineEntry>
        ))}
      </Timeline>
    </Panel>
  );
}

function LettersPanel({ case: kase, onDone }: CaseViewProps) {
  const t = useText();
  if (kase.letters.length === 0) return null;
  return (
    <Panel title={t('oversight.letters')}>
      {kase.letters.map((letter) => (
        <LetterRow key={letter.id} letter={letter} onDone={onDone} />
      ))}
    </Panel>
  );
}

/** A letter with its PDF and what can be done with it. */
export function LetterRow({ letter, onDone }: { letter: Letter; onDone: () => void }) {
  const t = useText();
  const dates = useDates();
  const [open, setOpen] = useState<'approve' | 'reply' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="stack stack-2">
      <p>
        <strong>
          {letter.number ?? t('oversight.draft')} · {letter.addressee.head.title}, {letter.addressee.name}
        </strong>{' '}
        <Tag icon={mailIcon}>{t(`oversight.letter.${letter.state}`)}</Tag>
      </p>
      <p className="caption">
        {letter.sentAt
          ? t('oversight.sentAt', { moment: dates.moment(letter.sentAt) })
          : t('oversight.draftedAt', { moment: dates.moment(letter.draftedAt) })}
        {letter.replyBy && ` · ${t('oversight.replyBy', { day: dates.day(letter.replyBy) })}`}
        {letter.failure && ` · ${t('oversight.letterFailed')}`}
      </p>
      {letter.reply && <p className="narrative">{letter.reply}</p>}
      <div className="row">
        <a className="btn btn--secondary btn--small" href={letter.pdfPath} download>
          {t('oversight.download')}
        </a>
        {letter.viewerCanApprove && (
          <Button size="small" variant="primary" onClick={() => setOpen('approve')}>
            {t(letter.state === 'FAILED' ? 'oversight.sendAgain' : 'oversight.approve')}
          </Button>
        )}
        {letter.viewerCanRecordReply && (
          <Button size="small" onClick={() => setOpen('reply')}>
            {t('oversight.reply')}
          </Button>
        )}
      </div>
      {open === 'approve' && <ApproveDialog letter={letter} onClose={close} onDone={onDone} />}
      {open === 'reply' && <ReplyDialog letter={letter} onClose={close} onDone={onDone} />}
    </div>
  );
}

/** Nothing to show in a list. */
export const NothingHere = ({ title, hint }: { title: string; hint: string }) => (
  <EmptyState icon={listIcon} title={title}>
    {hint}
  </EmptyState>
);
