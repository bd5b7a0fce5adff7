import { DIFFERENCES } from '../oracle/differences.ts';
import type { PersonName } from '../oracle/people.ts';
import type { Subject } from '../oracle/verdicts.ts';

/** Differences that some cell has met so far, in all tests. */
export const metDifferences = new Set<string>();

/** What was compared, and what did not agree. */
export class Cells {
  count = 0;
  /** Cells that differ as the list of differences says. */
  awaited = 0;
  readonly faults: string[] = [];

  /** One cell: a field, a viewer and a subject. */
  compare(field: string, viewer: PersonName, subject: Subject, expected: string, got: string): void {
    this.count += 1;
    if (expected === got) return;
    const listed = DIFFERENCES.find(({ viewers, fields }) => viewers.includes(viewer) && fields.test(field));
    if (listed) {
      metDifferences.add(listed.why);
      this.awaited += 1;
    } else {
      this.faults.push(`${field}: "${viewer}" on ${describe(subject)}: expected ${expected}, got ${got}`);
    }
  }
}

const describe = ({ kind, name }: Subject): string =>
  kind === 'anything' ? 'anything' : `${kind} "${name}"`;
