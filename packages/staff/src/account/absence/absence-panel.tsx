import { Button, Panel } from '@lapor/ui';
import { useState } from 'react';
import { useText } from '../../language/use-text.ts';
import { DelegateDialog, EndDelegationDialog } from '../../officers/post-dialogs.tsx';
import { placeName } from '../../officers/post-words.tsx';
import { useSession } from '../../session/session-context.ts';
import type { Account, Delegation, OwnPost } from '../account.ts';
import { DelegationEntry } from './delegation-entry.tsx';

/** Who does the officer's work while the officer is away, and for whom the officer stands in. */
export function AbsencePanel({ account }: { account: Account }) {
  const t = useText();
  const { officer } = useSession();
  const [delegating, setDelegating] = useState<OwnPost | null>(null);
  const [ending, setEnding] = useState<Delegation | null>(null);
  // What was taken over from somebody is not passed on.
  const own = account.posts.filter(({ onBehalfOf }) => onBehalfOf === null);
  const entries = [...account.delegations, ...account.substitutions];
  return (
    <Panel title={t('account.absence')}>
      <div className="stack stack-3">
        <p className="caption">{t('account.absenceAbout')}</p>
        {entries.length > 0 && (
          <ul className="entries">
            {entries.map((delegation) => (
              <DelegationEntry
                key={delegation.id}
                delegation={delegation}
                given={delegation.officer.id === officer.id}
                onEnd={() => setEnding(delegation)}
              />
            ))}
          </ul>
        )}
        {own.length === 1 && own[0] && (
          <Button onClick={() => setDelegating(own[0] ?? null)}>{t('officers.delegate')}</Button>
        )}
        {own.length > 1 && (
          <ul className="entries">
            {own.map((post) => (
              <li className="entry" key={post.id}>
                <div>
                  {t('invitation.post', {
                    role: t(`role.${post.role}`),
                    organisation: placeName(post.organisation),
                  })}
                </div>
                <Button
                  size="small"
                  aria-label={t('account.delegateOf', {
                    role: t(`role.${post.role}`),
                    organisation: placeName(post.organisation),
                  })}
                  onClick={() => setDelegating(post)}
                >
                  {t('officers.delegate')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {delegating && (
          <DelegateDialog officer={officer} post={delegating} onClose={() => setDelegating(null)} />
        )}
        {ending && <EndDelegationDialog delegation={ending} onClose={() => setEnding(null)} />}
      </div>
    </Panel>
  );
}
