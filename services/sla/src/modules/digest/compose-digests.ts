import type { PostRole } from '@lapor/viewer';
import { LEVELS, WARNING_KINDS, type WarningKind, type WarningLevel } from '../warning/vocabulary.ts';
import type { PostHolder } from './post-holders.ts';

/** What stands of one unit: reports by their gravest warning, confidential ones apart. */
export interface Standing {
  /** `null`: the national desk. */
  organisationId: string | null;
  /** From the root of the government to the unit. */
  path: readonly string[];
  isConfidential: boolean;
  kind: WarningKind;
  count: number;
  /** When the newest of them was noted. */
  newestAt: Date;
  /** The newest, at most `LINES_AT_MOST`. */
  lines: readonly DigestLine[];
}

/** Never a word of the report. */
export interface DigestLine {
  /** Public number; `null` of a report that only older events have told of. */
  number: string | null;
  clockKind: string;
  kind: WarningKind;
  dueOn: string;
  at: Date;
}

/** One officer's morning. */
export interface Digest {
  officerId: string;
  console: 'agency' | 'national';
  counts: Record<WarningKind, number>;
  lines: DigestLine[];
  newestAt: Date;
}

export const LINES_AT_MOST = 20;

/** Who is told on each level. */
const ROLES: Record<WarningLevel, PostRole> = {
  UNIT: 'LIAISON_OFFICER',
  ADMIN: 'AGENCY_ADMIN',
  HEAD: 'AGENCY_HEAD',
};

/** Roles that digests go to; the desk's own warnings go to its admins, wherever their post is. */
export const DIGEST_ROLES: readonly PostRole[] = Object.values(ROLES);

/**
 * One digest for each officer concerned, whatever posts the officer holds. A unit without liaison officers is its admin's; of admin and
 * head the nearest level that has one is told. Of confidential reports only officers of the handling organisation itself.
 */
export function composeDigests(
  standing: readonly Standing[],
  holders: readonly PostHolder[],
  desk: readonly PostHolder[],
): Digest[] {
  const byPlace = Map.groupBy(holders, ({ role, organisationId }) => `${role} ${organisationId}`);
  const at = (role: PostRole, organisationId: string) => byPlace.get(`${role} ${organisationId}`) ?? [];
  const nearest = (role: PostRole, path: readonly string[]) => {
    for (const organisationId of path.toReversed()) {
      const found = at(role, organisationId);
      if (found.length > 0) return found;
    }
    return [];
  };
  const toldOf = ({ organisationId, path, isConfidential, kind }: Standing): readonly PostHolder[] => {
    if (organisationId === null) return desk;
    const reach = isConfidential ? [organisationId] : path;
    return LEVELS[kind].flatMap((level) => {
      if (level !== 'UNIT') return nearest(ROLES[level], reach);
      const unit = at(ROLES.UNIT, organisationId);
      return unit.length > 0 ? unit : nearest(ROLES.ADMIN, reach);
    });
  };

  const concerned = new Map<string, Set<Standing>>();
  for (const one of standing)
    for (const { officerId } of toldOf(one)) {
      const known = concerned.get(officerId);
      if (known) known.add(one);
      else concerned.set(officerId, new Set([one]));
    }
  return [...concerned].map(([officerId, rows]) => digestOf(officerId, [...rows]));
}

function digestOf(officerId: string, rows: readonly Standing[]): Digest {
  const counts: Record<WarningKind, number> = { HALF: 0, LAST_DAY: 0, BREACH: 0 };
  for (const { kind, count } of rows) counts[kind] += count;
  const gravity = ({ kind }: DigestLine) => WARNING_KINDS.indexOf(kind);
  return {
    officerId,
    console: rows.some(({ organisationId }) => organisationId === null) ? 'national' : 'agency',
    counts,
    lines: rows
      .flatMap(({ lines }) => lines)
      .sort((a, b) => gravity(b) - gravity(a) || b.at.getTime() - a.at.getTime())
      .slice(0, LINES_AT_MOST),
    newestAt: new Date(Math.max(...rows.map(({ newestAt }) => newestAt.getTime()))),
  };
}
