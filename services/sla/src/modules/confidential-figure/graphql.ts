import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '@lapor/subgraph';
import { Organisation } from '../clock/index.ts';
import { Category, Region } from '../figure/graphql-index.ts';
import { ReportState } from '../statistics/index.ts';
import { CONFIDENTIAL_TABLES, type ConfidentialTable as TableName } from './tables.ts';

export const ConfidentialTable = Object.fromEntries(CONFIDENTIAL_TABLES.map((name) => [name, name])) as {
  [Name in TableName]: Name;
};
registerEnumType(ConfidentialTable, {
  name: 'ConfidentialTable',
  description: 'By what the confidential reports of a year are parted; nothing crosses two of them.',
  valuesConfig: {
    MONTHS: { description: 'The months of submission, at Jakarta.' },
    CATEGORIES: { description: 'Main categories.' },
    PROVINCES: { description: 'Provinces.' },
    GOVERNMENTS: { description: 'The government or K/L whose unit leads, or led last.' },
    STATES: { description: 'Where they stood when the table was told.' },
  },
});

@ObjectType({ description: 'A group of confidential reports that is large enough to be told.' })
export class ConfidentialFigureRow {
  @Field(() => String, {
    description:
      'First day of the month, id, code or state; empty for reports without category, place or agency.',
  })
  key!: string;

  @Field(() => Category, { nullable: true, description: 'Of CATEGORIES.' })
  category!: Category | null;

  @Field(() => Region, { nullable: true, description: 'Of PROVINCES.' })
  region!: Region | null;

  @Field(() => Organisation, { nullable: true, description: 'Of GOVERNMENTS.' })
  organisation!: Organisation | null;

  @Field(() => ReportState, { nullable: true, description: 'Of STATES.' })
  state!: keyof typeof ReportState | null;

  @Field(() => Int, { description: 'Confidential reports; five at least.' })
  confidential!: number;
}

@ObjectType({
  description:
    'Confidential reports of a finished year, for everybody: counted once, on the day on which it was told, and the same ever since. Groups below five are not listed, nor as many others as it takes to hide them; a group that is not listed may have none.',
})
export class ConfidentialFigures {
  @Field(() => Int, { description: 'The year of submission.' })
  year!: number;

  @Field(() => ConfidentialTable, { description: 'By what it is parted.' })
  table!: TableName;

  @Field(() => LocalDate, { description: 'Day on which it was counted, at Jakarta.' })
  toldOn!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'All confidential reports of the year, listed or not; null below five.',
  })
  total!: number | null;

  @Field(() => [ConfidentialFigureRow], { description: 'Groups that may be told, most first.' })
  rows!: ConfidentialFigureRow[];
}
