import { useSession, type PostRole } from '@lapor/staff';
import {
  bellIcon,
  checkIcon,
  clockIcon,
  doneIcon,
  editIcon,
  keyIcon,
  listIcon,
  lockIcon,
  mailIcon,
  ombudsmanIcon,
  organisationIcon,
  overdueIcon,
  routeIcon,
  shieldIcon,
  userIcon,
  usersIcon,
  type Glyph,
  type RailGroup,
  type RailLink,
} from '@lapor/ui';
import { useLocation } from 'react-router';
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

/** The boxes with their counters. Verification only where the agency does it itself, approval for whoever may decide. */
export function useRail(
  counters: Counters | undefined,
  current: Bucket | null,
  /** Answers that wait for this officer; undefined while it is not known. */
  toApprove: string | undefined,
): { label: string; groups: RailGroup[] } {
  const t = useText();
  const { workplace } = useSession();
  const { pathname } = useLocation();
  const manages = workplace.roles.includes('AGENCY_ADMIN');
  const isRoot = workplace.organisation.government.id === workplace.organisation.id;
  const link = (href: string, label: string, icon: Glyph): RailLink => ({
    href,
    label,
    icon,
    current: pathname === href || pathname.startsWith(`${href}/`),
  });
  const worksAs = (...roles: readonly PostRole[]) => workplace.roles.some((role) => roles.includes(role));
  const verifies = workplace.organisation.hasDirectVerification || (counters?.toVerify ?? 0) > 0;
  return {
    label: t('rail.label'),
    groups: [
      {
        title: t('rail.inbox'),
        links: [
          ...boxes
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
          ...(worksAs('AGENCY_ADMIN', 'AGENCY_HEAD')
            ? [
                {
                  ...link('/persetujuan', t('approval.nav'), doneIcon),
                  count: toApprove === undefined ? undefined : { value: toApprove },
                },
              ]
            : []),
          ...(worksAs('AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER')
            ? [
                link('/peringatan', t('warnings.title'), clockIcon),
                link('/pengawasan', t('oversight.title'), ombudsmanIcon),
              ]
            : []),
          ...(worksAs('AGENCY_ADMIN', 'LIAISON_OFFICER')
            ? [link('/pengganti', t('standIn.title'), mailIcon)]
            : []),
        ],
      },
      {
        title: t('tree.railTitle'),
        links: [
          link('/unit', t('tree.unitTitle'), organisationIcon),
          link('/petugas', t('officers.title'), usersIcon),
          ...(worksAs('AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER')
            ? [link('/kesiapan', t('readiness.title'), doneIcon)]
            : []),
          link('/kategori', t('routes.title'), routeIcon),
          ...(worksAs('AGENCY_ADMIN', 'AGENCY_HEAD') ? [link('/log', t('audit.title'), shieldIcon)] : []),
        ],
      },
      ...(manages
        ? [
            {
              title: t('rail.manage'),
              links: [
                link('/kunci', t('keys.title'), keyIcon),
                ...(isRoot ? [link('/masuk-instansi', t('provider.title'), lockIcon)] : []),
              ],
            },
          ]
        : []),
    ],
  };
}
