import { Button, keyIcon, plusIcon } from '@lapor/ui';
import { hasPasskeys, removePasskey, type Passkey, type SecondFactorState } from '@lapor/web-client';
import { useState } from 'react';
import { useDates } from '../../dates/use-dates.ts';
import { useText } from '../../language/use-text.ts';
import { useSession } from '../../session/session-context.ts';
import { PasswordDialog } from '../password-dialog.tsx';
import { RenamePasskey } from './rename-passkey.tsx';
import { Way } from './way.tsx';

interface PasskeyWaysProps {
  state: SecondFactorState;
  onAdd: () => void;
  onChanged: () => void;
}

/** The devices that sign in with a passkey. */
export function PasskeyWays({ state: { passkeys }, onAdd, onChanged }: PasskeyWaysProps) {
  const t = useText();
  return (
    <Way
      icon={keyIcon}
      title={t('enrol.passkey')}
      state={
        passkeys.length > 0 ? t('account.passkeys', { count: passkeys.length }) : t('account.noPasskeys')
      }
      actions={
        hasPasskeys() && (
          <Button size="small" icon={plusIcon} onClick={onAdd}>
            {t('account.addPasskey')}
          </Button>
        )
      }
    >
      {passkeys.length > 0 && (
        <ul className="entries">
          {passkeys.map((passkey) => (
            <PasskeyEntry key={passkey.id} passkey={passkey} onChanged={onChanged} />
          ))}
        </ul>
      )}
    </Way>
  );
}

function PasskeyEntry({ passkey, onChanged }: { passkey: Passkey; onChanged: () => void }) {
  const t = useText();
  const dates = useDates();
  const { email } = useSession();
  const [task, setTask] = useState<'RENAME' | 'REMOVE' | null>(null);
  const done = () => {
    setTask(null);
    onChanged();
  };
  const { id, name, createdAt, lastUsedAt } = passkey;
  return (
    <li className="entry">
      <div>
        <strong>{name}</strong>
        <p className="caption">
          {t('account.createdOn', { day: dates.dayOf(createdAt, 'date') })} ·{' '}
          {lastUsedAt
            ? t('account.lastUsedOn', { day: dates.dayOf(lastUsedAt, 'date') })
            : t('account.neverUsed')}
        </p>
      </div>
      <div className="row row--tight">
        <Button size="small" aria-label={t('account.renameOf', { name })} onClick={() => setTask('RENAME')}>
          {t('account.rename')}
        </Button>
        <Button
          size="small"
          variant="danger"
          aria-label={t('account.removeOf', { name })}
          onClick={() => setTask('REMOVE')}
        >
          {t('account.remove')}
        </Button>
      </div>
      {task === 'RENAME' && <RenamePasskey id={id} name={name} onDone={done} onClose={() => setTask(null)} />}
      {task === 'REMOVE' && (
        <PasswordDialog
          title={t('account.removePasskeyTitle', { name })}
          lead={t('account.removePasskeyLead')}
          submitLabel={t('account.remove')}
          tone="danger"
          email={email}
          onlyWhenAsked
          texts={{ SECOND_FACTOR_NEEDED: 'account.lastFactor', NOT_FOUND: 'account.gone' }}
          act={(password) => removePasskey(id, password)}
          onDone={done}
          onClose={() => setTask(null)}
        />
      )}
    </li>
  );
}
