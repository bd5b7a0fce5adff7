import { Card, LinkButton } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';

const steps = ['account.eraseOne.open', 'account.eraseOne.read', 'account.eraseOne.type'] as const;

/** Erasing who reported is done report by report, on the page of each: here is how, and what comes of it. */
export function EraseDataCard() {
  const t = useT();
  return (
    <Card labelledBy="erase-one">
      <h2 id="erase-one" className="h3">
        {t('account.eraseOne')}
      </h2>
      <p>{t('account.eraseOne.text')}</p>
      <ol>
        {steps.map((id) => (
          <li key={id}>{t(id)}</li>
        ))}
      </ol>
      <p className="caption">{t('account.eraseOne.after')}</p>
      <p>
        <LinkButton href="/akun">{t('account.eraseOne.choose')}</LinkButton>
      </p>
    </Card>
  );
}
