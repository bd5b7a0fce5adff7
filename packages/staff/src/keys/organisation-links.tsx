import { keyIcon, LinkButton, lockIcon } from '@lapor/ui';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/session-context.ts';

/** From one organisation to its systems' keys and its own sign-in; in the national console, where there are many. */
export function OrganisationLinks({
  organisation: { id, government },
}: {
  organisation: { id: string; government: { id: string } };
}) {
  const t = useText();
  const { workplace } = useSession();
  if (!workplace.roles.includes('NATIONAL_ADMIN')) return null;
  return (
    <>
      <LinkButton size="small" icon={keyIcon} href={`/kunci?instansi=${encodeURIComponent(id)}`}>
        {t('keys.title')}
      </LinkButton>
      {government.id === id && (
        <LinkButton size="small" icon={lockIcon} href={`/masuk-instansi/${encodeURIComponent(id)}`}>
          {t('provider.title')}
        </LinkButton>
      )}
    </>
  );
}
