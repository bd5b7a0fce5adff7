import { ENTRIES, FIELDS, FILES, TEXTS, type FieldRule } from '../oracle/fields.ts';
import { person } from '../oracle/people.ts';
import { onReport, type Item, type Rule, type Subject } from '../oracle/verdicts.ts';
import { labelOf } from '../world/words.ts';
import type { Cells } from './cells.ts';
import type { Finding, Observation } from './observe.ts';

/** Conditional fields by whether somebody saw them and somebody did not: a rule that never met both shows nothing. */
export class Reach {
  private readonly shown = new Set<string>();
  private readonly hidden = new Set<string>();
  readonly types = new Set<string>();
  /** Lists that somebody found rows in: of an empty one no verdict is asked. */
  readonly filled = new Set<string>();
  note(field: string, isShown: boolean): void {
    (isShown ? this.shown : this.hidden).add(field);
  }
  /** Conditional fields that were met on one side only. */
  oneSided(fields: readonly string[]): string[] {
    return fields.filter((field) => !this.shown.has(field) || !this.hidden.has(field));
  }
}

const NO_VERDICT = 'no verdict';

/** Compares what the viewers found of a subject with the oracle's table of fields. */
export function judgeFields(
  observation: Observation,
  subject: Subject,
  placeOf: (organisationId: unknown) => string | undefined,
  cells: Cells,
  reach: Reach,
): void {
  for (const finding of observation.findings.values()) {
    const around = observation.objects.get(finding.within)!;
    reach.types.add(finding.type);
    const name = `${finding.type}.${finding.field}`;
    if (finding.kind === 'row') reach.filled.add(name);
    const known = truth(finding);
    const rule = ruleOf(finding, known, observation);
    const item = { ...around.fields, place: placeOf((around.fields.organisation as { id?: unknown })?.id) };
    for (const viewer of around.seenBy) {
      const got = finding.found.get(viewer) ?? null;
      if (rule === NO_VERDICT) {
        cells.compare(name, viewer, subject, 'a verdict in the oracle', `none for ${known}`);
      } else if (rule === 'open') {
        if (finding.kind !== 'list') cells.compare(name, viewer, subject, tell(known), tell(got));
      } else if (finding.kind === 'flag') {
        const expected = rule.judge(person(viewer), viewer, subject, item);
        reach.note(name, expected);
        cells.compare(name, viewer, subject, String(expected), String(got ?? false));
      } else if (known !== null) {
        const expected = rule.judge(person(viewer), viewer, subject, item);
        reach.note(name, expected);
        cells.compare(name, viewer, subject, tell(expected ? known : null), tell(got));
      }
    }
  }
}

/** What is there, as far as anybody saw it. */
const truth = ({ found }: Finding): string | null =>
  [...found.values()].find((value) => value !== null) ?? null;

const tell = (text: string | null): string => (text === null ? 'NOTHING' : text.slice(0, 120));

function ruleOf(
  finding: Finding,
  known: string | null,
  observation: Observation,
): FieldRule | typeof NO_VERDICT {
  const rule = FIELDS[finding.type]?.[finding.field] ?? NO_VERDICT;
  const isWords = finding.field === 'text' || finding.field === 'noProofReason';
  if (finding.type === 'HistoryEntry' && isWords && known !== null) {
    return textRule(JSON.parse(known));
  }
  if (finding.kind !== 'row') return rule;
  const row = rowAt(finding, observation);
  if (finding.field === 'history') return ENTRIES[row.kind as string] ?? NO_VERDICT;
  if (finding.field !== 'attachments') return rule;
  const byType = FILES[String(row.mediaType).split('/')[0]!];
  // What came with words is as public as these at most.
  const byWords =
    finding.type === 'HistoryEntry'
      ? textRule(observation.objects.get(finding.within)!.fields.text)
      : onReport(() => true);
  return byType && byWords !== NO_VERDICT
    ? { about: 'report', judge: (...asked) => byType.judge(...asked) && byWords.judge(...asked) }
    : NO_VERDICT;
}

const textRule = (text: unknown): Rule<boolean> | typeof NO_VERDICT =>
  (TEXTS as Record<string, Rule<boolean>>)[labelOf(String(text)) ?? ''] ?? NO_VERDICT;

/** The fields of a row, as the first who saw it saw them. */
function rowAt(finding: Finding, observation: Observation): Item {
  for (const [location, candidate] of observation.findings)
    if (candidate === finding) return observation.objects.get(location)!.fields;
  throw new Error('A row without its own fields');
}
