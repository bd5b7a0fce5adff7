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
  const said = [
    ...(verifier ? [t('live.verifies', { name: verifier.name ?? t('live.colleague') })] : []),
    ...(names.length > 0 ? [t('live.alsoHere', { names: names.join(', ') })] : []),
  ];
  // Its line is there before anybody is: what comes later must not push the page from under a finger.
  return (
    <p role="status" className="company">
      {said.length > 0 && (
        <>
          <Icon of={usersIcon} size="small" /> <span>{said.join(' · ')}</span>
        </>
      )}
    </p>
  );
}
