import { useSession } from '@lapor/staff';
import {
  bellIcon,
  checkIcon,
  editIcon,
  listIcon,
  overdueIcon,
  userIcon,
  type Glyph,
  type RailGroup,
} from '@lapor/ui';
import { hrefOf, type Bucket } from '../inbox/buckets.ts';
import type { Counters } from '../inbox/use-inbox-counters.ts';
import { useText } from './use-text.ts';

interface Box {
  bucket: Bucket;
  icon: Glyph;
  counter: keyof Counters;
  tone?: 'due';
}

const boxes: readonly Box[] = [
  { bucket: 'TO_VERIFY', icon: listIcon, counter: 'toVerify' },
  { bucket: 'NEW', icon: bellIcon, counter: 'new' },
  { bucket: 'WAITING_FOR_US', icon: editIcon, counter: 'waitingForUs' },
  { bucket: 'WAITING_FOR_CITIZEN', icon: userIcon, counter: 'waitingForCitizen' },
  { bucket: 'OVERDUE', icon: overdueIcon, counter: 'overdue', tone: 'due' },
  { bucket: 'DONE', icon: checkIcon, counter: 'done' },
];

/** The boxes with their counters. Verification only where the agency does it itself. */
export function useRail(
  counters: Counters | undefined,
  current: Bucket | null,
): { label: string; groups: RailGroup[] } {
  const t = useText();
  const { workplace } = useSession();
  const verifies = workplace.organisation.hasDirectVerification || (counters?.toVerify ?? 0) > 0;
  return {
    label: t('rail.label'),
    groups: [
      {
        title: t('rail.inbox'),
        links: boxes
          .filter(({ bucket }) => bucket !== 'TO_VERIFY' || verifies)
          .map(({ bucket, icon, counter, tone }) => {
            const count = counters?.[counter];
            return {
              href: hrefOf(bucket),
              label: t(`bucket.${bucket}`),
              icon,
              current: bucket === current,
              count: count === undefined ? undefined : { value: count, tone: count > 0 ? tone : undefined },
            };
          }),
      },
    ],
  };
}
