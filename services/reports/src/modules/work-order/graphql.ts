import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Connection, DateTime, InvalidInput, LocalDate, NotFound, TooManyRequests } from '@lapor/subgraph';
import {
  Attachment,
  GeoPoint,
  GeoPointInput,
  Officer,
  Organisation,
  Report,
  TransitionRefused,
} from '../report/graphql-index.ts';
import { WORK_ORDER_STATES, type WorkOrderState } from './vocabulary.ts';

const WorkOrderStateEnum = Object.fromEntries(WORK_ORDER_STATES.map((state) => [state, state])) as {
  [State in WorkOrderState]: State;
};
registerEnumType(WorkOrderStateEnum, {
  name: 'WorkOrderState',
  description: 'How a work order stands.',
  valuesConfig: {
    OPEN: { description: 'Somebody is to go.' },
    DONE: { description: 'The work is done.' },
    CANCELLED: { description: 'It was called back, or the report was closed or went elsewhere.' },
    EXPIRED: { description: 'Its 14 days are over.' },
  },
});

@ObjectType({ description: 'What somebody brought from the field.' })
export class WorkOrderEvidence {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'What was seen or done; may be empty beside photos.' })
  note!: string;

  @Field(() => Officer, {
    nullable: true,
    description: 'Who brought it; null by the link, and to whoever came by it.',
  })
  officer!: Officer | null;

  @Field(() => [Attachment], { description: 'Photos; never published by themselves.' })
  files!: Attachment[];
}

@ObjectType({
  description:
    'A place and a task for the field: never the narrative, the title or the reporter of the report.',
})
export class WorkOrder {
  /** Row behind it, for what is loaded later. */
  reportId!: string;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What people call it by; says nothing of the report.' })
  number!: string;

  @Field(() => Organisation, { description: 'The handling unit whose field officers go.' })
  organisation!: Organisation;

  @Field(() => String, { description: 'What is to be done, in the unit’s own words.' })
  task!: string;

  @Field(() => String, { description: 'Where, in words.' })
  placeText!: string;

  @Field(() => GeoPoint, { nullable: true, description: 'Where, on the map.' })
  point!: GeoPoint | null;

  @Field(() => LocalDate, { description: 'By when.' })
  dueOn!: string;

  @Field(() => Officer, {
    nullable: true,
    description: 'Who is to go; null: any field officer of the unit, and to whoever came by the link.',
  })
  fieldOfficer!: Officer | null;

  @Field(() => WorkOrderStateEnum, { description: 'How it stands.' })
  state!: WorkOrderState;

  @Field(() => DateTime, { description: 'When it was given.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'Until when it and its link hold.' })
  expiresAt!: Date;
}

export const WorkOrderConnection = Connection('WorkOrder', () => WorkOrder);
export type WorkOrderConnection = InstanceType<typeof WorkOrderConnection>;

@InputType({ description: 'A place and a task for the field.' })
export class CreateWorkOrderInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => ID, { description: 'The handling unit whose field officers go.' })
  organisationId!: string;

  @Field(() => String, {
    description:
      'What is to be done; 10 to 1,000 characters. Eight words in a row of the report, a phone number, NIK or mail address are refused.',
  })
  task!: string;

  @Field(() => String, { description: 'Where, in words; 3 to 300 characters.' })
  placeText!: string;

  @Field(() => GeoPointInput, { nullable: true, description: 'Where, on the map.' })
  point?: GeoPointInput | null;

  @Field(() => LocalDate, { description: 'By when; within 14 days.' })
  dueOn!: string;

  @Field(() => ID, { nullable: true, description: 'Who is to go; absent: any field officer of the unit.' })
  fieldOfficerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated request with the same key gives the same order.',
  })
  requestKey?: string | null;
}

@ObjectType({ description: 'The work order, with its secret link.' })
export class WorkOrderCreated {
  @Field(() => Report, { description: 'The report.' })
  report!: Report;

  @Field(() => WorkOrder, { description: 'The work order.' })
  workOrder!: WorkOrder;

  @Field(() => String, {
    description:
      'Path of the secret link on this origin: whoever has it sees the order and may bring evidence.',
  })
  path!: string;
}

export const CreateWorkOrderResult = createUnionType({
  name: 'CreateWorkOrderResult',
  description: 'The work order, or why it was not given.',
  types: () => [WorkOrderCreated, InvalidInput, NotFound, TransitionRefused] as const,
});

@InputType({ description: 'The link of a work order.' })
export class OpenWorkOrderInput {
  @Field(() => String, { description: 'What stands behind the `#` of the link.' })
  token!: string;
}

@ObjectType({ description: 'The link was right.' })
export class WorkOrderOpened {
  @Field(() => WorkOrder, { description: 'The work order.' })
  workOrder!: WorkOrder;

  @Field(() => String, {
    description: 'Send it as header `work-order-grant` to see it again and to bring evidence.',
  })
  grant!: string;

  @Field(() => DateTime, { description: 'Until when the grant works; the link gives a new one.' })
  grantExpiresAt!: Date;
}

export const OpenWorkOrderResult = createUnionType({
  name: 'OpenWorkOrderResult',
  description: 'The work order, or why not. A wrong link, a cancelled and an expired order look alike.',
  types: () => [WorkOrderOpened, NotFound, TooManyRequests] as const,
});

@InputType({ description: 'What somebody saw or did in the field.' })
export class AddWorkOrderEvidenceInput {
  @Field(() => ID, { description: 'The work order.' })
  workOrderId!: string;

  @Field(() => String, { description: 'A word; may be empty beside photos; 1,000 characters at most.' })
  note!: string;

  @Field(() => [ID], { nullable: true, description: 'Photos that were uploaded before; five at most.' })
  attachmentIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated request with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'A work order that is done.' })
export class FinishWorkOrderInput {
  @Field(() => ID, { description: 'The work order.' })
  workOrderId!: string;
}

@InputType({ description: 'A work order to call back.' })
export class CancelWorkOrderInput {
  @Field(() => ID, { description: 'The work order.' })
  workOrderId!: string;
}

@ObjectType({ description: 'The work order as it stands now.' })
export class WorkOrderChanged {
  @Field(() => WorkOrder, { description: 'The work order.' })
  workOrder!: WorkOrder;
}

export const WorkOrderResult = createUnionType({
  name: 'WorkOrderResult',
  description: 'The work order, or why nothing was done.',
  types: () => [WorkOrderChanged, InvalidInput, NotFound] as const,
});
