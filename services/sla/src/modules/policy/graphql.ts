import { DateTime, InvalidInput, LocalDate, NotFound } from '@lapor/subgraph';
import { ChangeRefused, RequestInput } from '@lapor/request/graphql';
import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RULES } from './completeness.ts';
import type {
  DayUnit as DayUnitName,
  OrganisationKind as OrganisationKindName,
  ReportClass as ReportClassName,
  Rule,
} from './policy.ts';

export const DayUnit: { [Name in DayUnitName]: Name } = { WORKING: 'WORKING', CALENDAR: 'CALENDAR' };
registerEnumType(DayUnit, {
  name: 'DayUnit',
  description: 'Which days are counted.',
  valuesConfig: {
    WORKING: { description: 'Monday to Friday, minus national holidays and joint leave.' },
    CALENDAR: { description: 'Every day.' },
  },
});

// What other subgraphs own is described there only: two texts for one thing would be a hint of the composition.

export const ReportClass: { [Name in ReportClassName]: Name } = {
  INFORMATION_REQUEST: 'INFORMATION_REQUEST',
  ASPIRATION: 'ASPIRATION',
  GRIEVANCE: 'GRIEVANCE',
  DISPUTE_WITHOUT_INSPECTION: 'DISPUTE_WITHOUT_INSPECTION',
  DISPUTE_WITH_INSPECTION: 'DISPUTE_WITH_INSPECTION',
};
registerEnumType(ReportClass, { name: 'ReportClass' });

export const OrganisationKind: { [Name in OrganisationKindName | 'OPD']: Name } = {
  MINISTRY: 'MINISTRY',
  AGENCY: 'AGENCY',
  STATE_ENTERPRISE: 'STATE_ENTERPRISE',
  PROVINCE: 'PROVINCE',
  REGENCY: 'REGENCY',
  CITY: 'CITY',
  OPD: 'OPD',
};
registerEnumType(OrganisationKind, { name: 'OrganisationKind' });

export const PolicyRule = Object.fromEntries(RULES.map((rule) => [rule, rule])) as { [Name in Rule]: Name };
registerEnumType(PolicyRule, {
  name: 'PolicyRule',
  description: 'What a policy limits.',
  valuesConfig: {
    VERIFICATION: { description: 'From submission, completion or return until the report is passed on.' },
    FIRST_RESPONSE: { description: 'From submission until the reporter hears where the report went.' },
    FOLLOW_UP: { description: 'From disposition to an agency until its first plan or result.' },
    RESOLUTION: { description: 'From the first disposition until the result, by class of report.' },
    OUTER_LIMIT: { description: 'From submission until the result; no resolution may end later.' },
    REPLY_TURN: { description: "From the reporter's reply until the agency's answer." },
    OMBUDSMAN: { description: 'From submission until the Ombudsman steps in.' },
    OMBUDSMAN_CLARIFICATION: { description: 'From the request of the Ombudsman until the clarification.' },
    AUTO_CLOSE: { description: 'From the last result until silence closes the report.' },
    POSTPONEMENT: { description: 'From postponement until the report is archived.' },
    INFORMATION_PAUSE: { description: 'How long a request for information pauses a clock at most.' },
  },
});

export const PolicyState = { PAST: 'PAST', IN_FORCE: 'IN_FORCE', PLANNED: 'PLANNED' } as const;
registerEnumType(PolicyState, {
  name: 'PolicyState',
  description: 'Whether clocks that start now keep to a policy.',
  valuesConfig: {
    PAST: { description: 'A later one has taken effect; clocks that started under it keep to it.' },
    IN_FORCE: { description: 'They do.' },
    PLANNED: { description: 'It takes effect on a day to come.' },
  },
});

@ObjectType({ description: 'A number of a policy.' })
export class PolicyLimit {
  @Field(() => PolicyRule, { description: 'What it limits.' })
  rule!: Rule;

  @Field(() => ReportClass, { nullable: true, description: 'Only a resolution differs by class.' })
  reportClass!: ReportClassName | null;

  @Field(() => OrganisationKind, {
    nullable: true,
    description:
      'Kind of the government or K/L whose clock it is; null for all of which nothing else is said.',
  })
  organisationKind!: OrganisationKindName | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days; null where the outer limit is the limit.',
  })
  days!: number | null;

  @Field(() => DayUnit, {
    nullable: true,
    description: 'Which days; null where the outer limit is the limit.',
  })
  unit!: DayUnitName | null;
}

@ObjectType({ description: 'When running clocks were moved to a policy.' })
export class PolicyMigration {
  @Field(() => DateTime, { description: 'Clocks that ran then have it.' })
  at!: Date;

  @Field(() => [String], { description: 'Their kinds, as in ClockKind.' })
  kinds!: readonly string[];
}

@ObjectType({ description: 'The numbers of days for clocks that start from one day on.' })
export class Policy {
  @Field(() => String, { description: 'Its name, as explanations of deadlines give it.' })
  version!: string;

  @Field(() => LocalDate, { description: 'First day, at Jakarta, on which clocks that start keep to it.' })
  effectiveFrom!: string;

  @Field(() => String, { description: 'The regulation.' })
  decree!: string;

  @Field(() => PolicyState, { description: 'Whether it is in force today.' })
  state!: keyof typeof PolicyState;

  @Field(() => [PolicyLimit], { description: 'Its numbers, in the order of the clock table.' })
  limits!: PolicyLimit[];

  @Field(() => [PolicyMigration], { description: 'When running clocks were moved to it, oldest first.' })
  migrations!: PolicyMigration[];
}

@InputType({ description: 'A number of a policy.' })
export class PolicyLimitInput {
  @Field(() => PolicyRule, { description: 'What it limits.' })
  rule!: Rule;

  @Field(() => ReportClass, { nullable: true, description: 'Of a resolution, and only of it.' })
  reportClass?: ReportClassName | null;

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'Only for governments or K/L of this kind; where the clock is theirs.',
  })
  organisationKind?: OrganisationKindName | null;

  @Field(() => Int, {
    nullable: true,
    description: '1 to 366; null of a resolution that has the outer limit.',
  })
  days?: number | null;

  @Field(() => DayUnit, { nullable: true, description: 'Which days; goes with `days`.' })
  unit?: DayUnitName | null;
}

@InputType({ description: 'A policy.' })
export class SavePolicyInput extends RequestInput {
  @Field(() => LocalDate, {
    description:
      'From tomorrow on, at Jakarta; a policy that is planned for the same day is replaced by this one.',
  })
  effectiveFrom!: string;

  @Field(() => String, { description: 'The regulation, 3 to 200 characters.' })
  decree!: string;

  @Field(() => [PolicyLimitInput], {
    description:
      'A number for each rule, and for a resolution of each class; more for single kinds of organisations.',
  })
  limits!: PolicyLimitInput[];
}

@ObjectType({ description: 'The policy was saved.' })
export class PolicySaved {
  @Field(() => Policy, { description: 'As it is.' })
  policy!: Policy;
}

export const SavePolicyResult = createUnionType({
  name: 'SavePolicyResult',
  description: 'The policy, or why it was not saved.',
  types: () => [PolicySaved, InvalidInput, NotFound, ChangeRefused] as const,
});
