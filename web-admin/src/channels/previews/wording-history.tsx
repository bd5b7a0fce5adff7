import { useDates } from '@lapor/staff';
import { LoadMore, Skeleton } from '@lapor/ui';
import { useCallback } from 'react';
import { LoadFailed } from '../load-failed.tsx';
import { OfficerName } from '../officer-name.tsx';
import { usePaged } from '../use-paged.ts';
import { useText } from '../words.ts';
import { Changes } from './changes.tsx';
import { wordingVersions, type Wording, type WordingKey, type WordingVersion } from './preview-client.ts';

interface WordingHistoryProps {
  wordingKey: WordingKey;
  builtIn: Wording;
}

type Row = WordingVersion & { before: WordingVersion | null };

/** Who changed the words when and why, and what was other before; newest first. */
export function WordingHistory({ wordingKey, builtIn }: WordingHistoryProps) {
  const t = useText();
  const dates = useDates();
  const { name, medium, language } = wordingKey;
  const list = usePaged<Row, number>(
    useCallback(
      async (after?: number) => {
        const answer = await wordingVersions({ name, medium, language }, after);
        if (!answer.ok) return answer;
        const { versions, earlier } = answer.value;
        const rows = versions.map((one, index) => ({ ...one, before: versions[index + 1] ?? earlier }));
        return { ok: true as const, value: { rows, next: earlier ? versions.at(-1)!.version : null } };
      },
      [name, medium, language],
    ),
  );
  const wordsOf = (version: WordingVersion | null): Wording =>
    version === null || version.body === null ? builtIn : { subject: version.subject, body: version.body };
  if (!list.rows)
    return list.failure ? (
      <LoadFailed
        failure={list.failure}
        title={t('channels.templates.historyFailed')}
        busy={list.busy}
        onRetry={list.reload}
      />
    ) : (
      <Skeleton label={t('page.loading')} lines={4} />
    );
  return (
    <>
      <ol className="stack stack-3 placeholder-list" aria-label={t('channels.templates.history')}>
        {list.rows.map((row) => (
          <li key={row.version} className="stack stack-1">
            <h3 className="h4">
              {t('channels.templates.version', { version: row.version })}
              {row.body === null && ` · ${t('channels.templates.builtIn')}`}
            </h3>
            <p className="caption">
              <OfficerName id={row.accountId} /> · {dates.moment(row.at, 'short')} · {row.reason}
            </p>
            <Changes before={wordsOf(row.before)} after={wordsOf(row)} />
          </li>
        ))}
      </ol>
      {list.hasMore && (
        <LoadMore
          shown={t('channels.state.shown', { count: list.rows.length })}
          hasMore
          busy={list.busy}
          onMore={list.loadMore}
        >
          {t('list.more')}
        </LoadMore>
      )}
    </>
  );
}
