import { Anchor, archivedIcon, Badge, Button, Panel } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useDates } from '../dates/use-dates.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import type { Group, Suspected } from './moderating.graphql.ts';

interface JunkGroupProps {
  group: Group;
  onArchive: (group: Group) => void;
  onRelease: (report: Suspected) => void;
}

const MOST_COUNTED = 1_000;

/** One group: why it is one, how many, the oldest of them to read, and both ways to decide. */
export function JunkGroup({ group, onArchive, onRelease }: JunkGroupProps) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const { reason, count, openedAt, newestAt, reports } = group;
  return (
    <Panel
      title={t(`junk.reason.${reason}`)}
      tools={
        <span className="row row--tight">
          <Badge>{count >= MOST_COUNTED ? t('junk.many', { most: MOST_COUNTED }) : count}</Badge>
          <Button size="small" variant="danger" icon={archivedIcon} onClick={() => onArchive(group)}>
            {t('junk.archive', { count })}
          </Button>
        </span>
      }
    >
      <p className="caption">
        {t(`junk.means.${reason}`)}{' '}
        {t('junk.between', { from: dates.dayOf(openedAt, 'date'), until: dates.dayOf(newestAt, 'date') })}
      </p>
      <ul className="lines">
        {reports.map((report) => (
          <li key={report.id}>
            <div>
              <Anchor href={`/laporan/${report.number}`}>{report.title}</Anchor>{' '}
              <span className="caption code">{formatReportNumber(report.number)}</span>
              <p className="narrative" lang="id">
                {excerpt(report.text)}
              </p>
              <p className="caption">
                {[
                  words.channels[report.channel],
                  dates.moment(report.submittedAt, 'date'),
                  report.region?.fullName,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Button
              size="small"
              aria-label={t('junk.notJunkOf', { title: report.title })}
              onClick={() => onRelease(report)}
            >
              {t('junk.notJunk')}
            </Button>
          </li>
        ))}
      </ul>
      {count > reports.length && (
        <p className="caption">{t('junk.others', { count: count - reports.length })}</p>
      )}
    </Panel>
  );
}

const SHOWN = 280;

/** Enough to see what it is. */
const excerpt = (text: string): string =>
  text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()} …` : text;
