import {
  Ctx,
  Field,
  FieldResolver,
  InputType,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { Organisation, Report, ReportChannelEnum } from '../report/graphql-index.ts';
import { isDesk, type ReportChannel } from '../report/index.ts';
import { CONSENT_FORMS, type ConsentForm } from './consent.ts';

const ConsentFormEnum = Object.fromEntries(CONSENT_FORMS.map((form) => [form, form])) as {
  [Form in ConsentForm]: Form;
};
registerEnumType(ConsentFormEnum, {
  name: 'ConsentForm',
  description: 'How the reporter agreed that an officer files the report.',
  valuesConfig: {
    PAPER_SIGNED: { description: 'On paper, signed.' },
    SPOKEN: { description: 'Spoken, before the officer or on the phone.' },
    WRITTEN_MESSAGE: { description: 'In a letter, mail or message.' },
  },
});

@InputType({
  description:
    'An officer enters the report of somebody else: a paper, a visitor at a counter. The reporter stays the person, and gets the access code.',
})
export class OnBehalfInput {
  @Field(() => ReportChannelEnum, {
    defaultValue: 'COUNTER',
    description: 'Where the reporter asked: COUNTER, or a network by which somebody wrote to the officer.',
  })
  channel!: ReportChannel;
  @Field(() => ConsentFormEnum, { description: 'How the reporter agreed.' })
  consentRecordedAs!: ConsentForm;
  @Field(() => String, {
    nullable: true,
    description: 'Where the paper lies, for example; sealed; 500 characters at most.',
  })
  note?: string | null;
}

@ObjectType({ description: 'That an officer entered a report for its reporter.' })
export class FiledOnBehalf {
  @Field(() => ConsentFormEnum, { description: 'How the reporter agreed.' })
  consentRecordedAs!: ConsentForm;
  @Field(() => Organisation, { description: 'Where it was entered.' })
  organisation!: Organisation;
  @Field(() => String, { nullable: true, description: 'What the officer noted with the consent.' })
  note!: string | null;
}

const organisation = (id: string): Organisation => Object.assign(new Organisation(), { id });

@Resolver(() => Report)
export class FilingFieldResolver {
  @FieldResolver(() => [Organisation], {
    nullable: true,
    description:
      'Whom the reporter keeps out; for the reporter and the national desk, null for everybody else.',
  })
  async excludedOrganisations(
    @Root() report: Report,
    @Ctx() { loaders, viewer }: ReportsContext,
  ): Promise<Organisation[] | null> {
    if (!report.viewerIsReporter && !isDesk(viewer)) return null;
    return ((await loaders.filing.load(report.id))?.excluded ?? []).map(organisation);
  }

  @FieldResolver(() => FiledOnBehalf, {
    nullable: true,
    description:
      'That an officer entered it for its reporter, and by what consent; for the reporter and the national desk.',
  })
  async filedOnBehalf(
    @Root() report: Report,
    @Ctx() { deps, loaders, viewer }: ReportsContext,
  ): Promise<FiledOnBehalf | null> {
    if (!report.viewerIsReporter && !isDesk(viewer)) return null;
    const row = await loaders.filing.load(report.id);
    if (!row?.consent || !row.organisation_id) return null;
    return Object.assign(new FiledOnBehalf(), {
      consentRecordedAs: row.consent,
      organisation: organisation(row.organisation_id),
      note: row.sealed && deps.sealer.open(row.sealed, `consent:${report.id}`).toString(),
    });
  }
}
