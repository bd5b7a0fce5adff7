import { Button, Panel, Skeleton, Tag } from '@lapor/ui';
import { endOtherSessions, endSession, listSessions, type OpenSession } from '@lapor/web-client';
import { useCallback, useEffect } from 'react';
import { useDates } from '../../dates/use-dates.ts';
import { useText } from '../../language/use-text.ts';
import { AskAgain } from '../../session/attempts/ask-again.tsx';
import { FailureNotice } from '../../session/attempts/failure-notice.tsx';
import { useAnswer } from '../../session/attempts/use-answer.ts';
import { useAttempt } from '../../session/attempts/use-attempt.ts';

/** Where the officer is signed in; each can be ended, or all but this one. `round` changes when they must be asked for again. */
export function SessionsPanel({ round }: { round: number }) {
  const t = useText();
  const list = useAnswer(
    useCallback(async () => {
      const answer = await listSessions();
      return answer.ok ? { ok: true, value: answer.value.sessions } : answer;
    }, []),
  );
  const ending = useAttempt();
  const { reload } = list;
  useEffect(() => {
    if (round > 0) reload();
  }, [round, reload]);
  const end = (work: () => ReturnType<typeof endSession>) =>
    // Ended meanwhile is as good as ended now.
    void ending
      .run(async () => {
        const result = await work();
        return !result.ok && result.code === 'NOT_FOUND' ? ({ ok: true } as const) : result;
      })
      .then((done) => done && reload());

  const sessions = list.value;
  return (
    <Panel title={t('account.sessions')}>
      <div className="stack stack-3">
        <p className="caption">{t('account.sessionsAbout')}</p>
        <FailureNotice failure={ending.failure} />
        {sessions ? (
          <ul className="entries">
            {sessions.map((session) => (
              <SessionEntry
                key={session.id}
                session={session}
                busy={ending.busy}
                onEnd={() => end(() => endSession(session.id))}
              />
            ))}
          </ul>
        ) : list.failure ? (
          <AskAgain
            failure={list.failure}
            title={t('account.sessionsFailed')}
            busy={list.busy}
            onRetry={reload}
          />
        ) : (
          <Skeleton label={t('page.loading')} lines={4} />
        )}
        {sessions && sessions.length > 1 && (
          <Button busy={ending.busy} onClick={() => end(endOtherSessions)}>
            {t('account.endOthers')}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function SessionEntry({
  session: { device, way, openedAt, expiresAt, isCurrent },
  busy,
  onEnd,
}: {
  session: OpenSession;
  busy: boolean;
  onEnd: () => void;
}) {
  const t = useText();
  const dates = useDates();
  const name = device || t('account.unknownDevice');
  return (
    <li className="entry">
      <div>
        <p className="row row--tight">
          <strong>{name}</strong>
          {isCurrent && <Tag>{t('account.thisSession')}</Tag>}
        </p>
        <p className="caption">
          {t('account.openedBy', { moment: dates.moment(openedAt, 'short'), way: t(`account.way.${way}`) })}
          <br />
          {t('account.endsAt', { moment: dates.moment(expiresAt, 'short') })}
        </p>
      </div>
      {!isCurrent && (
        <Button
          size="small"
          disabled={busy}
          aria-label={t('account.endOf', { name, moment: dates.moment(openedAt, 'short') })}
          onClick={onEnd}
        >
          {t('account.end')}
        </Button>
      )}
    </li>
  );
}
