import { ENTRIES, FIELDS, FILES, TEXTS, type FieldRule } from '../oracle/fields.ts';
import { person } from '../oracle/people.ts';
import { onReport, type Item, type Rule, type Subject } from '../oracle/verdicts.ts';
import { labelOf } from '../world/words.ts';
import type { Cells } from './cells.ts';
import type { Observation, Place } from './observe.ts';

/** Conditional fields by whether somebody saw them and somebody did not: a rule that never met both shows nothing. */
export class Reach {
  private readonly shown = new Set<string>();
  private readonly hidden = new Set<string>();
  readonly types = new Set<string>();
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
  for (const place of observation.places.values()) {
    const around = observation.objects.get(place.within)!;
    reach.types.add(place.type);
    const name = `${place.type}.${place.field}`;
    const known = truth(place);
    const rule = ruleOf(place, known, observation);
    const item = { ...around.fields, place: placeOf((around.fields.organisation as { id?: unknown })?.id) };
    for (const viewer of around.seenBy) {
      const got = place.found.get(viewer) ?? null;
      if (rule === NO_VERDICT) {
        cells.compare(name, viewer, subject, 'a verdict in the oracle', `none for ${known}`);
      } else if (rule === 'open') {
        if (place.kind !== 'list') cells.compare(name, viewer, subject, tell(known), tell(got));
      } else if (place.kind === 'flag') {
        const expected = rule.judge(person(viewer), viewer, subject, item);
        reach.note(name, expected);
        cells.compare(name, viewer, subject, String(expected), String(got));
      } else if (known !== null) {
        const expected = rule.judge(person(viewer), viewer, subject, item);
        reach.note(name, expected);
        cells.compare(name, viewer, subject, tell(expected ? known : null), tell(got));
      }
    }
  }
}

/** What is there, as far as anybody saw it. */
const truth = ({ found }: Place): string | null =>
  [...found.values()].find((value) => value !== null) ?? null;

const tell = (text: string | null): string => (text === null ? 'NOTHING' : text.slice(0, 120));

function ruleOf(place: Place, known: string | null, observation: Observation): FieldRule | typeof NO_VERDICT {
  const rule = FIELDS[place.type]?.[place.field] ?? NO_VERDICT;
  if (place.type === 'HistoryEntry' && place.field === 'text' && known !== null) {
    return textRule(JSON.parse(known));
  }
  if (place.kind !== 'row') return rule;
  const row = rowAt(place, observation);
  if (place.field === 'history') return ENTRIES[row.kind as string] ?? 'open';
  if (place.field !== 'attachments') return rule;
  const byType = FILES[String(row.mediaType).split('/')[0]!];
  // What came with words is as public as these at most.
  const byWords =
    place.type === 'HistoryEntry'
      ? textRule(observation.objects.get(place.within)!.fields.text)
      : onReport(() => true);
  return byType && byWords !== NO_VERDICT
    ? { about: 'report', judge: (...asked) => byType.judge(...asked) && byWords.judge(...asked) }
    : NO_VERDICT;
}

const textRule = (text: unknown): Rule<boolean> | typeof NO_VERDICT =>
  (TEXTS as Record<string, Rule<boolean>>)[labelOf(String(text)) ?? ''] ?? NO_VERDICT;

/** The fields of a row, as the first who saw it saw them. */
function rowAt(place: Place, observation: Observation): Item {
  for (const [location, candidate] of observation.places)
    if (candidate === place) return observation.objects.get(location)!.fields;
  throw new Error('A row without its own fields');
}
