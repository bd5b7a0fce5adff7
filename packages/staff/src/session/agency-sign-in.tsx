import { forwardIcon, Icon } from '@lapor/ui';
import { agencySignInOf, agencySignInPath, type AgencySignIn } from '@lapor/web-client';
import { useEffect, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useSettled } from '../picking/use-settled.ts';
import { mailDomainOf } from './mail-domain.ts';

/** Offers the agency's own sign-in when the mail domain has one. */
export function AgencySignInOffer({ email }: { email: string }) {
  const t = useText();
  const offer = useAgencySignIn(email);
  return (
    <div role="status">
      {offer && (
        <div className="stack stack-2">
          {/* Another application: a whole page load. */}
          <a
            className="btn btn--secondary btn--block"
            href={agencySignInPath(offer.providerId, location.pathname + location.search)}
          >
            {t('signIn.agency', { name: offer.name })}
            <Icon of={forwardIcon} />
          </a>
          <p className="caption">{t('signIn.agencyHint')}</p>
        </div>
      )}
    </div>
  );
}

function useAgencySignIn(email: string): AgencySignIn | null {
  const domain = useSettled(mailDomainOf(email), 400);
  const [found, setFound] = useState<{ domain: string; offer: AgencySignIn | null } | null>(null);
  useEffect(() => {
    if (domain === null) return;
    let current = true;
    // Only the domain is asked about; who it is stays here.
    void agencySignInOf(`officer@${domain}`).then((answer) => {
      // Without an answer there is still the password.
      if (current) setFound({ domain, offer: answer.ok ? answer.value : null });
    });
    return () => {
      current = false;
    };
  }, [domain]);
  return found && found.domain === domain ? found.offer : null;
}
