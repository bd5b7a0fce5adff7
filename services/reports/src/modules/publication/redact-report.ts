import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { sealOriginal } from '../identity/index.ts';
import {
  changeReport,
  expectedVersion,
  LIMITS,
  reportId,
  requestKey,
  typed,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';
import { noteModeration } from './note-moderation.ts';
import { limitFaults } from './redaction-limits.ts';
import { MODERATION_RULES } from './vocabulary.ts';

const optional = (limits: readonly [number, number]) =>
  typed(...limits)
    .nullish()
    .transform((value) => value ?? null);

const schema = z.object({
  reportId,
  requestKey,
  expectedVersion,
  title: optional(LIMITS.title),
  text: optional(LIMITS.text),
  reason: typed(...LIMITS.reason),
  rule: z.enum(MODERATION_RULES),
});

/** Gives a report other words for everybody who reads it; the reporter's own stay sealed, and the reporter is told why. */
export async function redactReport(deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { title, text, reason, rule, ...request } = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...request, operation: 'redact', transition: 'redact' },
    async ({ em, report, now, actor, mayAlso }) => {
      const next = { title: title ?? report.title, text: text ?? report.text };
      if (next.title === report.title && next.text === report.text)
        return {
          type: 'invalid',
          faults: [{ path: 'input.text', code: 'UNCHANGED', message: 'Nothing of it is other than before.' }],
        };
      const faults = mayAlso('redactByAnyRule')
        ? []
        : limitFaults(rule, [
            { path: 'input.title', before: report.title, after: next.title },
            { path: 'input.text', before: report.text, after: next.text },
          ]);
      if (faults.length > 0) return { type: 'invalid', faults };
      await sealOriginal(deps, em, report, now);
      Object.assign(report, next);
      await noteModeration(deps, em, report, { kind: 'TEXT_REDACTED', rule, at: now, actor });
      return { entry: { kind: 'REDACTED', text: reason, audience: 'PARTIES', reasonCode: rule } };
    },
  );
}
