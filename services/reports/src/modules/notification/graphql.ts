import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { answerChange, ChangeReportResult } from '../report/graphql-index.ts';
import { findReports, may, plain, policyFacts, reportId as reportIdShape } from '../report/index.ts';
import { setNotificationSettings } from './set-news.ts';

@InputType({ description: 'Which mails the reporter wants about one report.' })
export class SetNotificationSettingsInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => Boolean, {
    description:
      'Whether steps and answers are told by mail. Missing data, a revealed identity, the end and an archiving always are.',
  })
  wantsNews!: boolean;
}

@ObjectType({ description: 'Which mails the reporter gets about one report.' })
export class NotificationSettings {
  @Field(() => Boolean, { description: 'Whether steps and answers are told by mail.' }) wantsNews!: boolean;
  @Field(() => Boolean, { description: 'Whether there is an address or an account to write to at all.' })
  canBeReached!: boolean;
}

@Resolver()
export class NotificationResolver {
  @Query(() => NotificationSettings, {
    nullable: true,
    description: 'Which mails the reporter gets about a report; null for everybody else.',
  })
  async notificationSettings(
    @Ctx() { database, deps, viewer }: ReportsContext,
    @Arg('reportId', () => ID, { description: 'The report.' }) reportId: string,
  ): Promise<NotificationSettings | null> {
    const id = reportIdShape.safeParse(plain(reportId));
    const [row] = id.success ? await findReports(database, [id.data]) : [];
    if (!row || !may(viewer, policyFacts(row, viewer, deps), 'setNotifications')) return null;
    const [settings] = await database.query<{ muted: boolean }>(
      'notifications-muted',
      'select notifications_muted as muted from report where id = $1',
      [row.id],
    );
    return Object.assign(new NotificationSettings(), {
      wantsNews: !settings?.muted,
      canBeReached: row.has_identity,
    });
  }

  @Mutation(() => ChangeReportResult, { description: 'Turns the mails about a report off, or on again.' })
  async setNotificationSettings(
    @Arg('input', () => SetNotificationSettingsInput, { description: 'Which report, and what is wanted.' })
    input: SetNotificationSettingsInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await setNotificationSettings(context.deps, input, context.viewer));
  }
}
