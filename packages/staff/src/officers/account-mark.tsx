import { doneIcon, Icon, postponedIcon, stopIcon } from '@lapor/ui';
import { useText } from '../language/use-text.ts';
import { accountLook, type AccountState } from './account-state.ts';

const icons = { good: doneIcon, waiting: postponedIcon, bad: stopIcon };

/** State of an account: icon shape, colour and words. Nothing for those who may not know. */
export function AccountMark({
  state,
  hasSecondFactor,
}: {
  state: AccountState | null;
  hasSecondFactor: boolean | null;
}) {
  const t = useText();
  const look = accountLook(state, hasSecondFactor);
  if (!look) return null;
  return (
    <span className={`mark mark--${look.tone}`}>
      <Icon of={icons[look.tone]} size="small" />
      {t(look.words)}
    </span>
  );
}
