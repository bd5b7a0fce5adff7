import { Button, EmptyState, Panel, shieldIcon, Skeleton } from '@lapor/ui';
import { accountAudit, type AuditEntry } from '@lapor/web-client';
import { useCallback, useState } from 'react';
import { useDates } from '../../dates/use-dates.ts';
import { useText } from '../../language/use-text.ts';
import { AskAgain } from '../../session/attempts/ask-again.tsx';
import { FailureNotice } from '../../session/attempts/failure-notice.tsx';
import { useAnswer } from '../../session/attempts/use-answer.ts';
import { useAttempt } from '../../session/attempts/use-attempt.ts';
import { logText } from './log-text.ts';

const PAGE_SIZE = 10;

/** What the log says about the own account, so that a stranger's sign-in is seen. */
export function LogPanel({ accountId }: { accountId: string }) {
  const t = useText();
  const ask = useCallback(
    (before?: number) => accountAudit({ accountId, limit: PAGE_SIZE, before }),
    [accountId],
  );
  const first = useAnswer(useCallback(() => ask(), [ask]));
  const [older, setOlder] = useState<{ entries: readonly AuditEntry[]; next: number | null } | null>(null);
  const loading = useAttempt();
  const entries = [...(first.value?.entries ?? []), ...(older?.entries ?? [])];
  const next = older ? older.next : (first.value?.next ?? null);

  async function loadOlder(before: number) {
    const page = await loading.run(() => ask(before));
    if (page)
      setOlder((last) => ({
        entries: [...(last?.entries ?? []), ...page.value.entries],
        next: page.value.next,
      }));
  }

  return (
    <Panel title={t('account.log')}>
      <div className="stack stack-3">
        <p className="caption">{t('account.logAbout')}</p>
        {first.failure && !first.value && (
          <AskAgain
            failure={first.failure}
            title={t('account.logFailed')}
            busy={first.busy}
            onRetry={first.reload}
          />
        )}
        {!first.failure && !first.value && <Skeleton label={t('page.loading')} lines={6} />}
        {first.value && entries.length === 0 && (
          <EmptyState icon={shieldIcon} title={t('account.logEmpty')} />
        )}
        {entries.length > 0 && (
          <ol className="entries">
            {entries.map((entry) => (
              <LogEntry key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
        <FailureNotice failure={loading.failure} />
        {next !== null && (
          <Button busy={loading.busy} onClick={() => void loadOlder(next)}>
            {t('account.logMore')}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function LogEntry({ entry }: { entry: AuditEntry }) {
  const t = useText();
  const dates = useDates();
  const byOther = entry.actorId !== null && entry.actorId !== entry.accountId;
  return (
    <li className="entry">
      <div>
        {logText(t, entry)}
        {byOther && ` (${t('account.byOther')})`}
        <p className="caption">{dates.moment(entry.at, 'short')}</p>
      </div>
    </li>
  );
}
