import { ReadinessDeclaration, ReadinessItem } from './graphql.ts';
import type { DeclarationRow, ReadinessRow } from './repository.ts';
import { READINESS_ITEMS, type ReadinessFinding, type ReadinessItemKind, isDeclared } from './vocabulary.ts';

type Facts = { row: ReadinessRow; declarations: readonly DeclarationRow[] };

/** The whole checklist of an organisation, in the order of the enum. */
export function buildChecklist(facts: Facts): ReadinessItem[] {
  return READINESS_ITEMS.map((kind) => {
    const finding = findingOf(kind, facts);
    const declared = facts.declarations.find((row) => row.kind === kind);
    return Object.assign(new ReadinessItem(), {
      kind,
      finding,
      isMet: finding === 'MET',
      isComputed: !isDeclared(kind),
      declaration: declared ? toDeclaration(declared) : null,
    });
  });
}

function findingOf(kind: ReadinessItemKind, { row, declarations }: Facts): ReadinessFinding {
  if (row.is_met[kind]) return 'MET';
  if (kind === 'ACTIVE_ADMIN') return whatIsMissing(row.admin_progress, 'NO_ACCOUNT');
  if (kind === 'LIAISON_OFFICER') {
    return row.has_own_liaison ? 'UNITS_WITHOUT_OFFICER' : whatIsMissing(row.liaison_progress, 'NO_OFFICER');
  }
  return declarations.some((declared) => declared.kind === kind) ? 'EXPIRED' : 'NOT_DECLARED';
}

function whatIsMissing(progress: ReadinessRow['admin_progress'], nobody: ReadinessFinding): ReadinessFinding {
  if (progress === 3) return 'NO_SECOND_FACTOR';
  return progress === 2 ? 'INVITED_NOT_ACCEPTED' : nobody;
}

const toDeclaration = (row: DeclarationRow): ReadinessDeclaration =>
  Object.assign(new ReadinessDeclaration(), {
    id: row.id,
    number: row.number,
    date: row.date,
    note: row.note,
    validUntil: row.valid_until,
    declaredAt: row.declared_at,
    declaredById: row.declared_by,
  });
