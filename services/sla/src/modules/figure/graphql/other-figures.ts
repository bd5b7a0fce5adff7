import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Connection, DateTime, LocalDate } from '@lapor/subgraph';
import { Organisation } from '../../clock/index.ts';
import { Category, Region } from './entities.ts';

@ObjectType({
  description: 'What happened in a day, month or year (at Jakarta), whenever the reports were filed.',
  simpleResolvers: true,
})
export class ActivityRow {
  @Field(() => LocalDate, { description: 'Its first day.' })
  from!: string;

  @Field(() => Int, { nullable: true, description: 'Reports filed.' })
  received!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reports that got their first plan or result.' })
  followedUp!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reports completed, and not reopened since.' })
  completed!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Reports handed over to the head of an organisation that nobody staffs yet.',
  })
  handedOver!: number | null;
}

@ObjectType({ description: 'Archived reports with one reason.', simpleResolvers: true })
export class ArchiveReasonCount {
  @Field(() => String, { description: 'A value of ArchiveCode, or the kind of the change.' })
  reason!: string;

  @Field(() => Int, { nullable: true, description: 'Of the reports received in the period.' })
  count!: number | null;
}

@ObjectType({ description: 'Open and overdue reports as they stand now.', simpleResolvers: true })
export class OpenFigures {
  @Field(() => String, { description: 'Id of the organisation or code of the region; empty for a total.' })
  key!: string;

  @Field(() => Organisation, { nullable: true, description: 'By GOVERNMENT and UNIT.' })
  organisation!: Organisation | null;

  @Field(() => Region, { nullable: true, description: 'By REGION.' })
  region!: Region | null;

  @Field(() => Int, { nullable: true, description: 'Reports neither completed nor archived.' })
  open!: number | null;

  @Field(() => Int, { nullable: true, description: 'Open for less than 7 days.' })
  openUpTo7Days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Open for 7 to 29 days.' })
  openUpTo30Days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Open for 30 to 59 days.' })
  openUpTo60Days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Open for 60 days and more.' })
  openLonger!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The next clock is a duty of the administration and its end has come; a timer that runs out (auto-close, postponement) makes nobody late.',
  })
  overdue!: number | null;

  @Field(() => Int, { nullable: true, description: 'overdue ÷ open, in whole percent.' })
  overdueRate!: number | null;

  @Field(() => Int, { nullable: true, description: 'Overdue for less than 7 days.' })
  overdueUpTo7Days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Overdue for 7 to 29 days.' })
  overdueUpTo30Days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Overdue for 30 to 89 days.' })
  overdueUpTo90Days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Overdue for 90 days and more.' })
  overdueLonger!: number | null;
}

@ObjectType({ description: 'A page of open and overdue reports.', simpleResolvers: true })
export class OpenFiguresConnection extends Connection('OpenFigures', () => OpenFigures) {
  @Field(() => DateTime, { description: 'When it was counted.' })
  asOf!: Date;
}

@ObjectType({
  description:
    'How often one government or K/L gave reports back that another got next ("not our authority").',
  simpleResolvers: true,
})
export class HopFigures {
  @Field(() => Organisation, { description: 'Who gave the reports back.' })
  from!: Organisation;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Who got them next; the same for a return inside one government, null while nobody has.',
  })
  to!: Organisation | null;

  @Field(() => Int, { description: 'Returns; pairs below five are left out for outsiders.' })
  count!: number;
}

@ObjectType({ description: 'A page of returns between agencies.', simpleResolvers: true })
export class HopFiguresConnection extends Connection('HopFigures', () => HopFigures) {}

@ObjectType({
  description:
    'A main category, or a regency or city, with more reports in a day than its usual number explains: at least 10, and more than the mean of the 28 days before plus three times its square root (what chance would exceed about once in a thousand days).',
  simpleResolvers: true,
})
export class BurstFigures {
  @Field(() => Category, { nullable: true, description: 'The main category.' })
  category!: Category | null;

  @Field(() => Region, { nullable: true, description: 'The regency or city.' })
  region!: Region | null;

  @Field(() => Int, { description: 'Reports of the day.' })
  count!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Mean of the 28 days before; null for analysts where fewer than five reports stand behind it.',
  })
  usual!: number | null;
}
