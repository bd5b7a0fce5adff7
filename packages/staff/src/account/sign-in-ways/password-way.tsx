import { Button, lockIcon } from '@lapor/ui';
import { useText } from '../../language/use-text.ts';
import { Way } from './way.tsx';

export function PasswordWay({ onChange }: { onChange: () => void }) {
  const t = useText();
  return (
    <Way
      icon={lockIcon}
      title={t('signIn.password')}
      state={t('account.passwordAbout')}
      actions={
        <Button size="small" onClick={onChange}>
          {t('account.changePassword')}
        </Button>
      }
    />
  );
}
