import { Anchor } from '@lapor/ui';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/session-context.ts';
import { useRoles } from './workplace-choice.tsx';

/** On a window too small for the name in the bar: for whom and as what one works here. */
export function ActingLine({ name }: { name: string }) {
  const t = useText();
  const { workplace, workplaces, actingPost } = useSession();
  const roles = useRoles();
  const role = roles(workplace);
  return (
    <p className="acting caption only-below-desk">
      <span>
        <strong>{name}</strong> · {actingPost ? t('account.actingOnly', { role }) : role}
      </span>
      {(actingPost || workplaces.length > 1) && <Anchor href="/akun">{t('account.change')}</Anchor>}
    </p>
  );
}
