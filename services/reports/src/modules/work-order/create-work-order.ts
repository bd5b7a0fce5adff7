import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { localDateAt } from '@lapor/working-days';
import { findOfficers } from '../officer/index.ts';
import {
  boundKey,
  givenId,
  LIMITS,
  reportId,
  requestKey,
  typed,
  validate,
  workOnReport,
  type FieldFault,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { copiesFrom, namesSomebody } from './narrative.ts';
import { isForFieldOfficer } from './policy.ts';
import { WORK_ORDER_COLUMNS, type WorkOrderRow } from './repository.ts';
import { WORK_ORDER_DAYS, workOrderExpiry } from './vocabulary.ts';

const schema = z.object({
  reportId,
  requestKey,
  organisationId: givenId(100),
  task: typed(10, 1_000),
  placeText: typed(3, LIMITS.place),
  point: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullish()
    .transform((value) => value ?? null),
  dueOn: z.iso.date(),
  fieldOfficerId: givenId(100)
    .nullish()
    .transform((value) => value ?? null),
});

/** Unlike a report number, and easy to read out. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const newNumber = (): string =>
  `SPK-${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;

/**
 * Sends somebody into the field with a place and a task. Nothing of the narrative goes along (a real leak happened that way):
 * words that a citizen wrote, or that name somebody, are refused.
 */
export async function createWorkOrder(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ reportId: string; order: WorkOrderRow }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const order = valid.value;
  const { reportId: id, organisationId, requestKey: key } = order;
  return workOnReport<{ reportId: string; order: WorkOrderRow }>(
    deps,
    viewer,
    { reportId: id, operation: 'orderWork', organisationId },
    async ({ em, report, assignments, now }) => {
      const ownKey = key && boundKey(viewer, 'createWorkOrder', key);
      if (ownKey) {
        const [earlier] = await em.execute<WorkOrderRow[]>(
          `select ${WORK_ORDER_COLUMNS} from work_order w where w.report_id = ? and w.request_key = ?`,
          [id, ownKey],
        );
        if (earlier) return { value: { reportId: id, order: earlier } };
      }
      if (report.state !== 'DISPOSED' && report.state !== 'IN_PROGRESS')
        return { type: 'refused', code: 'WRONG_STATE', state: report.state };
      const unit = assignments.find((running) => running.organisationId === organisationId)!;
      const lastMoment = new Date(now.getTime() + WORK_ORDER_DAYS * 86_400_000);
      const faults: FieldFault[] = [];
      for (const field of ['task', 'placeText'] as const) {
        const path = `input.${field}`;
        if (namesSomebody(order[field]))
          faults.push({
            path,
            code: 'PERSONAL_DATA',
            message: 'No phone number, NIK or mail address in a work order.',
          });
        else if (copiesFrom(order[field], `${report.title}\n${report.text}`))
          faults.push({
            path,
            code: 'COPIES_NARRATIVE',
            message: 'Say in words of your own what is to be done: the report is not for the field.',
          });
      }
      if (order.dueOn < localDateAt(now, unit.timeZone))
        faults.push({ path: 'input.dueOn', code: 'IN_THE_PAST', message: 'The day must not be past.' });
      else if (order.dueOn > localDateAt(lastMoment, unit.timeZone))
        faults.push({
          path: 'input.dueOn',
          code: 'TOO_LATE',
          message: `A work order is for a day within the next ${WORK_ORDER_DAYS} days.`,
        });
      const { fieldOfficerId } = order;
      if (fieldOfficerId !== null) {
        const officer = (await findOfficers(em, [fieldOfficerId], now)).get(fieldOfficerId);
        if (!officer || !isForFieldOfficer(officer, { id: '', organisationId, fieldOfficerId }))
          faults.push({
            path: 'input.fieldOfficerId',
            code: 'NOT_FOUND',
            message: 'No such field officer works at this unit.',
          });
      }
      if (faults.length > 0) return { type: 'invalid', faults };
      const workOrderId = deps.newId();
      const [written] = await em.execute<WorkOrderRow[]>(
        `insert into work_order as w (id, number, report_id, organisation_id, task, place_text, location, due_on, field_officer_id, created_at, expires_at, request_key)
         values (?, ?, ?, ?, ?, ?, ?::point, ?, ?, ?, ?, ?) returning ${WORK_ORDER_COLUMNS}`,
        [
          workOrderId,
          newNumber(),
          id,
          organisationId,
          order.task,
          order.placeText,
          order.point && `(${order.point.longitude},${order.point.latitude})`,
          order.dueOn,
          fieldOfficerId,
          now.toISOString(),
          workOrderExpiry({ dueOn: order.dueOn, timeZone: unit.timeZone }).toISOString(),
          ownKey,
        ],
      );
      return {
        value: { reportId: id, order: written! },
        action: 'WORK_ORDER_CREATED',
        facts: { workOrderId },
      };
    },
  );
}
