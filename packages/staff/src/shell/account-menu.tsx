import { Anchor, Avatar, Icon, userIcon } from '@lapor/ui';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/session-context.ts';
import { useShortcutChoice } from '../keyboard/use-shortcuts.ts';
import { Menu } from './menu.tsx';
import { WorkplaceChoice } from './workplace-choice.tsx';

/** Who is signed in, for which organisation; letter shortcuts; the way out. */
export function AccountMenu() {
  const t = useText();
  const { officer, signOut } = useSession();
  const shortcuts = useShortcutChoice();
  const name = officer.name ?? t('account.officer');
  return (
    <Menu label={`${initialsOf(name)}: ${t('account.menu', { name })}`} button={<Avatar name={name} />}>
      <>
        <p className="menu__head">
          <strong>{name}</strong>
        </p>
        <WorkplaceChoice />
        <nav aria-label={t('account.group')}>
          <Anchor className="menu__link" href="/akun">
            <Icon of={userIcon} />
            {t('account.mine')}
          </Anchor>
        </nav>
        <label className="check">
          <input type="checkbox" checked={shortcuts.on} onChange={shortcuts.toggle} />
          <span>{t('account.shortcuts')}</span>
        </label>
        <button type="button" className="btn btn--secondary btn--block" onClick={() => void signOut()}>
          {t('account.signOut')}
        </button>
      </>
    </Menu>
  );
}

/** What the picture on the button shows: its name must begin with what can be seen. */
const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
