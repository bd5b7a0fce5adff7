import type { FieldFault } from '@lapor/request';
import type { Policy, ReportClass, Rule } from './policy.ts';

/** Every number of the clock table (domain.md, Clocks), in its order. */
export const RULES = [
  'VERIFICATION',
  'FIRST_RESPONSE',
  'FOLLOW_UP',
  'RESOLUTION',
  'OUTER_LIMIT',
  'REPLY_TURN',
  'OMBUDSMAN',
  'OMBUDSMAN_CLARIFICATION',
  'AUTO_CLOSE',
  'POSTPONEMENT',
  'INFORMATION_PAUSE',
] as const satisfies readonly Rule[];

export const REPORT_CLASSES = [
  'INFORMATION_REQUEST',
  'ASPIRATION',
  'GRIEVANCE',
  'DISPUTE_WITHOUT_INSPECTION',
  'DISPUTE_WITH_INSPECTION',
] as const satisfies readonly ReportClass[];

/** Rules of clocks that a government or K/L owns; the others are the national desk's, for which kinds mean nothing. */
const RULES_BY_KIND: readonly Rule[] = [
  'VERIFICATION',
  'FOLLOW_UP',
  'RESOLUTION',
  'REPLY_TURN',
  'AUTO_CLOSE',
  'INFORMATION_PAUSE',
];

type Limits = Policy['limits'];

/** What is wrong with the limits of a policy; none when each rule has its number for all, and no number is there twice. */
export function faultsOf(limits: Limits, path = 'input.limits'): FieldFault[] {
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  for (const [index, { rule, reportClass, organisationKind, limit }] of limits.entries()) {
    const fault = (code: string, message: string) =>
      faults.push({ path: `${path}.${index}`, code, message: `${nameOf(rule, reportClass)}: ${message}` });
    const key = `${rule} ${reportClass} ${organisationKind ?? ''}`;
    if (seen.has(key)) fault('REPEATED', 'is there twice');
    seen.add(key);
    if ((rule === 'RESOLUTION') !== (reportClass !== null))
      fault('INVALID', 'only a resolution has a class, and always one');
    if (limit === null && rule !== 'RESOLUTION')
      fault('REQUIRED', 'only a resolution may be left to the outer limit');
    if (organisationKind && !RULES_BY_KIND.includes(rule))
      fault('INVALID', 'is the same for all kinds of organisations');
  }
  const missing = (rule: Rule, reportClass: ReportClass | null) => {
    if (seen.has(`${rule} ${reportClass} `)) return;
    faults.push({ path, code: 'REQUIRED', message: `${nameOf(rule, reportClass)}: is missing` });
  };
  for (const rule of RULES) {
    if (rule === 'RESOLUTION') for (const one of REPORT_CLASSES) missing(rule, one);
    else missing(rule, null);
  }
  return faults;
}

const nameOf = (rule: Rule, reportClass: ReportClass | null) =>
  reportClass === null ? rule : `${rule} ${reportClass}`;
