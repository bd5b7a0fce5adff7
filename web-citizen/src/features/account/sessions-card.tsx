import { useState } from 'react';
import { endOtherSessions, endSession, listSessions, type OpenSession } from '@lapor/web-client';
import { Button, Card, Tag, checkIcon } from '@lapor/ui';
import { useT, useWords } from '../../app/language-provider.tsx';
import { FormFault } from '../sign-in/form-fault.tsx';
import { useAuthForm } from '../sign-in/use-auth-form.ts';
import { AnswerPart } from './answer-part.tsx';
import { deviceMoment } from './device-moment.ts';
import { SavedNotice } from './saved-notice.tsx';
import { useAnswer } from './use-answer.ts';
import { wayMessages } from './account-words.ts';

/** Where the account is open now. Which devices these are is not kept; when and how they came in is. */
export function SessionsCard({ onChanged }: { onChanged: () => void }) {
  const t = useT();
  const { loaded, again, retry } = useAnswer(listSessions);
  const [ended, setEnded] = useState(0);
  const onEnded = () => {
    setEnded((count) => count + 1);
    onChanged();
    void again();
  };
  return (
    <Card labelledBy="sessions">
      <h2 id="sessions" className="h3">
        {t('account.sessions')}
      </h2>
      <p className="caption">{t('account.sessionsText')}</p>
      {ended > 0 && <SavedNotice key={ended}>{t('account.sessionEnded')}</SavedNotice>}
      <AnswerPart loaded={loaded} onRetry={retry}>
        {({ sessions }) => (
          <>
            <ul className="account-list">
              {sessions.map((session) => (
                <SessionRow key={session.id} session={session} onEnded={onEnded} />
              ))}
            </ul>
            {sessions.some(({ isCurrent }) => !isCurrent) && <EndOthers onEnded={onEnded} />}
          </>
        )}
      </AnswerPart>
    </Card>
  );
}

function SessionRow({ session, onEnded }: { session: OpenSession; onEnded: () => void }) {
  const t = useT();
  const words = useWords();
  const form = useAuthForm({ check: () => null, attempt: () => endSession(session.id), onDone: onEnded });
  const opened = deviceMoment(words, session.openedAt);
  return (
    <li>
      <form className="stack stack-2" onSubmit={form.submit} noValidate>
        <FormFault form={form} />
        <div className="row row--between">
          <div>
            <p>{t('account.sessionOpened', { moment: opened })}</p>
            <p className="caption">
              {t(wayMessages[session.way])} ·{' '}
              {t('account.sessionUntil', { moment: deviceMoment(words, session.expiresAt) })}
            </p>
          </div>
          {session.isCurrent ? (
            <Tag icon={checkIcon}>{t('account.sessionCurrent')}</Tag>
          ) : (
            <Button type="submit" busy={form.busy} aria-label={t('account.endSessionOf', { moment: opened })}>
              {t('account.endSession')}
            </Button>
          )}
        </div>
      </form>
    </li>
  );
}

function EndOthers({ onEnded }: { onEnded: () => void }) {
  const t = useT();
  const form = useAuthForm({ check: () => null, attempt: endOtherSessions, onDone: onEnded });
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      <FormFault form={form} />
      <p>
        <Button type="submit" busy={form.busy}>
          {t('account.endOthers')}
        </Button>
      </p>
    </form>
  );
}
