import { OFFICER_NAMES } from '../oracle/officers.ts';
import { PLACE_SUBJECTS } from '../oracle/places.ts';
import { REPORT_NAMES } from '../oracle/reports.ts';
import type { Rule, Subject } from '../oracle/verdicts.ts';

const NAMES = {
  report: REPORT_NAMES,
  place: PLACE_SUBJECTS,
  officer: OFFICER_NAMES,
  anything: [''],
} as const;

/** What a rule is asked about: the ones that it names, else all of their kind. */
export const subjectsOf = ({ about, only }: Rule<unknown>): Subject[] =>
  (only ?? NAMES[about]).map((name) => ({ kind: about, name }));
