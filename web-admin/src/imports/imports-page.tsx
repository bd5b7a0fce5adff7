import { LoadFailure, StaleNotice, useDates, useLanguage, usePageTitle, useSteadyQuery } from '@lapor/staff';
// Its words come along.
import '@lapor/staff/changing';
import {
  Anchor,
  doneIcon,
  EmptyState,
  fileIcon,
  Panel,
  SkeletonBlock,
  Table,
  Tag,
  warningIcon,
} from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { useAdminIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import type { ResultOf } from '../graphql.ts';
import { countsBySubject, importRows, lastImportOf, type ImportRow } from './import-rows.ts';
import { ImportsDocument } from './imports.graphql.ts';

type Source = ResultOf<typeof ImportsDocument>['referenceSources'][number];

/** Reference data (`/data-acuan`): what was imported when, with which counts and faults, and where it is from. */
export function ImportsPage() {
  const t = useText();
  const console = useAdminIdentity();
  usePageTitle(t('imports.title'), console.label);
  const [{ data, error, fetching }, ask] = useSteadyQuery({
    query: ImportsDocument,
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  if (!data && error)
    return (
      <LoadFailure page error={error} title={t('imports.failed')} retrying={fetching} onRetry={refresh} />
    );
  const rows = data && importRows(data);
  return (
    <>
      <div>
        <h1>{t('imports.title')}</h1>
        <p className="caption">
          {t('imports.about')} <Anchor href="/kalender">{t('nav.calendar')}</Anchor>
        </p>
      </div>
      {data && <StaleNotice error={error} onRetry={refresh} />}
      {!data && <SkeletonBlock label={t('page.loading')} count={3} />}
      {rows?.length === 0 && (
        <EmptyState icon={fileIcon} title={t('imports.none')}>
          {t('imports.noneHint')}
        </EmptyState>
      )}
      {data && rows && rows.length > 0 && (
        <>
          <ImportsTable rows={rows} sources={data.referenceSources} />
          <SourcesTable rows={rows} sources={data.referenceSources} />
        </>
      )}
    </>
  );
}

function ImportsTable({ rows, sources }: { rows: readonly ImportRow[]; sources: readonly Source[] }) {
  const t = useText();
  const dates = useDates();
  const titleOf = (file: string) => sources.find((source) => source.file === file)?.title ?? file;
  return (
    <Panel title={t('imports.log')} flush>
      <Table
        caption={t('imports.log')}
        captionHidden
        stacked
        tight
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'at', header: t('imports.at'), className: 'fit', cell: ({ at }) => dates.moment(at) },
          {
            id: 'what',
            header: t('imports.what'),
            rowHeader: true,
            cell: ({ files }) => (
              <>
                {files.map(titleOf).join('; ')}
                <span className="caption block code">{files.join(', ')}</span>
              </>
            ),
          },
          {
            id: 'outcome',
            header: t('imports.outcome'),
            className: 'fit',
            cell: ({ outcome }) => (
              <Tag icon={outcome === 'REFUSED' ? warningIcon : doneIcon}>
                {t(`imports.outcome.${outcome}`)}
              </Tag>
            ),
          },
          { id: 'report', header: t('imports.report'), cell: (row) => <Report row={row} /> },
        ]}
      />
    </Panel>
  );
}

const SUBJECTS = ['regions', 'organisations', 'categoryMap'] as const;
const COUNTED = ['inserted', 'updated', 'retired', 'written', 'changed'] as const;

/** What was written, or what was wrong with the files. */
function Report({ row: { outcome, counts, faults } }: { row: ImportRow }) {
  const t = useText();
  const { words } = useLanguage();
  if (outcome === 'REFUSED')
    return (
      <details>
        <summary>{t('imports.faults', { count: faults.length })}</summary>
        <ul>
          {faults.map(({ file, line, field, reason }) => (
            <li key={`${file} ${line} ${field}`}>
              <span className="code">{`${file}:${line}${field ? ` ${field}` : ''}`}</span>{' '}
              <span lang="en">{reason}</span>
            </li>
          ))}
        </ul>
      </details>
    );
  const place = (subject: string | null) => SUBJECTS.findIndex((one) => one === subject);
  const groups = countsBySubject(counts).toSorted((a, b) => place(a.subject) - place(b.subject));
  if (groups.length === 0) return <span className="muted">{t('imports.noCounts')}</span>;
  const sayCount = ({ name, count }: { name: string; count: number }) => {
    const known = COUNTED.find((one) => one === name);
    const number = formatNumber(words, count);
    return known ? t(`imports.counted.${known}`, { number }) : `${number} ${name}`;
  };
  return (
    <>
      {groups.map((group) => {
        const known = SUBJECTS.find((one) => one === group.subject);
        const subject = known ? t(`imports.of.${known}`) : group.subject;
        const said = group.counts.map(sayCount).join(', ');
        return (
          <span key={group.subject ?? ''} className="block">
            {subject ? `${subject}: ${said}` : said}
          </span>
        );
      })}
    </>
  );
}

function SourcesTable({ rows, sources }: { rows: readonly ImportRow[]; sources: readonly Source[] }) {
  const t = useText();
  const dates = useDates();
  return (
    <Panel title={t('imports.sources')} flush>
      <Table
        caption={t('imports.sources')}
        captionHidden
        stacked
        tight
        rows={sources}
        rowKey={({ file }) => file}
        columns={[
          {
            id: 'file',
            header: t('imports.what'),
            rowHeader: true,
            cell: ({ file, title }) => (
              <>
                {title}
                <span className="caption block code">{file}</span>
              </>
            ),
          },
          {
            id: 'source',
            header: t('imports.source'),
            cell: ({ source }) => <span lang="id">{source}</span>,
          },
          { id: 'licence', header: t('imports.licence'), className: 'fit', cell: ({ licence }) => licence },
          { id: 'vintage', header: t('imports.vintage'), cell: ({ vintage }) => vintage },
          {
            id: 'last',
            header: t('imports.last'),
            cell: ({ file }) => {
              const last = lastImportOf(rows, file);
              return last ? (
                dates.dayOf(last.at, 'date')
              ) : (
                <span className="muted">{t('imports.readAtStart')}</span>
              );
            },
          },
        ]}
      />
    </Panel>
  );
}
