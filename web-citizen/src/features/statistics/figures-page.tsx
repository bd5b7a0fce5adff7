import { Anchor, Bar, Notice, Table } from '@lapor/ui';
import { formatMoment } from '@lapor/wording';
import { useReportWords, useT } from '../../app/language-provider.tsx';
import { lazyPart } from '../../app/lazy-page.tsx';
import { readFragment, type ResultOf } from '../../graphql.ts';
import { csvAddress } from '../figures/csv-address.ts';
import { MonthsSection, SatisfactionSection, TimesSection, useFinding } from '../figures/figure-sections.tsx';
import { FigureTiles } from '../figures/figure-tiles.tsx';
import { StatesTable } from '../figures/figure-tables.tsx';
import { numberText, percentText } from '../figures/figure-text.ts';
import { FiguresFragment } from '../figures/figures.graphql.ts';
import { FindingSection } from '../figures/finding-section.tsx';
import type { Period } from '../figures/periods.ts';
import { Told } from '../figures/told.tsx';
import { findingOfCategories, findingOfRegions, findingOfStates } from './findings.ts';
import type { StatisticsDocument } from './statistics.graphql.ts';

const RegionsMap = lazyPart(() => import('./regions-map.tsx'));

interface FiguresPageProps {
  data: ResultOf<typeof StatisticsDocument>;
  period: Period;
}

/** The open figures, each with what it says, its chart and its table. */
export function FiguresPage({ data, period }: FiguresPageProps) {
  const t = useT();
  const words = useReportWords();
  const say = useFinding();
  const total = data.total.edges[0]?.node;
  if (!total) return null;
  const figures = readFragment(FiguresFragment, total.figures);
  const categories = data.categories.edges.map(({ node }) => ({
    key: node.key,
    name: node.category?.name ?? node.key,
    received: node.figures.received,
    followUpRate: node.figures.followUpRate,
    completionRate: node.figures.completionRate,
  }));
  const regions = data.regions.edges.map(({ node }) => ({
    code: node.key,
    rank: node.rank,
    name: node.region?.name ?? node.key,
    received: node.figures.received,
    followUpRate: node.figures.followUpRate,
    rating: node.figures.averageRating,
    days: node.figures.toFollowUp?.medianDays ?? null,
  }));
  const most = Math.max(1, ...categories.map(({ received }) => received ?? 0));
  return (
    <>
      <p className="caption">
        {t('stats.asOf', { moment: formatMoment(words, data.total.asOf, 'Asia/Jakarta', 'date') })}
      </p>
      {!data.total.isComplete && (
        <Notice>
          <p>{t('stats.incomplete')}</p>
        </Notice>
      )}
      <FigureTiles figures={figures} previous={total.previous} />
      <MonthsSection months={data.activityFigures} csv={csvAddress('activity', period, { by: 'MONTH' })} />
      <FindingSection
        about={t('stats.states.about')}
        finding={say(findingOfStates(figures))}
        csv={csvAddress('reports', period)}
      >
        <StatesTable figures={figures} />
      </FindingSection>
      <TimesSection figures={figures} csv={csvAddress('reports', period)} />
      <FindingSection
        about={t('stats.regions.about')}
        finding={say(findingOfRegions(regions))}
        csv={csvAddress('reports', period, { by: 'REGION', orderBy: 'FOLLOW_UP_RATE' })}
      >
        <RegionsMap regions={regions} />
        <Table
          caption={t('stats.regions.about')}
          captionHidden
          stacked
          rows={regions}
          rowKey={({ code }) => code}
          columns={[
            {
              id: 'rank',
              header: t('stats.rank'),
              end: true,
              // A place without its figure would tell the figure.
              cell: ({ rank, followUpRate }) =>
                (followUpRate === null ? null : numberText(words, rank)) ?? '–',
            },
            {
              id: 'name',
              header: t('stats.province'),
              rowHeader: true,
              cell: ({ code, name }) => <Anchor href={`/laporan?wilayah=${code}`}>{name}</Anchor>,
            },
            {
              id: 'bar',
              header: <span className="sr">{t('stats.bar')}</span>,
              className: 'wbar',
              cell: ({ followUpRate }) =>
                followUpRate !== null && <Bar max={100} parts={[{ value: followUpRate }]} />,
            },
            {
              id: 'rate',
              header: t('stats.followedUp'),
              end: true,
              cell: ({ followUpRate }) => <Told text={percentText(words, followUpRate)} />,
            },
            {
              id: 'days',
              header: t('stats.medianFollowUp'),
              end: true,
              cell: ({ days }) => <Told text={days === null ? null : t('stats.days', { days })} />,
            },
            {
              id: 'rating',
              header: t('stats.rating'),
              end: true,
              cell: ({ rating }) => <Told text={numberText(words, rating, 1)} />,
            },
            {
              id: 'received',
              header: t('stats.received'),
              end: true,
              cell: ({ received }) => <Told text={numberText(words, received)} />,
            },
          ]}
        />
        <p className="caption">{t('stats.fair')}</p>
      </FindingSection>
      <FindingSection
        about={t('stats.categories.about')}
        finding={say(findingOfCategories(categories, figures.received))}
        csv={csvAddress('reports', period, { by: 'CATEGORY', orderBy: 'RECEIVED' })}
      >
        <Table
          caption={t('stats.categories.about')}
          captionHidden
          stacked
          rows={categories}
          rowKey={({ key }) => key}
          columns={[
            {
              id: 'name',
              header: t('file.category'),
              rowHeader: true,
              cell: ({ key, name }) => <Anchor href={`/laporan?kategori=${key}`}>{name}</Anchor>,
            },
            {
              id: 'bar',
              header: <span className="sr">{t('stats.bar')}</span>,
              className: 'wbar',
              cell: ({ received }) => received !== null && <Bar max={most} parts={[{ value: received }]} />,
            },
            {
              id: 'received',
              header: t('stats.received'),
              end: true,
              cell: ({ received }) => <Told text={numberText(words, received)} />,
            },
            {
              id: 'rate',
              header: t('stats.followedUp'),
              end: true,
              cell: ({ followUpRate }) => <Told text={percentText(words, followUpRate)} />,
            },
            {
              id: 'completed',
              header: t('stats.completedRate'),
              end: true,
              cell: ({ completionRate }) => <Told text={percentText(words, completionRate)} />,
            },
          ]}
        />
      </FindingSection>
      <SatisfactionSection figures={figures} csv={csvAddress('reports', period)} />
    </>
  );
}
