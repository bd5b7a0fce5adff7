import {
  Anchor,
  Button,
  EmptyState,
  ErrorState,
  filterIcon,
  IconButton,
  LoadMore,
  shieldIcon,
  Skeleton,
} from '@lapor/ui';
import { accountAudit, type AuditEntry } from '@lapor/web-client';
import { useCallback, useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { logText } from '../account/log/log-text.ts';
import { FilterRow } from '../filters/filter-row.tsx';
import { useFilters } from '../filters/use-filters.ts';
import { useText } from '../language/use-text.ts';
import { OfficerNameDocument } from './audit.graphql.ts';
import { ExportButton } from './export-button.tsx';
import { exportPages } from './export-pages.ts';
import { PersonFilter } from './log-filters.tsx';
import { LogTable } from './log-table.tsx';

const NAMES = ['akun'] as const;
const PAGE_SIZE = 50;

interface Loaded {
  entries: readonly AuditEntry[];
  next: number | null;
}

/** Sign-ins, second factors, keys: what happened to accounts. For the national desk. */
export function AccountLog() {
  const t = useText();
  const { values, count, set, clear } = useFilters(NAMES);
  const accountId = values.akun || undefined;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);

  const load = useCallback(
    async (before?: number) => {
      setBusy(true);
      setFailed(false);
      const answer = await accountAudit({ accountId, before, limit: PAGE_SIZE });
      setBusy(false);
      if (!answer.ok) return setFailed(true);
      const { entries, next } = answer.value;
      setLoaded((last) => ({
        entries: before === undefined || !last ? entries : [...last.entries, ...entries],
        next,
      }));
    },
    [accountId],
  );
  useEffect(() => {
    setLoaded(null);
    void load();
  }, [load]);

  return (
    <>
      <FilterRow label={t('audit.filters')} count={count} onClear={clear}>
        <PersonFilter label={t('audit.account')} id={values.akun} onClear={() => set({ akun: '' })} />
        <ExportButton<AuditEntry>
          name="log-akun"
          collect={() =>
            exportPages(async (after) => {
              const answer = await accountAudit({
                accountId,
                before: after === null ? undefined : Number(after),
                limit: 100,
              });
              if (!answer.ok) return null;
              const { entries, next } = answer.value;
              return {
                edges: entries.map((node) => ({ node })),
                pageInfo: { hasNextPage: next !== null, endCursor: next === null ? null : String(next) },
              };
            })
          }
          header={[
            t('audit.csvAt'),
            t('audit.sentenceColumn'),
            t('audit.what'),
            t('audit.account'),
            t('audit.who'),
          ]}
          cells={(entry) => [entry.at, logText(t, entry), entry.action, entry.accountId, entry.actorId]}
        />
      </FilterRow>
      {failed && !loaded && (
        <ErrorState
          title={t('audit.failed')}
          retryLabel={t('retry')}
          retrying={busy}
          onRetry={() => void load()}
        >
          {t('fault.unavailable')}
        </ErrorState>
      )}
      {!failed && !loaded && <Skeleton label={t('page.loading')} lines={8} />}
      {loaded?.entries.length === 0 && (
        <EmptyState
          icon={shieldIcon}
          title={t(count > 0 ? 'audit.noMatch' : 'audit.empty')}
          action={count > 0 && <Button onClick={clear}>{t('filter.removeAll')}</Button>}
        />
      )}
      {loaded && loaded.entries.length > 0 && (
        <>
          <LogTable
            caption={t('audit.part.akun')}
            entries={loaded.entries}
            sentenceOf={(entry) => logText(t, entry)}
            columns={[
              {
                id: 'account',
                header: t('audit.account'),
                cell: ({ accountId: id }) => (id ? <AccountName id={id} /> : null),
              },
              {
                id: 'actor',
                header: t('audit.who'),
                cell: ({ actorId, accountId: id }) =>
                  actorId && actorId !== id ? <AccountName id={actorId} /> : null,
              },
              {
                id: 'only',
                header: t('audit.about.column'),
                className: 'fit',
                cell: ({ accountId: id }) =>
                  id && values.akun === '' ? (
                    <IconButton
                      icon={filterIcon}
                      label={t('audit.onlyAccount')}
                      onClick={() => set({ akun: id })}
                    />
                  ) : null,
              },
            ]}
          />
          {failed && <p role="alert">{t('fault.unavailable')}</p>}
          <LoadMore
            shown={t('audit.shown', { count: loaded.entries.length })}
            hasMore={loaded.next !== null}
            busy={busy}
            onMore={() => void load(loaded.next ?? undefined)}
          >
            {t('list.more')}
          </LoadMore>
        </>
      )}
    </>
  );
}

/** An officer by name; a citizen's account stays a number. */
function AccountName({ id }: { id: string }) {
  const t = useText();
  const [{ data }] = useQuery({ query: OfficerNameDocument, variables: { id } });
  if (data?.officer)
    return <Anchor href={`/petugas/${id}`}>{data.officer.name ?? t('audit.somebody')}</Anchor>;
  return <span className="code">{id.slice(0, 8)}</span>;
}
