import {
  doneIcon,
  editIcon,
  Facts,
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
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';
import type { Case } from './acts/act-props.ts';
import { CaseActs } from './acts/case-acts.tsx';
import { LetterRow } from './letter-row.tsx';

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
      <div className="stack stack-2">
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
                length: t(
                  clarification.unit === 'WORKING' ? 'policies.workingDays' : 'policies.calendarDays',
                  { days: clarification.length },
                ),
                day: dates.dayOf(clarification.askedAt),
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
      </div>
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
  LETTER_EDITED: editIcon,
  LETTER_APPROVED: mailIcon,
  LETTER_SENT: mailIcon,
  LETTER_FAILED: warningIcon,
  LETTER_REPLIED: mailIcon,
};

/** What is addressed to the organisation that the entry names; all else comes from it or is kept there. */
const ADDRESSED: ReadonlySet<string> = new Set([
  'CASE_ASSIGNED',
  'CLARIFICATION_ASKED',
  'LETTER_DRAFTED',
  'LETTER_EDITED',
]);

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
            when={[
              dates.moment(at),
              organisation &&
                (ADDRESSED.has(kind)
                  ? t('oversight.addressedTo', { name: organisation.name })
                  : organisation.name),
            ]
              .filter(Boolean)
              .join(' · ')}
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
        <LetterRow key={letter.id} letter={letter} caseId={kase.id} onDone={onDone} />
      ))}
    </Panel>
  );
}
