import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { SUPERVISION_SCOPES, type SupervisionScope as Scope } from './vocabulary.ts';

const SupervisionScope = Object.fromEntries(SUPERVISION_SCOPES.map((scope) => [scope, scope])) as {
  [Name in Scope]: Name;
};
registerEnumType(SupervisionScope, {
  name: 'SupervisionScope',
  description: 'What a supervisor looks at. Supervision gives no authority over reports.',
  valuesConfig: {
    FIGURES: { description: 'Figures.' },
    OVERSIGHT: { description: 'Reports that were escalated.' },
    READINESS: { description: 'Readiness, with guidance visits.' },
    ALL: { description: 'All of these.' },
  },
});

@ObjectType({ description: 'That one organisation supervises another. It ends no authority and gives none.' })
export class Supervision {
  @Field(() => SupervisionScope, { description: 'What it looks at.' })
  scope!: Scope;

  @Field(() => String, { description: 'The rule it follows from, such as PROVINCE_OVER_REGENCIES.' })
  rule!: string;

  supervisorId!: string;
}
