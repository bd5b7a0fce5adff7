import { Button, Tag } from '@lapor/ui';
import { useDates } from '../../dates/use-dates.ts';
import { useText } from '../../language/use-text.ts';
import type { Delegation } from '../account.ts';

interface DelegationEntryProps {
  delegation: Delegation;
  /** The officer's own post; else the officer stands in. */
  given: boolean;
  onEnd: () => void;
}

/** One post in other hands for a while. */
export function DelegationEntry({ delegation, given, onEnd }: DelegationEntryProps) {
  const t = useText();
  const dates = useDates();
  const { role, organisation, officer, substitute, from, until, isRunning } = delegation;
  const other = (given ? substitute : officer).name ?? t('account.officer');
  return (
    <li className="entry">
      <div>
        <p className="row row--tight">
          <strong>{t(given ? 'officers.replacedBy' : 'account.standsInFor', { name: other })}</strong>
          <Tag>{t(isRunning ? 'account.running' : 'account.coming')}</Tag>
        </p>
        <p>{t('invitation.post', { role: t(`role.${role}`), organisation: organisation.name })}</p>
        <p className="caption">
          {t('account.fromUntil', { from: dates.day(from, 'date'), until: dates.day(until, 'date') })}
        </p>
      </div>
      {given && (
        <Button
          size="small"
          aria-label={t(isRunning ? 'account.endDelegationOf' : 'account.callOffOf', { name: other })}
          onClick={onEnd}
        >
          {t(isRunning ? 'account.end' : 'account.callOff')}
        </Button>
      )}
    </li>
  );
}
