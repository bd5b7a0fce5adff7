import { isKey, isTurnedAway, person, type Person, type PersonName } from './people.ts';
import { officerFacts, type OfficerFacts, type OfficerName } from './officers.ts';
import type { Place } from './places.ts';
import { report, type ReportFacts, type ReportName } from './reports.ts';

/** What an outsider can tell of a query: something, nothing (null, empty, without the subject), or a refused credential (401). */
export type QueryVerdict = 'DATA' | 'NOTHING' | 'TURNED_AWAY';
/**
 * What an outsider can tell of a mutation. REFUSED: allowed, but not for this subject as it stands. FORBIDDEN: a key that may
 * only read. NOT_FOUND looks the same for what is not there and what is not allowed.
 */
export type MutationVerdict = 'DONE' | 'REFUSED' | 'NOT_FOUND' | 'FORBIDDEN' | 'TURNED_AWAY';

/** What a field is asked about: a kind of report, an organisation, an officer, or nothing in particular. */
export type SubjectKind = 'report' | 'place' | 'officer' | 'anything';
export interface Subject {
  kind: SubjectKind;
  name: string;
}

/** A row within the subject's answer, such as a post of an officer: its own fields, and the place of its organisation. */
export type Item = Readonly<Record<string, unknown>>;
export type Judge<Result> = (viewer: Person, name: PersonName, subject: Subject, item: Item) => Result;
export interface Rule<Result> {
  about: SubjectKind;
  /** Only these of its kind; all when absent. */
  only?: readonly string[];
  judge: Judge<Result>;
}

/** One condition on the viewer and the subject. */
export const onReport = <Result>(
  judge: (viewer: Person, report: ReportFacts, reportName: ReportName, name: PersonName) => Result,
  only?: readonly ReportName[],
): Rule<Result> => ({
  about: 'report',
  ...(only ? { only } : {}),
  judge: (viewer, name, subject) =>
    judge(viewer, report(subject.name as ReportName), subject.name as ReportName, name),
});
export const onPlace = <Result>(
  judge: (viewer: Person, place: Place) => Result,
  only?: readonly Place[],
): Rule<Result> => ({
  about: 'place',
  ...(only ? { only } : {}),
  judge: (viewer, _name, subject) => judge(viewer, subject.name as Place),
});
export const onOfficer = <Result>(
  judge: (viewer: Person, officer: OfficerFacts, name: PersonName) => Result,
  only?: readonly OfficerName[],
): Rule<Result> => ({
  about: 'officer',
  ...(only ? { only } : {}),
  judge: (viewer, name, subject) => judge(viewer, officerFacts(subject.name as OfficerName), name),
});
export const onAnything = <Result>(judge: (viewer: Person, name: PersonName) => Result): Rule<Result> => ({
  about: 'anything',
  judge: (viewer, name) => judge(viewer, name),
});

/** The verdict on a query; a refused credential gets nothing at all, not even what is public. */
export const queryVerdict = (rule: Rule<boolean>, name: PersonName, subject: Subject): QueryVerdict =>
  isTurnedAway(person(name))
    ? 'TURNED_AWAY'
    : rule.judge(person(name), name, subject, {})
      ? 'DATA'
      : 'NOTHING';

/** The verdict on a mutation; a key that may only read changes nothing, whatever it carries. */
export function mutationVerdict(
  rule: Rule<MutationVerdict>,
  name: PersonName,
  subject: Subject,
): MutationVerdict {
  const viewer = person(name);
  if (isTurnedAway(viewer)) return 'TURNED_AWAY';
  if (isKey(viewer) && !viewer.scopes.includes('graph:write')) return 'FORBIDDEN';
  return rule.judge(viewer, name, subject, {});
}
