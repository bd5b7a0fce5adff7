import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { DateTime, ProofOfWorkChallenge } from '@lapor/subgraph';
import type { ReportsContext } from '../../context.ts';
import { challengeFor } from './challenge-for.ts';
import type { ProvableOperation } from './challenge.ts';

const ProvableOperationEnum = {
  SUBMIT_REPORT: 'SUBMIT_REPORT',
  OPEN_REPORT: 'OPEN_REPORT',
} as const;
registerEnumType(ProvableOperationEnum, {
  name: 'ProvableOperation',
  description: 'For what a device may work, or stand in line, instead of being refused.',
  valuesConfig: {
    SUBMIT_REPORT: { description: 'Filing a report; the subject is its submission key.' },
    OPEN_REPORT: { description: 'Opening a report by its code; the subject is its number.' },
  },
});

@InputType({
  description:
    'What a device did instead of waiting: the solution of a challenge, or a place in the line whose time has come. Good once.',
})
export class ProofOfWorkInput {
  @Field(() => String, { nullable: true, description: '`challenge` as it was given.' })
  challenge?: string | null;
  @Field(() => Int, { nullable: true, description: 'The counter that was found.' }) counter?: number | null;
  @Field(() => String, { nullable: true, description: 'The key that derives from it, in hexadecimal.' })
  derivedKey?: string | null;
  @Field(() => String, { nullable: true, description: '`waitingToken`, instead of a solution.' })
  waitingToken?: string | null;
}

@ObjectType({ description: 'Two ways past the limit of a busy source: work, or a place in its line.' })
export class FilingChallenge {
  @Field(() => ProofOfWorkChallenge, { description: 'Work that passes at once.' })
  work!: ProofOfWorkChallenge;

  @Field(() => String, {
    nullable: true,
    description:
      'A place in the line, for devices without script; null when it was not asked for, or the line is full.',
  })
  waitingToken!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'From when on the place counts; for ten minutes.' })
  waitUntil!: Date | null;
}

@Resolver()
export class ProofOfWorkResolver {
  @Query(() => FilingChallenge, {
    description:
      'Work for one request, asked for before it is refused, or a place in the line of a busy source. Not needed while nobody is told to wait.',
  })
  async filingChallenge(
    @Ctx() { deps, viewer }: ReportsContext,
    @Arg('operation', () => ProvableOperationEnum, { description: 'For what.' })
    operation: ProvableOperation,
    @Arg('submissionKey', () => ID, { description: 'The submission key, or the number of the report.' })
    submissionKey: string,
    @Arg('standInLine', () => Boolean, {
      defaultValue: false,
      description: 'Whether a place in the line is wanted, too.',
    })
    standInLine: boolean,
  ): Promise<FilingChallenge> {
    const { work, place } = await challengeFor(
      deps,
      { operation, subject: submissionKey },
      { source: viewer.source, standInLine },
    );
    return Object.assign(new FilingChallenge(), {
      work: Object.assign(new ProofOfWorkChallenge(), work),
      waitingToken: place?.token ?? null,
      waitUntil: place?.from ?? null,
    });
  }
}
