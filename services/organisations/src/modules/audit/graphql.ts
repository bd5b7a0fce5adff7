import { Connection, DateTime, LocalDate } from '@lapor/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'A fact of an entry: an id, a role, a day or a flag; never a name or an address.',
})
export class AuditFact {
  @Field(() => String, { description: 'What it is: role, postId, from, until …' })
  name!: string;

  @Field(() => String, { description: 'Its value as text.' })
  value!: string;
}

@ObjectType({ description: 'Something that was written, by whom and when; never changed and never removed.' })
export class AuditEntry {
  @Field(() => ID, { description: 'Id; later entries have higher ones.' })
  id!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, {
    description: 'What was done: OFFICER_INVITED, POST_GRANTED, ORGANISATION_RENAMED …',
  })
  action!: string;

  @Field(() => [AuditFact], { description: 'Particulars.' })
  facts!: AuditFact[];

  actorId!: string | null;
  officerId!: string | null;
  organisationId!: string | null;
}

export const AuditEntryConnection = Connection('AuditEntry', () => AuditEntry);
export type AuditEntryConnection = InstanceType<typeof AuditEntryConnection>;

@InputType({ description: 'Which entries; all conditions must hold.' })
export class AuditFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Only what was about this organisation or something below it, as the tree was then.',
  })
  withinId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what this officer did.' })
  actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was done to this officer.' })
  officerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was about exactly this organisation.' })
  organisationId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Only these actions.' })
  actions?: string[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day, by western Indonesian time.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day, by western Indonesian time.' })
  until?: string | null;
}
