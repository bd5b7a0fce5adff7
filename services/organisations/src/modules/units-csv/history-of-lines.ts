import type { Fact, PlannedEntry } from '../change/index.ts';
import type { PlannedLine } from './plan-units.ts';

const headFields = ['headTitle', 'headName', 'headEmail', 'headAddress'];
/** What history keeps no values of: others read it than read the contact. */
const contactsOfHead = ['headEmail', 'headAddress'];

/** The rows of history of one line: one for each kind of change that it makes. */
export function entriesOf({ present, wanted, facts }: PlannedLine): PlannedEntry[] {
  const organisationId = wanted.id;
  const kept = facts.map((fact): Fact =>
    contactsOfHead.includes(fact.field) ? { ...fact, before: null, after: null } : fact,
  );
  if (present === null) return [{ organisationId, kind: 'CREATED', facts: kept }];
  const of = (...fields: string[]) => kept.filter(({ field }) => fields.includes(field));
  const parts: PlannedEntry[] = [
    { organisationId, kind: 'RENAMED', facts: of('name', 'acronym') },
    { organisationId, kind: 'MOVED', facts: of('parentId') },
    {
      organisationId,
      kind: 'DETAILS_CHANGED',
      facts: of('regionCode', 'unitKeys', 'address', 'phone', 'email', 'website'),
    },
    { organisationId, kind: 'HEAD_CHANGED', facts: of(...headFields) },
    { organisationId, kind: present.status === 'ACTIVE' ? 'RETIRED' : 'RESTORED', facts: of('status') },
  ];
  return parts.filter((part) => part.facts.length > 0);
}
