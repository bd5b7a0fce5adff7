import { Icon, usersIcon } from '@lapor/ui';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/session-context.ts';
import type { Company } from './use-company.ts';

/** Who else has the report open, so that two do not write the same answer. */
export function CompanyLine({ company }: { company: Company | null }) {
  const t = useText();
  const { officer } = useSession();
  const others = (company?.presence ?? []).filter((present) => present.officer.id !== officer.id);
  const verifier = company?.lease && !company.lease.isViewers ? company.lease.officer : null;
  const names = others
    .filter((present) => present.officer.id !== verifier?.id)
    .map((present) => {
      const name = present.officer.name ?? t('live.colleague');
      return present.activity === 'ANSWERING' ? t('live.writing', { name }) : name;
    });
  return (
    <div role="status">
      {verifier && (
        <p className="company">
          <Icon of={usersIcon} size="small" />{' '}
          {t('live.verifies', { name: verifier.name ?? t('live.colleague') })}
        </p>
      )}
      {names.length > 0 && (
        <p className="company">
          <Icon of={usersIcon} size="small" /> {t('live.alsoHere', { names: names.join(', ') })}
        </p>
      )}
    </div>
  );
}
