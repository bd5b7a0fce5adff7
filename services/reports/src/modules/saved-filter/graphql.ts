import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, InvalidInput, LocalDate, NotFound } from '@lapor/subgraph';
import { ReportKindEnum, ReportStateEnum } from '../report/graphql-index.ts';
import type { ReportKind, ReportState } from '../report/index.ts';
import { FILTER_KINDS, type FilterKind } from './vocabulary.ts';

export const FilterKindEnum = Object.fromEntries(FILTER_KINDS.map((kind) => [kind, kind])) as {
  [Kind in FilterKind]: Kind;
};
registerEnumType(FilterKindEnum, {
  name: 'FilterKind',
  description: 'Which list a filter was saved for.',
  valuesConfig: {
    INBOX: { description: 'The inbox of an organisation.' },
    DESK: { description: 'The queue of the national desk.' },
    PUBLIC: { description: 'The published reports.' },
  },
});

const fields: [name: string, type: () => object, description: string][] = [
  ['bucket', () => String, 'List of the inbox.'],
  ['search', () => String, 'A number, or words.'],
  ['placeText', () => String, 'Words of the place.'],
  ['states', () => [ReportStateEnum], 'States.'],
  ['kinds', () => [ReportKindEnum], 'Kinds.'],
  ['categoryId', () => ID, 'A category with all below it.'],
  ['regionCode', () => ID, 'A region with all below it.'],
  ['organisationId', () => ID, 'An organisation with all below it.'],
  ['from', () => LocalDate, 'First day.'],
  ['until', () => LocalDate, 'Last day.'],
  ['dueWithinDays', () => Int, 'Due within so many days.'],
  ['overdue', () => Boolean, 'Overdue, or not.'],
  ['coHandled', () => Boolean, 'Co-handled, or not.'],
  ['confidential', () => Boolean, 'Confidential, or not.'],
  ['leadItself', () => Boolean, 'Led by the organisation itself, without the units below.'],
  ['ageFromDays', () => Int, 'Received so many days ago or earlier.'],
  ['ageUntilDays', () => Int, 'Received so many days ago or later.'],
  ['rated', () => Boolean, 'Rated by the reporter, or not.'],
  [
    'stepOnTime',
    () => Boolean,
    'A step ended in time, or one ended late; the days and the organisation are those of the step.',
  ],
];

/** The same fields to put in and to get back. */
function withFields(target: object): void {
  for (const [name, type, description] of fields)
    Field(type as () => typeof String, { nullable: true, description })(target, name);
}

/** What a filter asks for; which of it means something depends on the list. */
export interface FilterValues {
  bucket?: string | null;
  search?: string | null;
  placeText?: string | null;
  states?: ReportState[] | null;
  kinds?: ReportKind[] | null;
  categoryId?: string | null;
  regionCode?: string | null;
  organisationId?: string | null;
  from?: string | null;
  until?: string | null;
  dueWithinDays?: number | null;
  overdue?: boolean | null;
  coHandled?: boolean | null;
  confidential?: boolean | null;
  leadItself?: boolean | null;
  ageFromDays?: number | null;
  ageUntilDays?: number | null;
  rated?: boolean | null;
  stepOnTime?: boolean | null;
}

@InputType({ description: 'What a filter asks for; which of it means something depends on the list.' })
export class FilterValuesInput {}
withFields(FilterValuesInput.prototype);

@ObjectType('FilterValues', { description: 'What a saved filter asks for.' })
export class SavedFilterValues {}
withFields(SavedFilterValues.prototype);

@ObjectType({ description: 'A filter that an officer keeps under a name; nobody else sees it.' })
export class SavedFilter {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => FilterKindEnum, { description: 'Which list it is for.' }) kind!: FilterKind;
  @Field(() => String, { description: 'The name the officer gave it.' }) name!: string;
  @Field(() => SavedFilterValues, { description: 'What it asks for.' }) values!: FilterValues;
  @Field(() => DateTime, { description: 'When it was saved last.' }) savedAt!: Date;
}

@InputType({ description: 'A filter to keep.' })
export class SaveFilterInput {
  @Field(() => FilterKindEnum, { description: 'Which list it is for.' }) kind!: FilterKind;
  @Field(() => String, {
    description: '1 to 60 characters; a filter of the same name for the same list is replaced.',
  })
  name!: string;
  @Field(() => FilterValuesInput, { description: 'What it asks for.' }) values!: FilterValues;
}

@InputType({ description: 'A filter to remove.' })
export class DeleteFilterInput {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
}

@ObjectType({ description: 'The filter is kept.' })
export class FilterSaved {
  @Field(() => SavedFilter, { description: 'The filter.' }) filter!: SavedFilter;
}

@ObjectType({ description: 'The filter is gone.' })
export class FilterDeleted {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
}

export const SaveFilterResult = createUnionType({
  name: 'SaveFilterResult',
  description: 'The filter, or why it is not kept.',
  types: () => [FilterSaved, InvalidInput, NotFound] as const,
});

export const DeleteFilterResult = createUnionType({
  name: 'DeleteFilterResult',
  description: 'That it is gone, or that there was none.',
  types: () => [FilterDeleted, NotFound] as const,
});
