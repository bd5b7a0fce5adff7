import { useSession, type PostRole } from '@lapor/staff';
import {
  bellIcon,
  chartIcon,
  checkIcon,
  clockIcon,
  doneIcon,
  editIcon,
  fileIcon,
  inboxIcon,
  keyIcon,
  listIcon,
  lockIcon,
  mailIcon,
  ombudsmanIcon,
  organisationIcon,
  overdueIcon,
  plusIcon,
  routeIcon,
  shieldIcon,
  starIcon,
  toolIcon,
  userIcon,
  usersIcon,
  type Glyph,
  type RailGroup,
  type RailLink,
} from '@lapor/ui';
import { useLocation } from 'react-router';
import { bucketOf, hrefOf, type Bucket } from '../inbox/buckets.ts';
import { countOf } from '../inbox/count-of.ts';
import { hrefOfFilter, hrefOfKept } from '../inbox/inbox-filter.ts';
import type { Counters, KeptFilter } from '../inbox/use-inbox-counters.ts';
import { useText } from './use-text.ts';

interface Box {
  bucket: Bucket;
  icon: Glyph;
  tone?: 'due';
}

const boxes: readonly Box[] = [
  { bucket: 'TO_VERIFY', icon: listIcon },
  { bucket: 'NEW', icon: bellIcon },
  { bucket: 'WAITING_FOR_US', icon: editIcon },
  { bucket: 'WAITING_FOR_CITIZEN', icon: userIcon },
  { bucket: 'OVERDUE', icon: overdueIcon, tone: 'due' },
  { bucket: 'OPEN', icon: inboxIcon },
  { bucket: 'DONE', icon: checkIcon },
];

/** What ends today or is late, in the box of all that is open. */
const DUE_TODAY = hrefOfFilter('OPEN', { tenggat: '0' });

interface RailFacts {
  counters: Counters | undefined;
  /** Reports that the Ombudsman watches; undefined while it is not known. */
  overseen: number | undefined;
  /** Answers that wait for this officer; undefined while it is not known. */
  toApprove: string | undefined;
  /** The filters that the officer keeps. */
  filters: readonly KeptFilter[];
  /** The box on the screen as it is narrowed; null on other pages. */
  shown: string | null;
}

/** The boxes with their counters, kept filters, the unit. Verification only where the agency does it itself, approval for whoever may decide. */
export function useRail({ counters, overseen, toApprove, filters, shown }: RailFacts): {
  label: string;
  groups: RailGroup[];
} {
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
  const keptShown = filters.some(({ values }) => hrefOfKept(values) === shown);
  const current = keptShown || shown === DUE_TODAY ? null : bucketOf(pathname.split('/')[2] ?? '');
  const verifies = workplace.organisation.hasDirectVerification || (counters?.toVerify ?? 0) > 0;
  const fieldWork = link('/tugas-lapangan', t('fieldWork.title'), toolIcon);
  // Whoever only goes into the field reads no report.
  if (workplace.roles.every((role) => role === 'FIELD_OFFICER'))
    return { label: t('rail.label'), groups: [{ title: t('workOrder.page'), links: [fieldWork] }] };
  return {
    label: t('rail.label'),
    groups: [
      {
        title: t('rail.inbox'),
        links: [
          ...boxes
            .filter(({ bucket }) => bucket !== 'TO_VERIFY' || verifies)
            .map(({ bucket, icon, tone }) => {
              const count = countOf(counters, bucket);
              return {
                href: hrefOf(bucket),
                label: t(`bucket.${bucket}`),
                icon,
                current: bucket === current,
                count: count === undefined ? undefined : { value: count, tone: count > 0 ? tone : undefined },
              };
            }),
          {
            href: DUE_TODAY,
            label: t('rail.dueToday'),
            icon: clockIcon,
            current: shown === DUE_TODAY && !keptShown,
          },
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
                {
                  ...link('/pengawasan', t('rail.overseen'), ombudsmanIcon),
                  count:
                    overseen === undefined
                      ? undefined
                      : { value: overseen, tone: overseen > 0 ? ('ombudsman' as const) : undefined },
                },
              ]
            : []),
          ...(worksAs('AGENCY_ADMIN', 'LIAISON_OFFICER')
            ? [link('/pengganti', t('standIn.title'), mailIcon), link('/catat', t('counter.title'), plusIcon)]
            : []),
          ...(worksAs('FIELD_OFFICER') ? [fieldWork] : []),
        ],
      },
      ...(filters.length > 0
        ? [
            {
              title: t('kept.rail'),
              links: filters.map(({ name, values }) => {
                const href = hrefOfKept(values);
                return { href, label: name, icon: starIcon, current: href === shown };
              }),
            },
          ]
        : []),
      {
        title: t('tree.railTitle'),
        links: [
          ...(worksAs('AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER')
            ? [link('/kinerja', t('unitView.title'), chartIcon)]
            : []),
          link('/unit', t('tree.unitTitle'), organisationIcon),
          link('/petugas', t('officers.title'), usersIcon),
          ...(worksAs('AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER')
            ? [link('/kesiapan', t('readiness.title'), doneIcon)]
            : []),
          link('/kategori', t('routes.title'), routeIcon),
          link('/pola', t('templates.title'), fileIcon),
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
