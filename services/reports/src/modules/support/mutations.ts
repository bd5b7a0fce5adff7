import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import type { AuditAction } from '../audit/index.ts';
import { answerChange, ChangeReportResult } from '../report/graphql-index.ts';
import { changeSupport, type SupportChange } from './change-support.ts';
import { support } from './support-report.ts';
import { withdrawSupport } from './withdraw-support.ts';

@InputType({ description: 'Support for a report.' })
export class SupportReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated request with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'Support that is taken back.' })
export class WithdrawSupportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'A UUID made by the device: a repeated request with the same key changes nothing, even if the viewer supports the report again by then.',
  })
  requestKey?: string | null;
}

@Resolver()
export class SupportMutations {
  @Mutation(() => ChangeReportResult, { description: '"Saya juga mengalami": counts once per person.' })
  supportReport(
    @Arg('input', () => SupportReportInput, { description: 'Which report.' }) input: SupportReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return make(context, input, 'SUPPORTED', support);
  }

  @Mutation(() => ChangeReportResult, {
    description:
      'Takes back "saya juga mengalami"; without it nothing changes. Whoever said it without an account can take it back from the same network on the same day, as long as `viewerHasSupported`.',
  })
  withdrawSupport(
    @Arg('input', () => WithdrawSupportInput, { description: 'Which report.' }) input: WithdrawSupportInput,
    @Ctx() context: ReportsContext,
  ) {
    return make(context, input, 'SUPPORT_WITHDRAWN', withdrawSupport);
  }
}

async function make(
  context: ReportsContext,
  input: SupportReportInput | WithdrawSupportInput,
  action: Extract<AuditAction, 'SUPPORTED' | 'SUPPORT_WITHDRAWN'>,
  change: SupportChange,
) {
  context.loaders.supported.clear(input.reportId);
  return answerChange(context, await changeSupport(context.deps, input, context.viewer, action, change));
}
