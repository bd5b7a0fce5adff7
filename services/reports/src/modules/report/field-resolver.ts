import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { asksFor } from '@lapor/subgraph';
import type { ReportsContext } from '../../context.ts';
import { Category, toCategory } from '../category/index.ts';
import { Attachment } from './attachment-graphql.ts';
import { Report } from './graphql.ts';
import { HistoryEntry, IdentityReveal } from './history-graphql.ts';
import { Organisation } from './references-graphql.ts';
import { fileUrls, toAttachments, toHistory } from './history-mapper.ts';

@Resolver(() => Report)
export class ReportFieldResolver {
  @FieldResolver(() => Category, { nullable: true, description: 'What it is about.' })
  async category(@Root() report: Report, @Ctx() { loaders }: ReportsContext): Promise<Category | null> {
    const row = report.categoryId === null ? null : await loaders.category.load(report.categoryId);
    return row && toCategory(row);
  }

  @FieldResolver(() => [Attachment], { description: 'Files that came with it.' })
  async attachments(
    @Root() report: Report,
    @Ctx() { loaders, viewer, deps }: ReportsContext,
  ): Promise<Attachment[]> {
    const rows = await loaders.attachments.load(report.id);
    return toAttachments(
      rows.filter(({ history_id }) => history_id === null),
      report,
      viewer,
      fileUrls(deps.lookupSecret, deps.clock.now()),
    );
  }

  @FieldResolver(() => [HistoryEntry], { description: 'What happened, newest first; the 200 latest.' })
  async history(
    @Root() report: Report,
    @Ctx() { loaders, viewer, deps }: ReportsContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HistoryEntry[]> {
    const [rows, attachments] = await Promise.all([
      loaders.history.load(report.id),
      asksFor(info, 'attachments') ? loaders.attachments.load(report.id) : [],
    ]);
    return toHistory(rows, attachments, report, viewer, fileUrls(deps.lookupSecret, deps.clock.now()));
  }

  @FieldResolver(() => [IdentityReveal], {
    nullable: true,
    description: 'Who has read the identity; for the reporter only.',
  })
  async identityReveals(
    @Root() report: Report,
    @Ctx() { loaders }: ReportsContext,
  ): Promise<IdentityReveal[] | null> {
    if (!report.viewerIsReporter) return null;
    return (await loaders.reveals.load(report.id)).map((row) =>
      Object.assign(new IdentityReveal(), {
        at: row.at,
        reason: row.reason,
        organisation:
          row.organisation_id === null
            ? null
            : Object.assign(new Organisation(), { id: row.organisation_id }),
      }),
    );
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer said "saya juga mengalami".' })
  viewerHasSupported(@Root() report: Report, @Ctx() { loaders }: ReportsContext): boolean | Promise<boolean> {
    // Nobody supports the own report: nothing to look up.
    return report.viewerIsReporter ? false : loaders.supported.load(report.id);
  }
}
