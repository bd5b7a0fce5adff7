import { startOfLocalDate, type LocalDate } from '@lapor/working-days';
import type { StepKind } from '@lapor/events';

/** Reports of which a step ended so; all given conditions are of one and the same step. */
export interface StepFilter {
  stepOnTime?: boolean | null;
  stepKind?: StepKind | null;
  /** First day, at Jakarta, on which it ended. */
  stepFrom?: LocalDate | null;
  stepUntil?: LocalDate | null;
  /** Whose step it was: this organisation, or one below it. */
  stepOfId?: string | null;
}

const ZONE = 'Asia/Jakarta';
const dayAfter = (day: LocalDate): LocalDate =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** A condition on `report r`; none when nothing of steps is asked. */
export function stepConditions(
  { stepOnTime, stepKind, stepFrom, stepUntil, stepOfId }: StepFilter,
  parameter: (value: unknown) => string,
): string[] {
  const step: string[] = [];
  // Written out, so that the index of late steps is found.
  if (typeof stepOnTime === 'boolean') step.push(stepOnTime ? 't.is_on_time' : 'not t.is_on_time');
  if (stepKind) step.push(`t.kind = ${parameter(stepKind)}`);
  if (stepFrom) step.push(`t.ended_at >= ${parameter(startOfLocalDate(stepFrom, ZONE))}::timestamptz`);
  if (stepUntil)
    step.push(`t.ended_at < ${parameter(startOfLocalDate(dayAfter(stepUntil), ZONE))}::timestamptz`);
  if (stepOfId) step.push(`t.path @> array[${parameter(stepOfId)}]`);
  return step.length === 0
    ? []
    : [`r.id in (select t.report_id from report_step t where ${step.join(' and ')})`];
}
