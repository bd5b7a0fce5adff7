import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { loadReport, Officer, Report, toUserError } from '../report/graphql-index.ts';
import { MarkPresenceInput, MarkPresenceResult, PresenceMarked, ReportPresence } from './graphql.ts';
import { markPresence } from './mark-presence.ts';

@Resolver(() => Report)
export class PresenceResolver {
  @FieldResolver(() => [ReportPresence], {
    description:
      'Officers who have it open now, for officers who read it before it is published; empty for everybody else.',
  })
  async presence(@Root() report: Report, @Ctx() { loaders }: ReportsContext): Promise<ReportPresence[]> {
    if (!report.viewerMarksPresence) return [];
    return (await loaders.presence.load(report.id)).map(({ officer_id, activity, since }) =>
      Object.assign(new ReportPresence(), {
        officer: Object.assign(new Officer(), { id: officer_id }),
        activity,
        since,
      }),
    );
  }

  @Mutation(() => MarkPresenceResult, {
    description:
      'Says that the viewer has a report open: every half minute, for after 75 seconds of silence the viewer is gone. Keeps the viewer’s lease on.',
  })
  async markPresence(
    @Arg('input', () => MarkPresenceInput, { description: 'Which report, doing what.' })
    input: MarkPresenceInput,
    @Ctx() context: ReportsContext,
  ) {
    const result = await markPresence(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure);
    const { reportId } = result.value;
    context.loaders.presence.clear(reportId);
    context.loaders.lease.clear(reportId);
    return Object.assign(new PresenceMarked(), { report: await loadReport(context, reportId) });
  }
}
