import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { DateTime, LocalDate } from '@lapor/subgraph';
import { PUBLIC_VIEWER } from '@lapor/viewer';
import type { ReportsContext } from '../../context.ts';
import { OnBehalfInput } from '../on-behalf/graphql-index.ts';
import { ProofOfWorkInput } from '../proof-of-work/graphql-index.ts';
import {
  answerChange,
  loadReport,
  GeoPointInput,
  InvalidInput,
  NotFound,
  Report,
  ReportChanged,
  ReportKindEnum,
  SubmissionConflict,
  TooManyRequests,
  toUserError,
} from '../report/graphql-index.ts';
import type { ReportKind } from '../report/index.ts';
import { openReport } from './open-report.ts';
import { claimReport } from './claim-report.ts';
import { submitReport } from './submit-report.ts';

@InputType({ description: 'Who reports; only as far as the category asks. Sealed at once.' })
export class ReporterInput {
  @Field(() => String, { nullable: true, description: 'Full name.' }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'Mobile number: 08…, 628… or +628….' }) phone?:
    string | null;
  @Field(() => String, { nullable: true, description: 'Mail address.' }) email?: string | null;
  @Field(() => String, { nullable: true, description: 'NIK: 16 digits.' }) nik?: string | null;
  @Field(() => String, { nullable: true, description: 'Address.' }) address?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Where somebody without mail or phone is reached; only a door of the platform may say it.',
  })
  doorAddress?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether the public sees the name; it never does otherwise.',
  })
  showNamePublicly?: boolean | null;
}

@InputType({ description: 'A new report.' })
export class SubmitReportInput {
  @Field(() => ID, {
    description:
      'UUID made on the device and kept secret: makes a retry safe, and the access code derives from it.',
  })
  submissionKey!: string;
  @Field(() => ReportKindEnum, { description: 'What the citizen wants.' }) kind!: ReportKind;
  @Field(() => String, { description: '5 to 150 characters.' }) title!: string;
  @Field(() => String, { description: '20 to 4,000 characters.' }) text!: string;
  @Field(() => LocalDate, { nullable: true, description: 'When it happened.' }) occurredOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Where, in words; 300 characters at most.' })
  placeText?: string | null;
  @Field(() => GeoPointInput, { nullable: true, description: 'Where, on the map.' })
  point?: GeoPointInput | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Region code, such as 13.71.09; without one it is the regency or city of the point.',
  })
  regionCode?: string | null;
  @Field(() => ID, { nullable: true, description: 'What it is about; the verifier decides.' }) categoryId?:
    string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Where the citizen thinks it belongs; the verifier decides.',
  })
  suggestedOrganisationId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Files that were uploaded to /files; five at most.' })
  attachmentIds?: string[] | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Hide the name from the public and the reported agency.',
  })
  isAnonymous!: boolean;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Show it to nobody but the competent unit and the national desk.',
  })
  isConfidential!: boolean;
  @Field(() => ReporterInput, { nullable: true, description: 'Who reports.' })
  reporter?: ReporterInput | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Organisations that are to handle it never, nor know of it; ten at most.',
  })
  excludedOrganisationIds?: string[] | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'The organisation on whose own page it is filed. Where it, or its government above it, verifies directly, the report waits at that desk. Else it waits at the national one, and so does a report that is confidential, of a sensitive category, about officers, or that keeps the organisation out. A key files on the page of its own organisation. Not with `onBehalf`.',
  })
  filedOnPageOf?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it is a complaint about officers or heads of the organisation itself: then the national desk verifies it, wherever it is filed.',
  })
  isAboutOfficers?: boolean | null;
  @Field(() => OnBehalfInput, {
    nullable: true,
    description: 'For officers who enter it for somebody else; for everybody else there is no such thing.',
  })
  onBehalf?: OnBehalfInput | null;
  @Field(() => ProofOfWorkInput, {
    nullable: true,
    description: 'What was done instead of waiting, after TooManyRequests; bound to the submission key.',
  })
  proof?: ProofOfWorkInput | null;
}

@InputType({ description: 'A report filed without account, for the account that is signed in.' })
export class ClaimReportInput {
  @Field(() => String, { description: '8 digits; blanks are ignored.' }) number!: string;
  @Field(() => String, { description: '16 digits; blanks are ignored.' }) accessCode!: string;
}

@InputType({ description: 'What opens a report without an account.' })
export class OpenReportInput {
  @Field(() => String, { description: '8 digits; blanks are ignored.' }) number!: string;
  @Field(() => String, { description: '16 digits; blanks are ignored.' }) accessCode!: string;
  @Field(() => ProofOfWorkInput, {
    nullable: true,
    description: 'What was done instead of waiting, after TooManyRequests; bound to the number.',
  })
  proof?: ProofOfWorkInput | null;
}

@ObjectType({ description: 'The report is safely stored.' })
export class ReportSubmitted {
  @Field(() => Report, { description: 'The report.' }) report!: Report;
  @Field(() => String, {
    description:
      '16 digits that open the report without an account; shown now only. With an account it is what is left when the account is deleted.',
  })
  accessCode!: string;
}

@ObjectType({ description: 'The code was right.' })
export class ReportOpened {
  @Field(() => Report, { description: 'The report as its reporter sees it.' }) report!: Report;
  @Field(() => String, { description: 'Send it as header `report-grant` to act as the reporter.' })
  grant!: string;
  @Field(() => DateTime, { description: 'Until when the grant works.' }) grantExpiresAt!: Date;
}

const SubmitReportResult = createUnionType({
  name: 'SubmitReportResult',
  description: 'The stored report, or why it was not stored.',
  types: () => [ReportSubmitted, InvalidInput, NotFound, SubmissionConflict, TooManyRequests] as const,
});

const ClaimReportResult = createUnionType({
  name: 'ClaimReportResult',
  description:
    'The report, now among the own ones, or why not. Unknown, foreign and wrong look alike; so does a report of another account.',
  types: () => [ReportChanged, NotFound, TooManyRequests] as const,
});

const OpenReportResult = createUnionType({
  name: 'OpenReportResult',
  description: 'The opened report, or why not. An unknown number, a foreign and a wrong code look alike.',
  types: () => [ReportOpened, NotFound, TooManyRequests] as const,
});

@Resolver()
export class SubmissionMutations {
  @Mutation(() => SubmitReportResult, { description: 'Files a report, with or without an account.' })
  async submitReport(
    @Arg('input', () => SubmitReportInput, { description: 'The report.' }) input: SubmitReportInput,
    @Ctx() context: ReportsContext,
  ) {
    const result = await submitReport(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure);
    const { reportId, accessCode, row } = result.value;
    const report = await loadReport(asReporter(context, reportId), reportId, row);
    return Object.assign(new ReportSubmitted(), { report, accessCode });
  }

  @Mutation(() => ClaimReportResult, {
    description: 'Adds a report that was filed without account to the one that is signed in.',
  })
  async claimReport(
    @Arg('input', () => ClaimReportInput, { description: 'Number and code.' }) input: ClaimReportInput,
    @Ctx() context: ReportsContext,
  ) {
    return answerChange(context, await claimReport(context.deps, input, context.viewer));
  }

  @Mutation(() => OpenReportResult, { description: 'Opens a report by number and access code.' })
  async openReport(
    @Arg('input', () => OpenReportInput, { description: 'Number and code.' }) input: OpenReportInput,
    @Ctx() context: ReportsContext,
  ) {
    const result = await openReport(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure);
    const { reportId, grant, expiresAt } = result.value;
    const report = await loadReport(asReporter(context, reportId), reportId);
    return Object.assign(new ReportOpened(), { report, grant, grantExpiresAt: expiresAt });
  }
}

/** The one who just proved to be the reporter, for the rest of this answer. A key is nobody's reporter: what it sent it sees once. */
function asReporter(context: ReportsContext, reportId: string): ReportsContext {
  const { viewer } = context;
  context.viewer = {
    ...(viewer.apiKey ? PUBLIC_VIEWER : viewer),
    reportGrants: [...viewer.reportGrants, reportId],
  };
  return context;
}
