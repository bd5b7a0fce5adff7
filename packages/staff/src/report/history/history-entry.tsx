import { Bubble, Button, editIcon, OfficialAnswer, TimelineEntry } from '@lapor/ui';
import { useDates } from '../../dates/use-dates.ts';
import type { ResultOf } from '../../graphql.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import { Attachments } from '../reading/attachments.tsx';
import { lookOf } from './entry-look.ts';
import type { HistoryFields } from './history.graphql.ts';

type Entry = ResultOf<typeof HistoryFields>;

interface HistoryEntryProps {
  entry: Entry;
  /** Asks for other words in the place of those that stand; absent where nobody may put them right. */
  onCorrect?: ((standing: string) => void) | undefined;
}

/** One thing that happened. Of an answer that was put right both versions can be read. */
export function HistoryEntry({ entry, onCorrect }: HistoryEntryProps) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const look = lookOf(entry.kind);
  const what = words.history({
    kind: entry.kind,
    actorKind: entry.actorKind,
    toReporter: false,
    organisation: entry.organisation?.name,
    toOrganisation: entry.toOrganisation?.name,
    reasonCode: entry.reasonCode,
  });
  const name = entry.officer?.name;
  const who =
    name && entry.onBehalfOf
      ? t('history.onBehalfOf', { name, holder: entry.onBehalfOf.name ?? t('account.officer') })
      : name;
  const acting = entry.kind === 'DISPOSED' || entry.kind === 'VERIFIED' ? entry.organisation?.name : null;
  const promise = entry.promisedOn && <p>{t('history.promised', { day: dates.day(entry.promisedOn) })}</p>;
  const when = [dates.moment(entry.at, 'short'), acting, who].filter(Boolean).join(' · ');
  const standing = entry.correctedBy?.text ?? entry.text;
  const content = (
    <>
      {standing && (
        <p className="narrative" lang="id">
          {standing}
        </p>
      )}
      {entry.correctedBy?.text && entry.text && (
        <details className="more-about">
          <summary>
            {t('correction.corrected', { moment: dates.moment(entry.correctedBy.at, 'short') })}
          </summary>
          <p className="narrative remark" lang="id">
            {entry.text}
          </p>
        </details>
      )}
      {entry.noProofReason && <p>{t('history.noProof', { reason: entry.noProofReason })}</p>}
      {promise}
      <Attachments attachments={entry.attachments} />
    </>
  );
  const hasContent = entry.text !== null || entry.promisedOn !== null || entry.attachments.length > 0;
  const tone = look.tone ?? (entry.actorKind === 'CITIZEN' ? 'you' : undefined);
  return (
    <TimelineEntry icon={look.icon} tone={tone} what={what} when={when}>
      {hasContent &&
        (look.frame === 'official' ? (
          <OfficialAnswer head={entry.organisation?.name ?? t('history.agency')}>{content}</OfficialAnswer>
        ) : look.frame === 'talk' ? (
          <Bubble mine={entry.actorKind === 'CITIZEN'}>{content}</Bubble>
        ) : (
          <div className="remark stack stack-2">{content}</div>
        ))}
      {onCorrect && standing && (
        <p className="top-gap-2">
          <Button size="small" variant="quiet" icon={editIcon} onClick={() => onCorrect(standing)}>
            {t('correction.open')}
          </Button>
        </p>
      )}
    </TimelineEntry>
  );
}
