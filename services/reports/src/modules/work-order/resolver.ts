import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { decodeCursor, encodeCursor, pageOf } from '@lapor/subgraph';
import type { ReportsContext } from '../../context.ts';
import { signAttachmentUrl } from '../attachment/index.ts';
import {
  Attachment,
  GeoPoint,
  loadReport,
  Officer,
  Organisation,
  pageSize,
  Report,
  toUserError,
} from '../report/graphql-index.ts';
import { about, may, policyFacts, reportId as uuid, type Result } from '../report/index.ts';
import { createWorkOrder } from './create-work-order.ts';
import {
  AddWorkOrderEvidenceInput,
  CancelWorkOrderInput,
  CreateWorkOrderInput,
  CreateWorkOrderResult,
  FinishWorkOrderInput,
  OpenWorkOrderInput,
  OpenWorkOrderResult,
  WorkOrder,
  WorkOrderChanged,
  WorkOrderConnection,
  WorkOrderCreated,
  WorkOrderEvidence,
  WorkOrderOpened,
  WorkOrderResult,
} from './graphql.ts';
import { openWorkOrder } from './open-work-order.ts';
import { fieldOrganisations, isForFieldOfficer, opensByLink } from './policy.ts';
import { findWorkOrders, listFieldOrders, type WorkOrderRow } from './repository.ts';
import { workOrderPath, workOrderToken } from './token.ts';
import { workOrderState } from './vocabulary.ts';
import { addWorkOrderEvidence, cancelWorkOrder, finishWorkOrder } from './work-on-order.ts';

@Resolver(() => Report)
export class WorkOrderResolver {
  @FieldResolver(() => [WorkOrder], {
    description:
      'Work orders of units for which the viewer handles the report, newest first; empty for others.',
  })
  async workOrders(@Root() report: Report, @Ctx() context: ReportsContext): Promise<WorkOrder[]> {
    if (!report.viewerOrdersWork) return [];
    const rows = await context.loaders.workOrders.load(report.id);
    const handled = await Promise.all(
      rows.map((row) => handles(context, row.report_id, row.organisation_id)),
    );
    return rows.filter((_, index) => handled[index]).map(toWorkOrder(context));
  }

  @Query(() => WorkOrder, {
    nullable: true,
    description:
      'A work order, for the handlers, the field officer whose it is, and whoever opened its link.',
  })
  async workOrder(
    @Ctx() context: ReportsContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<WorkOrder | null> {
    const [row] = uuid.safeParse(id).success ? await findWorkOrders(context.database, [id]) : [];
    return row && (await reads(context, row)) ? toWorkOrder(context)(row) : null;
  }

  @Query(() => WorkOrderConnection, {
    description:
      'Work orders for the viewer as a field officer: open ones by day, or all, the latest day first.',
  })
  async myWorkOrders(
    @Ctx() context: ReportsContext,
    @Arg('openOnly', () => Boolean, { defaultValue: true, description: 'Only those that are open.' })
    openOnly: boolean,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<WorkOrderConnection> {
    const { database, viewer, deps } = context;
    const size = pageSize(first);
    const organisationIds = fieldOrganisations(viewer);
    const rows =
      organisationIds.length > 0 && viewer.accountId
        ? await listFieldOrders(
            database,
            {
              organisationIds,
              officerId: viewer.accountId,
              openOnly,
              now: deps.clock.now(),
              limit: size + 1,
            },
            positionOf(after),
          )
        : [];
    return pageOf(rows, size, (row) => encodeCursor(row.due_on, row.id), toWorkOrder(context));
  }

  @Mutation(() => CreateWorkOrderResult, {
    description: 'Sends somebody into the field with a place and a task; for those who handle the report.',
  })
  async createWorkOrder(
    @Arg('input', () => CreateWorkOrderInput, { description: 'A place and a task.' })
    input: CreateWorkOrderInput,
    @Ctx() context: ReportsContext,
  ) {
    const result = await createWorkOrder(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure);
    const { reportId, order } = result.value;
    context.loaders.workOrders.clear(reportId);
    return Object.assign(new WorkOrderCreated(), {
      report: await loadReport(context, reportId),
      workOrder: toWorkOrder(context)(order),
      path: workOrderPath(workOrderToken(context.deps.workOrderSecret, order.id)),
    });
  }

  @Mutation(() => OpenWorkOrderResult, { description: 'Opens a work order by its link.' })
  async openWorkOrder(
    @Arg('input', () => OpenWorkOrderInput, { description: 'The link.' }) input: OpenWorkOrderInput,
    @Ctx() context: ReportsContext,
  ) {
    const result = await openWorkOrder(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure);
    const { order, grant, expiresAt } = result.value;
    return Object.assign(new WorkOrderOpened(), {
      workOrder: toWorkOrder(context)(order),
      grant,
      grantExpiresAt: expiresAt,
    });
  }

  @Mutation(() => WorkOrderResult, {
    description: 'Brings a word and photos from the field; for whoever was sent and for the handlers.',
  })
  async addWorkOrderEvidence(
    @Arg('input', () => AddWorkOrderEvidenceInput, { description: 'What was seen or done.' })
    input: AddWorkOrderEvidenceInput,
    @Ctx() context: ReportsContext,
  ) {
    return toResult(context, await addWorkOrderEvidence(context.deps, input, context.viewer));
  }

  @Mutation(() => WorkOrderResult, {
    description: 'Says that the work is done; for whoever was sent and for the handlers.',
  })
  async finishWorkOrder(
    @Arg('input', () => FinishWorkOrderInput, { description: 'Which one.' }) input: FinishWorkOrderInput,
    @Ctx() context: ReportsContext,
  ) {
    return toResult(context, await finishWorkOrder(context.deps, input, context.viewer));
  }

  @Mutation(() => WorkOrderResult, {
    description: 'Calls a work order back; its link opens nothing any more.',
  })
  async cancelWorkOrder(
    @Arg('input', () => CancelWorkOrderInput, { description: 'Which one.' }) input: CancelWorkOrderInput,
    @Ctx() context: ReportsContext,
  ) {
    return toResult(context, await cancelWorkOrder(context.deps, input, context.viewer));
  }
}

@Resolver(() => WorkOrder)
export class WorkOrderFieldResolver {
  @FieldResolver(() => [WorkOrderEvidence], { description: 'What was brought from the field, oldest first.' })
  async evidence(@Root() order: WorkOrder, @Ctx() context: ReportsContext): Promise<WorkOrderEvidence[]> {
    const { loaders, deps, viewer } = context;
    const showsScan = await handles(context, order.reportId, order.organisation.id);
    const now = deps.clock.now();
    return (await loaders.workOrderEvidence.load(order.id)).map((row) =>
      Object.assign(new WorkOrderEvidence(), {
        id: row.id,
        at: row.at,
        note: row.note,
        officer:
          row.officer_id === null || viewer.kind !== 'officer'
            ? null
            : Object.assign(new Officer(), { id: row.officer_id }),
        files: (row.files ?? []).map(({ hasThumbnail, ...file }) =>
          Object.assign(new Attachment(), {
            ...file,
            // What a scanner said is for officers who read the report.
            scanState: showsScan ? file.scanState : null,
            isSealedAway: file.scanState === 'INFECTED',
            url: signAttachmentUrl(deps.lookupSecret, file.id, now),
            thumbnailUrl:
              hasThumbnail && file.scanState !== 'INFECTED'
                ? signAttachmentUrl(deps.lookupSecret, file.id, now, '/thumbnail')
                : null,
          }),
        ),
      }),
    );
  }
}

/** Whether the viewer handles the report of an order for its unit. */
async function handles(
  { loaders, viewer, deps }: ReportsContext,
  reportId: string,
  organisationId: string,
): Promise<boolean> {
  const report = await loaders.report.load(reportId);
  return (
    report !== null && may(viewer, about(policyFacts(report, viewer, deps), organisationId), 'orderWork')
  );
}

async function reads(context: ReportsContext, row: WorkOrderRow): Promise<boolean> {
  const { viewer, deps } = context;
  const facts = { id: row.id, organisationId: row.organisation_id, fieldOfficerId: row.field_officer_id };
  if (isForFieldOfficer(viewer, facts)) return true;
  const state = workOrderState({ endState: row.end_state, expiresAt: row.expires_at }, deps.clock.now());
  if (opensByLink(viewer, facts) && (state === 'OPEN' || state === 'DONE')) return true;
  return handles(context, row.report_id, row.organisation_id);
}

async function toResult(context: ReportsContext, result: Result<{ workOrderId: string }>): Promise<object> {
  if (!result.ok) return toUserError(result.failure);
  const { workOrderId } = result.value;
  context.loaders.workOrderEvidence.clear(workOrderId);
  const [row] = await findWorkOrders(context.database, [workOrderId]);
  return Object.assign(new WorkOrderChanged(), { workOrder: toWorkOrder(context)(row!) });
}

/** A cursor that is none of ours begins anew. */
function positionOf(cursor: string | null): { dueOn: string; id: string } | null {
  const [dueOn, id] = decodeCursor(cursor) ?? [];
  return typeof dueOn === 'string' && /^\d{4}-\d\d-\d\d$/.test(dueOn) && uuid.safeParse(id).success
    ? { dueOn, id: id as string }
    : null;
}

const toWorkOrder =
  ({ deps, viewer }: ReportsContext) =>
  (row: WorkOrderRow): WorkOrder =>
    Object.assign(new WorkOrder(), {
      id: row.id,
      reportId: row.report_id,
      number: row.number,
      organisation: Object.assign(new Organisation(), { id: row.organisation_id }),
      task: row.task,
      placeText: row.place_text,
      point:
        row.location &&
        Object.assign(new GeoPoint(), { latitude: row.location.y, longitude: row.location.x }),
      dueOn: row.due_on,
      fieldOfficer:
        row.field_officer_id === null || viewer.kind !== 'officer'
          ? null
          : Object.assign(new Officer(), { id: row.field_officer_id }),
      state: workOrderState(
        { endState: row.end_state, expiresAt: new Date(row.expires_at) },
        deps.clock.now(),
      ),
      // The ORM's own connection gives an instant as text.
      createdAt: new Date(row.created_at),
      expiresAt: new Date(row.expires_at),
    });
