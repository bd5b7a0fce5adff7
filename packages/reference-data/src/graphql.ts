import { DateTime } from '@lapor/subgraph';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { RowFault } from './fault.ts';

export const ReferenceImportOutcome = { IMPORTED: 'IMPORTED', REFUSED: 'REFUSED' } as const;
registerEnumType(ReferenceImportOutcome, {
  name: 'ReferenceImportOutcome',
  description: 'What became of an import of reference data.',
  valuesConfig: {
    IMPORTED: { description: 'The files were taken over.' },
    REFUSED: { description: 'The files have faults; what was there before stays.' },
  },
});

@Directive('@shareable')
@ObjectType({ description: 'How many rows of what an import wrote.' })
export class ReferenceImportCount {
  @Field(() => String, { description: 'What was counted, such as `regions.inserted`.' }) name!: string;
  @Field(() => Int, { description: 'How many.' }) count!: number;
}

@Directive('@shareable')
@ObjectType({ description: 'What is wrong with a row of a reference file.' })
export class ReferenceImportFault {
  @Field(() => String, { description: 'The file.' }) file!: string;
  @Field(() => Int, { description: 'The line; 1 is the header.' }) line!: number;
  @Field(() => String, { nullable: true, description: 'The column; null for the row as a whole.' })
  field!: string | null;
  @Field(() => String, { description: 'What is wrong, in English.' }) reason!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'An import of files with reference data.' })
export class ReferenceImport {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => DateTime, { description: 'When.' }) at!: Date;
  @Field(() => [String], { description: 'The files that were read together.' }) files!: readonly string[];
  @Field(() => ReferenceImportOutcome, { description: 'What became of it.' })
  outcome!: keyof typeof ReferenceImportOutcome;
  @Field(() => [ReferenceImportCount], { description: 'What was written; empty when it was refused.' })
  counts!: readonly ReferenceImportCount[];
  @Field(() => [ReferenceImportFault], { description: 'Its faults, a hundred at most.' })
  faults!: readonly ReferenceImportFault[];
}

/** A row of a service's log of imports. */
export interface ReferenceImportRow {
  id: string;
  at: Date;
  files: readonly string[];
  outcome: keyof typeof ReferenceImportOutcome;
  counts: Readonly<Record<string, number>>;
  faults: readonly RowFault[];
}

/** A row as the graph shows it. */
export const toReferenceImport = (row: ReferenceImportRow): ReferenceImport =>
  Object.assign(new ReferenceImport(), {
    ...row,
    counts: Object.entries(row.counts).map(([name, count]) =>
      Object.assign(new ReferenceImportCount(), { name, count }),
    ),
    faults: row.faults.map((fault) => Object.assign(new ReferenceImportFault(), fault)),
  });
