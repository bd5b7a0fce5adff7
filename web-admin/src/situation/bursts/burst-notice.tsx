import { Anchor, Notice } from '@lapor/ui';
import { reportAddress } from '../address/report-address.ts';
import { useText } from '../words.ts';
import { keyOfBurst, mostUnusualFirst, nameOfBurst, type Burst } from './burst-rule.ts';
import { useBurstReason } from './use-burst-reason.ts';

const MOST = 2;

/** Today's bursts above everything else; nothing where there are none. */
export function BurstNotice({ bursts, day }: { bursts: readonly Burst[]; day: string }) {
  const t = useText();
  const reasonOf = useBurstReason();
  if (bursts.length === 0) return null;
  const shown = mostUnusualFirst(bursts).slice(0, MOST);
  return (
    <Notice tone="warning" title={t('room.bursts.today', { count: bursts.length })}>
      {shown.map((burst) => (
        <p key={keyOfBurst(burst)}>
          <strong>{nameOfBurst(burst)}:</strong> {reasonOf(burst)}{' '}
          <Anchor
            href={reportAddress({
              period: { from: day, to: day },
              categoryId: burst.category?.id,
              regionCode: burst.region?.code,
            })}
          >
            {t('room.bursts.see', { name: nameOfBurst(burst) })}
          </Anchor>
        </p>
      ))}
      {bursts.length > MOST && (
        <p>
          <Anchor href="/situasi/lonjakan">{t('room.bursts.all', { count: bursts.length })}</Anchor>
        </p>
      )}
    </Notice>
  );
}
