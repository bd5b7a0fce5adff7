import { InvalidInput, NotFound } from '@lapor/subgraph';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { ChangedFact } from '../change/graphql-index.ts';
import { Organisation } from '../organisation/index.ts';
import { ChangeRefused } from '@lapor/request/graphql';
import { RequestInput } from '@lapor/request/graphql';
import { UNIT_LINE_KINDS, type UnitLineKind as Kind } from './vocabulary.ts';

const UnitLineKind = Object.fromEntries(UNIT_LINE_KINDS.map((kind) => [kind, kind])) as {
  [Name in Kind]: Name;
};
registerEnumType(UnitLineKind, {
  name: 'UnitLineKind',
  description: 'What a line of the file does; of several the first that applies.',
  valuesConfig: {
    CREATE: { description: 'Makes a unit.' },
    RENAME: { description: 'Gives another name or acronym.' },
    MOVE: { description: 'Puts it below another unit.' },
    CHANGE: { description: 'Changes details.' },
    RETIRE: { description: 'Dissolves it; its parent takes over.' },
    RESTORE: { description: 'Lets it exist again.' },
  },
});

@ObjectType({ description: 'What a line of the file would change.' })
export class UnitLine {
  @Field(() => Int, { description: 'Line of the file; 1 is the header.' })
  line!: number;

  @Field(() => UnitLineKind, { description: 'What it does.' })
  kind!: Kind;

  @Field(() => ID, { nullable: true, description: 'The unit; null for one that is to be made.' })
  organisationId!: string | null;

  @Field(() => String, { description: 'Its name, the new one.' })
  name!: string;

  @Field(() => [ChangedFact], { description: 'What was before and what would be after.' })
  facts!: ChangedFact[];
}

@ObjectType({ description: 'What is wrong with a line of the file.' })
export class UnitFault {
  @Field(() => Int, { description: 'Line of the file; 1 is the header.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'Column; null when the line as a whole is at fault.' })
  field!: string | null;

  @Field(() => String, {
    description:
      'Stable code: UNREADABLE, COLUMN_MISSING, COLUMN_REPEATED, COLUMN_UNKNOWN, FIELD_COUNT, TOO_MANY_LINES, REQUIRED, TOO_SHORT, TOO_LONG, INVALID, NOT_FOUND, REPEATED, NAME_TAKEN, WOULD_CYCLE, PARENT_FORMER, HAS_UNITS.',
  })
  code!: string;

  @Field(() => String, { description: 'What is wrong and what would be right, in English.' })
  message!: string;
}

@ObjectType({ description: 'What a file of units would do. Nothing was written.' })
export class UnitsPreview {
  @Field(() => [UnitLine], { description: 'Lines that change something, in the order of the file.' })
  changes!: UnitLine[];

  @Field(() => [UnitFault], {
    description: 'Every faulty line; with one of them the file cannot be imported.',
  })
  faults!: UnitFault[];

  @Field(() => Int, { description: 'How many lines change nothing.' })
  unchangedCount!: number;

  @Field(() => String, {
    description:
      'Binds file and present state: give it to `importUnits`, which refuses when either is another.',
  })
  contentHash!: string;
}

@InputType({ description: 'A file of units.' })
export class UnitsInput {
  @Field(() => ID, { description: 'The organisation below which the units stand.' })
  organisationId!: string;

  @Field(() => String, {
    description:
      'CSV with the columns of `unitsCsv`, at most 1,000 lines; commas or semicolons. An empty id makes a unit; an id that begins with `new-` as well, so that further lines can name it as their parent.',
  })
  csv!: string;
}

@InputType({ description: 'A file of units that was previewed.' })
export class ImportUnitsInput extends RequestInput {
  @Field(() => ID, { description: 'The organisation below which the units stand.' })
  organisationId!: string;

  @Field(() => String, { description: 'The same file as in the preview.' })
  csv!: string;

  @Field(() => String, { description: '`contentHash` of the preview.' })
  contentHash!: string;

  @Field(() => String, { description: 'Why, for the history: 5 to 500 characters.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Number of the decree or regulation.' })
  decree?: string | null;
}

@ObjectType({ description: 'All lines of a file were imported.' })
export class UnitsImported {
  @Field(() => Organisation, { description: 'The organisation below which the units stand.' })
  organisation!: Organisation;

  @Field(() => Int, { description: 'How many units were made.' })
  createdCount!: number;

  @Field(() => Int, { description: 'How many units were changed.' })
  changedCount!: number;

  @Field(() => Int, { description: 'How many lines changed nothing.' })
  unchangedCount!: number;
}

export const ImportUnitsResult = createUnionType({
  name: 'ImportUnitsResult',
  description: 'What was imported, or why nothing was.',
  types: () => [UnitsImported, InvalidInput, NotFound, ChangeRefused] as const,
});
