import { useCallback, useEffect, useState } from 'react';
import { accountAudit, type AuditEntry, type AuthCode } from '@lapor/web-client';
import { Card, LoadMore, Skeleton } from '@lapor/ui';
import { useT, useWords } from '../../app/language-provider.tsx';
import { useSession } from '../../app/session.tsx';
import { logMessages } from './account-words.ts';
import { NotLoaded } from './answer-part.tsx';
import { deviceMoment } from './device-moment.ts';

const pageSize = 10;

/** What the record says about the account, newest first: whoever finds something strange here ends the sessions above. */
export function LogCard() {
  const t = useT();
  const words = useWords();
  const { refresh } = useSession();
  const [entries, setEntries] = useState<readonly AuditEntry[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [state, setState] = useState<'loading' | 'ready' | AuthCode>('loading');

  const load = useCallback(
    async (before?: number) => {
      setState('loading');
      const answer = await accountAudit({ before, limit: pageSize });
      if (!answer.ok) {
        if (answer.code === 'SIGNED_OUT') return refresh();
        return setState(answer.code);
      }
      setEntries((shown) =>
        before === undefined ? answer.value.entries : [...shown, ...answer.value.entries],
      );
      setNext(answer.value.next);
      setState('ready');
    },
    [refresh],
  );
  useEffect(() => void load(), [load]);

  const failed = state !== 'loading' && state !== 'ready' ? state : null;
  return (
    <Card labelledBy="log">
      <h2 id="log" className="h3">
        {t('account.log')}
      </h2>
      <p className="caption">{t('account.logText')}</p>
      {entries.length > 0 && (
        <ul className="account-list">
          {entries.map((entry) => (
            <li key={entry.id}>
              <p>
                {logMessages(entry)
                  .map((id) => t(id))
                  .join(', ')}
              </p>
              <p className="caption">{deviceMoment(words, entry.at)}</p>
            </li>
          ))}
        </ul>
      )}
      {state === 'loading' && entries.length === 0 && <Skeleton label={t('common.loading')} lines={3} />}
      {state === 'ready' && entries.length === 0 && <p>{t('account.logEmpty')}</p>}
      {failed && (
        <NotLoaded
          code={failed}
          onRetry={() => void load(entries.length > 0 ? (next ?? undefined) : undefined)}
        />
      )}
      {next !== null && !failed && (
        <LoadMore shown="" hasMore busy={state === 'loading'} onMore={() => void load(next)}>
          {t('account.logMore')}
        </LoadMore>
      )}
    </Card>
  );
}
